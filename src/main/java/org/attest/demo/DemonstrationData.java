package org.attest.demo;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Establishment;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.readiness.Determinations;
import org.attest.security.Account;
import org.attest.security.DemoAccounts;
import org.attest.security.Role;
import org.attest.training.InventedTraining;
import org.attest.vetting.Compartment;
import org.attest.vetting.InventedCase;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/**
 * Fills an empty database with an invented country when {@code attest.demo} says so. The forces are real and so are the
 * proportions of their special constabularies; every person is invented. The same seed brings the same people, and all
 * days move with today.
 *
 * <p>The one place that writes other packages' entities directly: more than four thousand people with three years behind them, one
 * deed at a time, would take minutes. What it writes could have been reached by deeds; a test says so.
 */
@ApplicationScoped
public class DemonstrationData {

    /** Of every account; stands on the sign-in page. */
    public static final String PASSWORD = "correct-horse-attest";

    /** Order among what happens at the start: after the forces and the policy are there. */
    private static final int LATE = 5000;

    private static final long SEED = 20_190_930L;
    private static final int APPLICANTS = 3000;
    private static final int FEWEST = 6;
    private static final int MOST = 24;
    private static final int METROPOLITAN_POSTS = 60;

    @ConfigProperty(name = "attest.demo")
    boolean wanted;

    /** A program that has the application for itself alone loads nothing. */
    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @Inject
    StatelessSession rows;

    @Inject
    Determinations answers;

    @Inject
    DemoNotices notices;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    void atStart(@Observes @Priority(LATE) StartupEvent start) {
        if (!wanted || alone) return;
        long began = System.nanoTime();
        var people = QuarkusTransaction.requiringNew().timeout(600).call(() -> Everywhere.call(this::loadIfEmpty));
        if (people > 0) {
            Log.infof("Loaded the demonstration data: %,d people in %.1f s", people, (System.nanoTime() - began) / 1e9);
        }
    }

    private int loadIfEmpty() {
        // of two nodes that start together the second waits here, and then finds the data
        em.lock(Force.bySlug("metropolitan").orElseThrow(), LockModeType.PESSIMISTIC_WRITE);
        return Account.count() == 0 && Volunteer.count() == 0 ? load() : 0;
    }

    /** Within a transaction, with every force in scope. */
    int load() {
        var now = clock.instant();
        var by = Actor.program("demonstration data");
        var headcount = Headcount.of30September2019();
        var forces =
                Force.all().stream().filter(f -> headcount.containsKey(f.slug)).toList();
        var inService = inService(headcount);
        long specials = headcount.values().stream().mapToLong(n -> n).sum();
        var accounts = new DemoAccounts(PASSWORD, now);
        var modules = InventedTraining.versions();
        int people = 0;
        Volunteer traveller = null;
        for (var force : forces) {
            var random = new Random(SEED ^ ((long) force.slug.hashCode() << 20));
            var names = new Names(force.region);
            var staff = Staff.of(force.slug, names, random);
            if (force.slug.equals("metropolitan")) {
                Establishment.give(
                        force,
                        METROPOLITAN_POSTS,
                        LocalDate.ofInstant(now, clock.getZone()).minusYears(3));
            }
            int applicants = Math.max(
                    Stage.values().length, Math.round(APPLICANTS * headcount.get(force.slug) / (float) specials));
            var story = new ForceStory(force, staff, names, now, random);
            var batch = story.tell(inService.get(force.slug), applicants, 0.58 + random.nextDouble() * 0.36);
            if (Staff.hasAccountsIn(force.slug)) openAccounts(accounts, force, staff, story.holders());
            var placing = new Random(SEED * 31 + force.slug.hashCode());
            var today = LocalDate.ofInstant(now, clock.getZone());
            var intake = Staff.hasAccountsIn(force.slug)
                    ? PlacesStory.nextIntake(force, batch, staff.name(Role.COORDINATOR), today, placing)
                    : null;
            if (Staff.hasAccountsIn(force.slug)) TwiceStory.tell(batch);
            if (force.slug.equals("gwent")) traveller = inTwoForces(accounts, force, batch);
            if (traveller != null && force.slug.equals("kent")) {
                TwiceStory.inASecondForce(traveller, batch)
                        .ifPresent(there -> accounts.give(Account.findById(there.accountId), Role.APPLICANT, force));
            }
            var pipeline = new PipelineStory(force, staff, batch, now);
            pipeline.tell();
            var cases = CasesStory.of(
                    batch,
                    names,
                    Staff.hasAccountsIn(force.slug),
                    team(force, staff),
                    compartment,
                    now,
                    new Random(SEED * 17 + force.slug.hashCode()));
            var training = new InventedTraining(
                    force, actor(force, staff, Role.ASSESSOR), staff.name(Role.COORDINATOR), modules, now);
            TrainingStory.tell(batch, training, Staff.hasAccountsIn(force.slug), now);
            store(batch, training);
            pipeline.facts().forEach(rows::insertMultiple);
            if (intake != null) {
                PlacesStory.of(force, batch, intake, staff.name(Role.COORDINATOR), now, placing)
                        .forEach(rows::insertMultiple);
                var applying = new Random(SEED + force.slug.hashCode());
                ApplicationsStory.of(batch, staff.name(Role.COORDINATOR), now, applying)
                        .forEach(rows::insertMultiple);
            }
            cases.forEach(rows::insertMultiple);
            people += batch.people.size();
            notices.tellCoordinator(force);
            deeds.fire(new DemonstrationLoaded(by, force.slug, batch.people.size()));
        }
        NATIONAL.forEach(
                (mailbox, holder) -> accounts.open(mailbox + "@national.example", holder.name, holder.role, null));
        deeds.fire(new DemonstrationLoaded(by, Deed.NATIONAL, 0));
        return people;
    }

