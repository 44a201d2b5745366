package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** What training asks of somebody, for their own page: each module that has ended or ends soon, and one line for the rest. */
@ApplicationScoped
class TrainingTasks implements OwnTaskSource {

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        if (person.stage == Stage.LEFT) return List.of();
        var training = TrainingRecord.of(person, Curriculum.current(), today);
        var tasks = new ArrayList<OwnTask>();
        boolean more = false;
        for (var module : training.curriculum().modules()) {
            if (module.isRetired() || module.stage() == TrainingStage.STAFF) continue;
            var one = OwnModule.of(training, module);
            switch (one.state()) {
                case OVERDUE, TO_REPEAT, ENDS_SOON -> {
                    if (one.step() != null) {
                        tasks.add(new OwnTask(
                                "Renew " + module.label(),
                                one.address(),
                                one.sentence(),
                                one.standing().lastDay()));
                    }
                }
                case UNDER_WAY ->
                    tasks.add(new OwnTask(one.step() + ": " + module.label(), one.address(), one.sentence(), null));
                case READY -> more = true;
                default -> {
                    // passed, or with others
                }
            }
        }
        if (more && person.stage == Stage.TRAINING) {
            tasks.add(new OwnTask(
                    "Go on with your training",
                    TrainingNews.OWN_PAGE,
                    "It says which module you can begin, and when you could be ready.",
                    null));
        }
        return tasks;
    }
}
