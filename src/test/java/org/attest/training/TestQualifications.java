package org.attest.training;

import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.hibernate.StatelessSession;

/** Results for tests of pages, written as they are, past the rules, in a transaction of their own. */
public final class TestQualifications {

    private TestQualifications() {}

    /** The person passed the module on the day. */
    public static Qualification passed(Volunteer person, String code, LocalDate earnedOn) {
        return Rows.of(() -> stored(
                Volunteer.byRef(person.ref).orElseThrow(),
                ModuleVersion.taughtOn(code, earnedOn).orElseThrow(),
                earnedOn));
    }

    /** Each of many people passed the first so many modules, on the days that are said for the person and the module. */
    static void passed(List<Volunteer> people, int modules, IntBinaryOperator daysAgo, LocalDate today) {
        Rows.in(() -> {
            var versions = ModuleVersion.newest();
            for (int p = 0; p < people.size(); p++) {
                for (int m = 0; m < Math.min(modules, versions.size()); m++) {
                    stored(people.get(p), versions.get(m), today.minusDays(daysAgo.applyAsInt(p, m)));
                }
            }
        });
    }

    private static Qualification stored(Volunteer person, ModuleVersion version, LocalDate earnedOn) {
        var one = made(person, version, earnedOn);
        one.persist();
        return one;
    }

    private static Qualification made(Volunteer person, ModuleVersion version, LocalDate earnedOn) {
        var one = new Qualification();
        one.volunteer = person;
        one.force = person.force;
        one.ref = Reference.random();
        one.code = Reference.random();
        one.moduleVersion = version;
        one.earnedOn = earnedOn;
        one.lastDay = version.document().term().lastDay(earnedOn);
        one.awardedAt = earnedOn.atTime(17, 0).atZone(ClockOfAttest.LONDON).toInstant();
        one.awardedBy = People.SOMEBODY.name();
        one.awardedByRef = People.SOMEBODY.ref();
        return one;
    }

    /** These people passed on the day, for good, what tier 1 asks for and leaves to no force; in the transaction at hand, in one batch. */
    public static void forTierOne(Collection<Volunteer> people, LocalDate earnedOn) {
        if (people.isEmpty()) return;
        Volunteer.flush();
        var versions = ModuleVersion.newest();
        var tierOne = Curriculum.of(versions).tiers().tiers().get("T1").all();
        var rows = new ArrayList<Qualification>();
        for (var version : versions) {
            if (!tierOne.contains(version.code()) || version.document().isLeftToForces()) continue;
            for (var person : people) {
                var one = made(person, version, earnedOn);
                one.lastDay = null;
                rows.add(one);
            }
        }
        CDI.current().select(StatelessSession.class).get().insertMultiple(rows);
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
