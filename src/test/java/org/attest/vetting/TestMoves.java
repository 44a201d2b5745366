package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attest.force.Force;
import org.attest.volunteer.Volunteer;

/** Whether cases that nobody worked step by step could have been. */
public final class TestMoves {

    private TestMoves() {}

    /** The states of a force's cases on the day, after every case proved to have come there by moves of table 3.2. */
    public static Set<CaseState> provenIn(String slug, LocalDate day) {
        var force = Force.bySlug(slug).orElseThrow();
        Map<VettingCase, CaseState> at = new HashMap<>();
        List<CaseStep> steps = CaseStep.list("force = ?1 order by vettingCase.id, recordedAt, id", force);
        for (var step : steps) {
            assertEquals(at.get(step.vettingCase), step.from, "the steps of a case follow each other");
            assertTrue(
                    Moves.TABLE.stream().anyMatch(m -> m.from() == step.from && m.to() == step.to),
                    step.from + " to " + step.to);
            assertTrue(!step.onDay.isAfter(day), "nothing was done on a day to come");
            at.put(step.vettingCase, step.to);
        }
        var states = new TreeSet<CaseState>();
        at.forEach((one, last) -> {
            assertEquals(last, one.state);
            if (one.state == CaseState.ASSESSMENT)
                assertTrue(Check.openMandatory(one).isEmpty(), "vetting rule 24");
            states.add(one.stateOn(day));
        });
        return states;
    }

    /** How many forms of the demonstration's people in the force were sent, after each was proved to have nothing missing on the day it was. */
    public static int formsSentIn(String slug, Compartment compartment) {
        var force = Force.bySlug(slug).orElseThrow();
        int years = VettingSettings.of(force)
                .residencyYears(ClearanceLevel.RECRUITMENT)
                .orElse(0);
        List<VettingCase> sent = VettingCase.list(
                "force = ?1 and submittedOn is not null and volunteer.email not like '%@people.example'", force);
        for (var one : sent) {
            var form = VettingForm.sent(one, compartment);
            for (var part : FormPart.values()) {
                assertEquals(List.of(), FormGaps.of(part, form, years, one.submittedOn), one.state + ", " + part);
            }
        }
        return sent.size();
    }

    /** How many of them were sent again and read otherwise than at first. */
    public static long formsMendedIn(String slug, Compartment compartment) {
        return VettingCase.<VettingCase>list("force.slug = ?1 and submittedOn is not null", slug).stream()
                .filter(one -> VettingForm.sent(one, compartment).before(FormPart.ADDRESSES) != null)
                .count();
    }

    /** The parts the person has begun of a form they have not sent. */
    public static List<FormPart> begunBy(Volunteer person, Compartment compartment) {
        var one = VettingCase.of(person).get(0);
        assertEquals(CaseState.INVITED, one.state);
        var form = VettingForm.written(one, compartment);
        return Arrays.stream(FormPart.values())
                .filter(part -> !form.of(part).blank())
                .toList();
    }

    /** Opens every sealed text of the force's cases. */
    public static int opened(String slug, Compartment compartment) {
        var force = Force.bySlug(slug).orElseThrow();
        int opened = 0;
        for (CaseStep step : CaseStep.<CaseStep>list("force", force)) if (step.note(compartment) != null) opened++;
        for (Matter matter : Matter.<Matter>list("force", force)) opened += matter.text(compartment) == null ? 0 : 1;
        for (Assessment made : Assessment.<Assessment>list("force", force)) {
            opened += made.text(compartment) == null ? 0 : 1;
        }
        for (Question asked : Question.<Question>list("force", force))
            opened += asked.asked(compartment).length() > 0 ? 1 : 0;
        for (Appeal appeal : Appeal.<Appeal>list("force", force))
            opened += appeal.grounds(compartment).length() > 0 ? 1 : 0;
        return opened;
    }
}
