package org.attest.readiness;

import java.time.LocalDate;
import java.util.List;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/**
 * What is known about one person, as plain values with their days: all that {@link Deployability} may look at. Periods
 * end on their last valid day, inclusive; null means not known or open, and a missing fact is never a yes.
 */
public record Facts(
        String ref,
        String name,
        AppointmentType appointmentType,
        LocalDate birthDate,
        LocalDate appliedOn,
        List<StagePeriod> stages,
        EligibilityFound eligibility,
        List<AppointmentPeriod> appointments,
        List<LocalDate> attestedOn,
        List<HoldPeriod> holds,
        List<EquipmentPeriod> equipment) {

    /** In the stage from this day until the next period begins. */
    public record StagePeriod(Stage stage, LocalDate from) {}

    /** The newest finding about eligibility; null on {@link Facts} when nobody has asked yet. */
    public record EligibilityFound(
            RightToRemain rightToRemain,
            LocalDate residentSince,
            Boolean longAbroad,
            boolean goodConductSeen,
            OccupationFinding occupation,
            LocalDate foundOn) {}

    public record AppointmentPeriod(AppointmentType type, LocalDate from, LocalDate lastDay) {}

    public record HoldPeriod(HoldCause cause, LocalDate from, LocalDate reviewOn, LocalDate lastDay) {}

    /** Held from the day of issue; {@code returnedOn} is the first day it is not held. */
    public record EquipmentPeriod(EquipmentKind kind, String serial, LocalDate from, LocalDate returnedOn) {}
}
