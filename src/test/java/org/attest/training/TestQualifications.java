package org.attest.training;

import java.time.LocalDate;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Results for tests of pages, written as they are, past the rules, in a transaction of their own. */
public final class TestQualifications {

    private TestQualifications() {}

    /** The person passed the module on the day. */
    public static Qualification passed(Volunteer person, String code, LocalDate earnedOn) {
        return Rows.of(() -> {
            var version = ModuleVersion.taughtOn(code, earnedOn).orElseThrow();
            var one = new Qualification();
            one.volunteer = Volunteer.byRef(person.ref).orElseThrow();
            one.force = one.volunteer.force;
            one.ref = Reference.random();
            one.code = Reference.random();
            one.moduleVersion = version;
            one.earnedOn = earnedOn;
            one.lastDay = version.document().term().lastDay(earnedOn);
            one.awardedAt = earnedOn.atTime(17, 0).atZone(ClockOfAttest.LONDON).toInstant();
            one.awardedBy = People.SOMEBODY.name();
            one.awardedByRef = People.SOMEBODY.ref();
            one.persist();
            return one;
        });
    }

    /** The person passed on the day everything that the module needs, directly or through others. */
    public static void passedAllBefore(Volunteer person, String code, LocalDate day) {
        var needed =
                Rows.of(() -> Curriculum.current().module(code).orElseThrow().prerequisites());
        for (var one : needed) {
            passedAllBefore(person, one, day);
            boolean there =
                    Rows.of(() -> Qualification.of(Volunteer.byRef(person.ref).orElseThrow()).stream()
                            .anyMatch(q -> q.moduleCode().equals(one)));
            if (!there) passed(person, one, day);
        }
    }
}
