package org.attest.recruitment.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Volunteer;

/** What the force asked somebody for and does not have yet. */
@ApplicationScoped
class RequestTasks implements OwnTaskSource {

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        return InformationRequest.openFor(person)
                .map(request -> new OwnTask(
                        "Tell us what is missing",
                        "/me/requests/" + request.ref,
                        "Your application goes on when everything is there.",
                        request.dueOn))
                .stream()
                .toList();
    }
}