    /** Who worked on its vetting cases: those who can sign in, where there are accounts. */
    private static InventedCase.Team team(Force force, Staff staff) {
        return new InventedCase.Team(
                actor(force, staff, Role.COORDINATOR),
                actor(force, staff, Role.VETTING_OFFICER),
                actor(force, staff, Role.VETTING_MANAGER),
                actor(force, staff, Role.APPEALS_CHAIR));
    }

    private static Actor actor(Force force, Staff staff, Role role) {
        var mailbox = Staff.MAILBOXES.get(role) + "@" + force.slug + ".example";
        var ref = Account.byEmail(mailbox).map(a -> a.ref).orElse("demonstration " + role.words());
        return new Actor(ref, staff.name(role), role.words());
    }

    private void store(Batch batch, InventedTraining training) {
        batch.cohorts.forEach(em::persist);
        batch.people.forEach(em::persist);
        // with their conditions, which are rows of their own
        batch.clearances.forEach(em::persist);
        em.flush();
        batch.facts().forEach(rows::insertMultiple);
        training.rows().forEach(rows::insertMultiple);
        em.clear();
        answers.recompute(batch.people.stream().map(v -> v.id).toList());
    }

    // --- how many

    /** From 6 to 24 in each force, in the order of their size; the Metropolitan Police fills its 60 posts. */
    private static Map<String, Integer> inService(Map<String, Integer> headcount) {
        var bySize = headcount.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .filter(slug -> !slug.equals("metropolitan"))
                .toList();
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < bySize.size(); i++) {
            counts.put(bySize.get(i), FEWEST + Math.round((MOST - FEWEST) * i / (float) (bySize.size() - 1)));
        }
        counts.put("metropolitan", METROPOLITAN_POSTS);
        return counts;
    }

    // --- accounts

    private record Holder(String name, Role role) {}

    private static final Map<String, Holder> NATIONAL = new LinkedHashMap<>();

    static {
        NATIONAL.put("lead", new Holder("Meredith Vance", Role.NATIONAL_LEAD));
        NATIONAL.put("policy", new Holder("Owain Teague", Role.POLICY_MAKER));
        NATIONAL.put("policy2", new Holder("Adaeze Hepworth", Role.POLICY_MAKER));
        NATIONAL.put("author", new Holder("Lotte Greenhalgh", Role.MODULE_AUTHOR));
        NATIONAL.put("auditor", new Holder("Clare Fenwick", Role.AUDITOR));
        NATIONAL.put("admin", new Holder("Jonah Adler", Role.ADMINISTRATOR));
    }

    /** Somebody of the force whose account will open a record in another one too. */
    private static Volunteer inTwoForces(DemoAccounts accounts, Force force, Batch batch) {
        var person = TwiceStory.traveller(batch);
        if (person == null) return null;
        person.email = "two-forces@" + force.slug + ".example";
        person.accountId = accounts.open(person.email, person.fullName, Role.VOLUNTEER, force).id;
        return person;
    }

    private void openAccounts(DemoAccounts accounts, Force force, Staff staff, List<Volunteer> holders) {
        Staff.MAILBOXES.forEach((role, mailbox) ->
                accounts.open(mailbox + "@" + force.slug + ".example", staff.name(role), role, force));
        for (var person : holders) {
            var role = person.stage.compareTo(Stage.TRAINING) < 0 ? Role.APPLICANT : Role.VOLUNTEER;
            person.accountId = accounts.open(person.email, person.fullName, role, force).id;
        }
    }
}
