package org.attest.notice;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.web.Formats;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Once a day, on one node: takes the steps that are due for everything dated in every force. Who does it is told first;
 * when the day has passed the coordinators too, and later the force's lead, who reads no names. A step is taken once; days
 * that were missed are caught up with one step each; what is done is asked for no more.
 */
@ApplicationScoped
class Reminders {

    /** Whoever dies in the middle is followed by another after this long. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Order among what happens at the start: when all data are there. */
    private static final int LATE = 6000;

    @Inject
    @All
    List<DueSource> sources;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    void atStart(@Observes @Priority(LATE) StartupEvent started) {
        if (!alone) runIfDue();
    }

    /** At a quarter past midnight; the other hours find it done, or do what midnight could not. */
    @Scheduled(
            cron = "{attest.reminders.check}",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyHour() {
        if (!alone) runIfDue();
    }

    /** Takes today's steps unless that is done or another node is at it. */
    void runIfDue() {
        if (!claim()) return;
        int taken = run();
        if (taken > 0) Log.infof("Reminded of %d things", taken);
    }

    /**
     * Takes every step that is due today and was not taken yet; says how many. Where one kind of thing fails in one force the
     * others go on, and the day is not finished: the next hour tries that one again.
     */
    int run() {
        var slugs = QuarkusTransaction.requiringNew()
                .call(() -> Force.all().stream().map(f -> f.slug).toList());
        int taken = 0;
        boolean failed = false;
        for (var slug : slugs) {
            for (var source : sources) {
                try {
                    taken += remind(slug, source);
                } catch (RuntimeException e) {
                    failed = true;
                    Log.errorf(e, "Reminders of %s failed in %s and are tried again", source.kind(), slug);
                }
            }
        }
        if (!failed) finish();
        return taken;
    }

    /** {@link #run()} for one force, each kind of thing in a transaction of its own. */
    int run(String slug) {
        return sources.stream().mapToInt(source -> remind(slug, source)).sum();
    }

    private int remind(String slug, DueSource source) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> remind(Force.bySlug(slug).orElseThrow(), source)));
    }

    private int remind(Force force, DueSource source) {
        var today = LocalDate.now(clock);
        var plan = ReminderPlan.inForce(force, source.kind());
        int ahead = plan.leadDays().stream().max(Comparator.naturalOrder()).orElse(0);
        var open = source.open(force, today.plusDays(ahead), today);
        if (open.isEmpty()) return 0;
        var oldest = open.stream().map(Due::day).min(Comparator.naturalOrder()).orElseThrow();
        var taken = Reminder.taken(force, plan, oldest);
        var recipients = Recipients.in(force, open);
        int count = 0;
        int escalated = 0;
        for (var due : open) {
            var step = ReminderPlan.reached(plan, due.day(), today).orElse(null);
            if (step == null || taken.contains(new Reminder.Key(due.thing(), due.day(), step.code()))) continue;
            Reminder.take(force, plan, due, step, tell(force, plan, due, step, recipients, today), clock.instant());
            count++;
            if (step.rung() == ReminderPlan.Rung.LEAD) escalated++;
        }
        if (escalated > 0) call(force, plan, escalated, recipients);
        return count;
    }

    /** Once a day and kind, whatever the number: whoever carries the force's pager looks then. */
    private void call(Force force, DueKind plan, int escalated, Recipients recipients) {
        var sentence =
                plan.words() + ": the lead was told of " + Formats.of(escalated, "thing", "things") + " still open";
        for (var coordinator : recipients.holding(Role.COORDINATOR))
            notices.tell(coordinator, force, NoticeKind.URGENT, sentence, "/forces/" + force.slug + "/coverage");
    }

    private int tell(
            Force force, DueKind plan, Due due, ReminderPlan.Step step, Recipients recipients, LocalDate today) {
        boolean late = due.day().isBefore(today);
        var when = late
                ? " was due on " + Formats.inWords(due.day()) + " and is still open"
                : (due.takesPlace() ? " is " : " is due ")
                        + (due.day().equals(today) ? "today" : "on " + Formats.inWords(due.day()));
        var kind = late ? NoticeKind.OVERDUE : NoticeKind.REMINDER;
        var told = new LinkedHashSet<Account>(recipients.ownersOrCoordinators(due));
        if (step.rung() != ReminderPlan.Rung.OWNER) told.addAll(recipients.holding(Role.COORDINATOR));
        int count = told.size();
        for (var account : told) notices.tell(account, force, kind, due.what() + when, due.address());
        var person = recipients.person(due);
        if (person != null) {
            notices.tell(person, force, kind, due.own().what() + when, due.own().address());
            count++;
        }
        var email = Recipients.email(due);
        if (email != null) {
            notices.write(force, email.to(), email.name(), email.template(), email.fields());
            count++;
        }
        if (step.rung() == ReminderPlan.Rung.LEAD) {
            for (var lead : recipients.holding(Role.FORCE_LEAD)) {
                if (told.contains(lead)) continue;
                notices.tell(
                        lead,
                        force,
                        NoticeKind.OVERDUE,
                        plan.words() + ": one" + when + ". The coordinators know whose it is",
                        "/forces/" + force.slug);
                count++;
            }
        }
        return count;
    }

    private boolean claim() {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("update reminder_run set locked_until = ?1 where locked_until <= ?2"
                                        + " and (done_on is null or done_on < ?3)")
                                .setParameter(1, now.plus(LONGEST))
                                .setParameter(2, now)
                                .setParameter(3, LocalDate.now(clock))
                                .executeUpdate()
                        == 1);
    }

    private void finish() {
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("update reminder_run set locked_until = ?1, done_on = ?2")
                        .setParameter(1, clock.instant())
                        .setParameter(2, LocalDate.now(clock))
                        .executeUpdate());
    }
}
