package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Volunteer;

/** What somebody's vetting asks of them, for their own page. */
@ApplicationScoped
class OwnCaseTasks implements OwnTaskSource {

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        var tasks = new ArrayList<OwnTask>();
        for (var vettingCase : VettingCase.of(person)) {
            switch (vettingCase.stateOn(today)) {
                case INVITED ->
                    tasks.add(new OwnTask(
                            "Fill in your vetting form",
                            "/me/vetting/form",
                            "You can save it and go on another evening.",
                            vettingCase.invitedUntil));
                case RETURNED ->
                    tasks.add(new OwnTask(
                            "Complete your vetting form", "/me/vetting/form", "It says there what is missing.", null));
                default -> {
                    // with others
                }
            }
        }
        for (var question : Question.waiting(person)) {
            tasks.add(new OwnTask(
                    "Answer the vetting unit",
                    "/me/vetting/cases/" + question.vettingCase.ref + "/answer",
                    null,
                    question.dueOn));
        }
        return tasks;
    }
}
