package org.attest.recruitment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.KeyChange;
import org.attest.web.ClockOfAttest;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Changes of records that wait for a decision, and requests whose due day has passed. Two statements. */
@ApplicationScoped
class RequestWork implements WorkSource {

    /** Days in which a change of a record should be decided. */
    private static final int DAYS_TO_DECIDE = 5;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var rows = new ArrayList<Work>();
        KeyChange.waiting(force).forEach(change -> rows.add(row(change, today)));
        InformationRequest.openIn(force).stream()
                .filter(request -> request.isOverdue(today))
                .forEach(request -> rows.add(row(request, today)));
        rows.sort(Comparator.comparing(Work::promised));
        return new Waiting(rows.subList(0, Math.min(most, rows.size())), rows.size());
    }

    private Work row(KeyChange change, LocalDate today) {
        var asked = change.askedAt.atZone(ClockOfAttest.LONDON).toLocalDate();
        return Work.yours(
                asked.plusDays(DAYS_TO_DECIDE),
                today,
                "Change of a record: " + change.volunteer.fullName,
                "/detail-changes/" + change.ref,
                wording.keyField(change.field.name()) + " is to be another.",
                "Approve or decline it");
    }

    private static Work row(InformationRequest request, LocalDate today) {
        return Work.yours(
                request.dueOn,
                today,
                "No answer: " + request.volunteer.fullName,
                "/volunteers/" + request.volunteer.ref + "/requests/" + request.ref,
                "Not everything that was asked for is there, and the due day has passed.",
                "Call them, or withdraw the request");
    }
}
