package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.ClockOfAttest;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Referees who have not replied, as work for the coordinator. */
@ApplicationScoped
class ReferencesToChase implements WorkSource {

    @Inject
    CurrentUser user;

    @Inject
    ApplicationSettings settings;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var before = today.minusDays(settings.referenceDays() - 1L)
                .atStartOfDay(ClockOfAttest.LONDON)
                .toInstant();
        var rows = ReferenceRequest.overdue(force, before, most).stream()
                .map(request -> Work.yours(
                        request.askedOn().plusDays(settings.referenceDays()),
                        today,
                        "Reference for " + request.referee.volunteer.fullName,
                        "/volunteers/" + request.referee.volunteer.ref + "/references",
                        "A referee has not replied since they were last asked.",
                        "Ask again, or telephone"))
                .toList();
        return new Waiting(rows, ReferenceRequest.countOverdue(force, before));
    }
}
