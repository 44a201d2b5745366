package org.attest.vetting;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.attest.force.Force;

/** How long a force's cases take from the form to the decision. */
final class UsualTime {

    /** Of fewer than these nothing is said: one of them could be told by it. */
    static final int ENOUGH = 5;

    private static final int MONTHS = 12;

    private UsualTime() {}

    private record Span(LocalDate from, LocalDate to) {}

    /** Days it took in the middle of the cases decided in the last twelve months; null where they are too few. */
    static Integer days(Force force, LocalDate today) {
        List<Span> spans = Panache.getEntityManager()
                .createQuery(
                        "select c.submittedOn, c.decidedOn from VettingCase c where c.force = :force"
                                + " and c.submittedOn is not null and c.decidedOn > :since and c.state <> :stopped",
                        Object[].class)
                .setParameter("force", force)
                .setParameter("since", today.minusMonths(MONTHS))
                .setParameter("stopped", CaseState.DISCONTINUED)
                .getResultList()
                .stream()
                .map(row -> new Span((LocalDate) row[0], (LocalDate) row[1]))
                .toList();
        return median(spans.stream()
                .map(s -> (int) ChronoUnit.DAYS.between(s.from, s.to))
                .toList());
    }

    /** Null of too few. */
    static Integer median(List<Integer> days) {
        if (days.size() < ENOUGH) return null;
        return days.stream().sorted().toList().get(days.size() / 2);
    }
}
