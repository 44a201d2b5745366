package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Who failed a module three times in twelve months, and waits for the coordinator's word (training rule 3). */
@ApplicationScoped
class ThirdFailWork implements WorkSource {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    Clock clock;

    /** A person and how often they failed a module, whatever counts of it. */
    record Failed(Long person, String module, long times) {}

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.DECIDE_ATTEMPTS, force)) return Waiting.NOTHING;
        var suspects = suspects(force, today);
        if (suspects.isEmpty()) return Waiting.NOTHING;
        List<Volunteer> people =
                Volunteer.list("id in ?1 and stage <> ?2 order by foundBy, id", suspects.keySet(), Stage.LEFT);
        var trainings = TrainingRecord.of(people, Curriculum.current(), today);
        var rows = new ArrayList<Work>();
        for (var person : people) {
            if (learners.isOwn(person)) continue;
            var training = trainings.get(person.id);
            for (var code : suspects.get(person.id)) {
                boolean waits = training.isWithCoordinator(code) && !training.isStopped(code);
                if (waits) rows.add(row(training, code, today));
            }
        }
        rows.sort(Comparator.comparing(Work::promised));
        return new Waiting(List.copyOf(rows.subList(0, Math.min(most, rows.size()))), rows.size());
    }

    private static Work row(TrainingRecord training, String code, LocalDate today) {
        var failed = training.failedOn(code);
        return Work.yours(
                AttemptLimit.from(failed),
                today,
                code + " of " + training.person().fullName,
                "/volunteers/" + training.person().ref + "/training/modules/" + code + "/third-fail",
                "Failed " + failed.size() + " times, last on " + Formats.inWords(failed.get(failed.size() - 1))
                        + ": nobody tries again until it is decided.",
                "Decide how it goes on");
    }

    /** Who may have three fails in a module, by the person's id; two statements. */
    private static Map<Long, List<String>> suspects(Force force, LocalDate today) {
        var since = today.minusMonths(AttemptLimit.MONTHS)
                .atStartOfDay(ClockOfAttest.LONDON)
                .toInstant();
        var times = new HashMap<Failed, Long>();
        var em = Volunteer.getEntityManager();
        for (var hql : List.of(
                "select new org.attest.training.ThirdFailWork$Failed(a.volunteer.id, m.code, count(a)) from Attempt a"
                        + " join a.moduleVersion v join v.module m where a.force = :force and a.passed = false"
                        + " and a.finishedAt >= :since group by a.volunteer.id, m.code",
                "select new org.attest.training.ThirdFailWork$Failed(s.volunteer.id, m.code, count(s)) from Seat s"
                        + " join s.session t join t.module m where s.force = :force and s.outcome = NOT_PASSED"
                        + " and s.endedAt is null and t.closedAt is not null and t.startsAt >= :since"
                        + " group by s.volunteer.id, m.code")) {
            em.createQuery(hql, Failed.class)
                    .setParameter("force", force)
                    .setParameter("since", since)
                    .getResultList()
                    .forEach(one -> times.merge(new Failed(one.person, one.module, 0), one.times, Long::sum));
        }
        var suspects = new HashMap<Long, List<String>>();
        times.forEach((one, sum) -> {
            if (sum < AttemptLimit.MOST) return;
            suspects.computeIfAbsent(one.person, id -> new ArrayList<>()).add(one.module);
        });
        return suspects;
    }
}
