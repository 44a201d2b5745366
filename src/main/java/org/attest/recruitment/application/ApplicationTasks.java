package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** The application as a task of the applicant, for their own page. */
@ApplicationScoped
class ApplicationTasks implements OwnTaskSource {

    @Inject
    Sending sending;

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        var newest = Application.newest(person);
        if (newest.isEmpty() || newest.get().isSent()) {
            return person.stage == Stage.ENQUIRY
                    ? List.of(new OwnTask(
                            "Begin your application",
                            "/me/application",
                            "You can save it and go on another evening.",
                            null))
                    : List.of();
        }
        var tasks = sending.tasks(newest.get(), Whose.own(person, null));
        long done = tasks.stream().filter(Task::isDone).count();
        return List.of(new OwnTask(
                done == tasks.size() ? "Read your application and send it" : "Go on with your application",
                "/me/application",
                done + " of " + tasks.size() + " parts are done. What you saved is kept.",
                null));
    }
}
