package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/** Tutored shifts that wait for the learner to counter-sign. */
@ApplicationScoped
class ShiftTasks implements OwnTaskSource {

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        return TutoredShift.waitingFor(person).stream()
                .map(shift -> new OwnTask(
                        "Counter-sign your tutored shift of " + Formats.inWords(shift.day()),
                        ShiftNews.ownPath(shift),
                        "With " + shift.tutor + ". It does not count before you have.",
                        null))
                .toList();
    }
}
