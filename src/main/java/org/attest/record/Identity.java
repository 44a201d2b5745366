package org.attest.record;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.attest.readiness.Answer;
import org.attest.readiness.SeenHold;
import org.attest.readiness.SeenVerdict;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/**
 * Whose record it is, on top of every page of it.
 *
 * @param tag status in words; {@code kind} is its shape and colour
 * @param alerts at most two, in words
 * @param act the one main action that fits the viewer; null when there is none
 * @param training whether the viewer may see what the person has learned
 */
record Identity(
        String ref,
        String name,
        String force,
        String list,
        Stage stage,
        LocalDate stageSince,
        String role,
        String cohort,
        String kind,
        String tag,
        List<String> alerts,
        Act act,
        boolean training) {

    private static final int MOST_ALERTS = 2;

    /** @param seen the answer for today */
    static Identity of(
            Volunteer person,
            SeenVerdict seen,
            List<SeenHold> holds,
            List<Equipment> equipment,
            StageSettings targets,
            LocalDate today,
            Act act,
            boolean training,
            String stageWords) {
        boolean serves = person.stage == Stage.SERVICE;
        return new Identity(
                person.ref,
                person.fullName,
                person.force.shortName(),
                "/forces/" + person.force.slug + "/volunteers",
                person.stage,
                person.stageSince,
                seen.tier().label() + ", " + seen.tier().words().toLowerCase(),
                person.cohort == null ? null : person.cohort.name,
                serves ? seen.mark() : "closed",
                serves ? seen.answerWords() : stageWords,
                alerts(person, seen.answer(), holds, equipment, targets, today),
                act,
                training);
    }

    private static List<String> alerts(
            Volunteer person,
            Answer answer,
            List<SeenHold> holds,
            List<Equipment> equipment,
            StageSettings targets,
            LocalDate today) {
        var alerts = new ArrayList<String>();
        if (holds.stream().anyMatch(h -> h.isPastReview(today))) alerts.add("Availability is past its review");
        if (person.pausedSince != null) {
            alerts.add("Paused since " + Formats.inWords(person.pausedSince));
        } else if (person.stage.isPipeline() && person.clockFrom.isBefore(targets.over(person.stage, today))) {
            long over = ChronoUnit.DAYS.between(person.clockFrom, today)
                    - targets.days().get(person.stage);
            alerts.add(Formats.of(over, "day", "days") + " over the target of the stage");
        }
        if (person.stage == Stage.LEFT && equipment.stream().anyMatch(e -> e.returnedOn == null)) {
            alerts.add("Equipment has not been returned");
        }
        return alerts.size() > MOST_ALERTS ? alerts.subList(0, MOST_ALERTS) : alerts;
    }

    /** In groups of four, for reading aloud. */
    public String grouped() {
        return Formats.grouped(ref);
    }

    public String path() {
        return "/volunteers/" + ref;
    }
}
