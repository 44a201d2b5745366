package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.attest.readiness.Answer;
import org.attest.readiness.Standing;
import org.attest.recruitment.application.KnownFor;
import org.attest.recruitment.application.Opinion;
import org.attest.recruitment.application.SkillArea;
import org.attest.recruitment.application.SkillLevel;
import org.attest.recruitment.meeting.MeetingKind;
import org.attest.recruitment.meeting.MeetingOutcome;
import org.attest.vetting.ClearanceStanding;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperPurpose;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.ReopeningReason;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Waiver;
import org.junit.jupiter.api.Test;

/** Every status that a page shows has its words. */
@QuarkusTest
class WordingTest {

    @Inject
    Wording wording;

    @Test
    void hasWordsForEveryConstant() {
        covers(Stage.class, wording::stage);
        covers(AppointmentType.class, wording::appointmentType);
        covers(EquipmentKind.class, wording::equipmentKind);
        covers(HoldCause.class, wording::holdCause);
        covers(RightToRemain.class, wording::rightToRemain);
        covers(OccupationFinding.class, wording::occupationFinding);
        covers(LeavingReason.class, wording::leavingReason);
        covers(ReopeningReason.class, wording::reopeningReason);
        covers(PauseReason.class, wording::pauseReason);
        covers(Waiver.State.class, wording::waiver);
        covers(KeyField.class, wording::keyField);
        covers(PaperPurpose.class, wording::paperPurpose);
        covers(PaperPurpose.class, wording::paperToForce);
        covers(Paper.Decision.class, wording::paperDecision);
        covers(MeetingKind.class, wording::meetingKind);
        covers(MeetingOutcome.class, wording::meetingOutcome);
        covers(ClearanceStanding.class, wording::clearance);
        covers(Criterion.State.class, wording::criterion);
        covers(Answer.class, wording::answer);
        covers(Standing.class, wording::standing);
        covers(SkillArea.class, wording::skillArea);
        covers(SkillLevel.class, wording::skillLevel);
        covers(SkillLevel.class, wording::skillLevelMeaning);
        covers(KnownFor.class, wording::knownFor);
        covers(Opinion.class, wording::opinion);
        assertEquals("In service", wording.stage(Stage.SERVICE.name()));
    }

    @Test
    void hasAShapeForEveryAnswer() {
        for (var answer : Answer.values()) {
            assertEquals(true, Set.of("met", "soon", "unmet", "unknown").contains(wording.markOf(answer.name())));
        }
        assertEquals("unknown", wording.markOf(Standing.CANNOT_DECIDE.name()));
        assertEquals("closed", wording.markOf("HIDDEN"));
    }

    private static <E extends Enum<E>> void covers(Class<E> type, UnaryOperator<String> words) {
        for (var constant : type.getEnumConstants()) {
            var text = words.apply(constant.name());
            assertFalse(text.isBlank(), constant + " has no words");
            assertEquals(text.strip(), text, constant + " has space around its words");
        }
    }
}
