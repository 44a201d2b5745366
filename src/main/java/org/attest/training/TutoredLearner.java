package org.attest.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.volunteer.Volunteer;

/**
 * Somebody with signed shifts whose tutored shifts are not confirmed.
 *
 * @param shifts signed ones, earliest first
 * @param reviewOn the day from which the coordinator looks at it (training rule 7)
 */
record TutoredLearner(Volunteer person, List<TutoredShift> shifts, ShiftProgress progress, LocalDate reviewOn) {

    /** Of the force, by name; three statements. */
    static List<TutoredLearner> in(Force force) {
        var checklist = SkillChecklistVersion.current().document();
        var next = ShiftReview.next(force);
        var byPerson = new LinkedHashMap<Volunteer, List<TutoredShift>>();
        for (var shift : TutoredShift.unconfirmed(force)) {
            byPerson.computeIfAbsent(shift.volunteer, p -> new ArrayList<>()).add(shift);
        }
        return byPerson.entrySet().stream()
                .map(each -> {
                    var progress = ShiftProgress.of(checklist, each.getValue());
                    return new TutoredLearner(
                            each.getKey(), each.getValue(), progress, progress.reviewOn(next.get(each.getKey().id)));
                })
                .toList();
    }

    boolean isTutoredBy(String accountRef) {
        return shifts.stream().anyMatch(shift -> shift.tutorRef.equals(accountRef));
    }

    /** Not complete, and the day of the look has come. */
    boolean isToBeReviewed(LocalDate today) {
        return !progress.isComplete() && !reviewOn.isAfter(today);
    }

    public LocalDate lastDay() {
        return shifts.get(shifts.size() - 1).day();
    }

    /** Tutors by name, each once. */
    public String tutors() {
        return String.join(", ", shifts.stream().map(s -> s.tutor).distinct().toList());
    }

    public String path() {
        return ShiftDrafts.path(person);
    }

    boolean isWaitingForThem() {
        return shifts.stream().anyMatch(TutoredShift::isWaitingForLearner);
    }

    boolean isDisputed() {
        return shifts.stream().anyMatch(TutoredShift::isDisputed);
    }
}
