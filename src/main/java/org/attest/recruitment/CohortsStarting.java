package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;

/** Cohorts that begin soon and have to be filled by then. */
@ApplicationScoped
class CohortsStarting implements DueSource {

    private static final DueKind KIND = DueKind.passing("cohort-start", "Start of a cohort", List.of(28, 7));

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Cohort.startingBetween(force, today, until).stream()
                .map(cohort -> Due.of(
                                "cohort " + cohort.ref,
                                cohort.startsOn,
                                "The start of the cohort " + cohort.name,
                                "/cohorts/" + cohort.ref,
                                Role.COORDINATOR)
                        .takingPlace())
                .toList();
    }
}
