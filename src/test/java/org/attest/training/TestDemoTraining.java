package org.attest.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.attest.TestClock;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Looks at the invented training as stored, in the transaction that loaded it. */
public final class TestDemoTraining {

    private static final String INVENTED = "volunteer.email not like '%@people.example'";

    private TestDemoTraining() {}

    private static Volunteer person(String email) {
        return Volunteer.<Volunteer>find("email", email).singleResult();
    }

    /** Whether an attempt at the module is open. */
    public static boolean standsOpen(String email, String code) {
        var training = TrainingRecord.of(person(email), Curriculum.current(), TestClock.TODAY);
        return training.open(code).isPresent()
                && training.isRead(training.curriculum().module(code).orElseThrow());
    }

    /** Codes of what is passed and in date, in order. */
    public static List<String> valid(String email, LocalDate day) {
        return Qualification.of(person(email)).stream()
                .filter(q -> q.isValidOn(day))
                .map(Qualification::moduleCode)
                .distinct()
                .sorted()
                .toList();
    }

    public static long ahead(String slug) {
        return TaughtSession.count(
                "force.slug = ?1 and startsAt > ?2 and place like 'Training room %'",
                slug,
                TestClock.TODAY.plusDays(1).atStartOfDay(ClockOfAttest.LONDON).toInstant());
    }

    public static long waiting(String slug) {
        return Seat.count("force.slug = ?1 and placedAt is null and session.place like 'Training room %'", slug);
    }

    public static long failed(String slug) {
        return Attempt.count("force.slug = ?1 and passed = false and " + INVENTED, slug)
                + Seat.count("force.slug = ?1 and outcome = NOT_PASSED and " + INVENTED, slug);
    }

    public static long ending(LocalDate from, LocalDate until) {
        return Qualification.count("lastDay between ?1 and ?2 and " + INVENTED, from, until);
    }

    /** Periods of people in service that ended without another behind them. */
    public static long overdue(LocalDate day) {
        return Qualification.count(
                "from Qualification q where q.lastDay < ?1 and q.volunteer.stage = SERVICE and q.volunteer.email not like"
                        + " '%@people.example' and not exists (select 1 from Qualification later where later.volunteer ="
                        + " q.volunteer and later.moduleVersion = q.moduleVersion and (later.lastDay is null or"
                        + " later.lastDay > q.lastDay))",
                day);
    }

    public static long lastingOtherwise() {
        List<Qualification> all = Qualification.list(
                "from Qualification q join fetch q.moduleVersion where q.volunteer.email not like '%@people.example'");
        return all.stream()
                .filter(q -> !Objects.equals(
                        q.lastDay, q.moduleVersion.document().term().lastDay(q.earnedOn)))
                .count();
    }
}
