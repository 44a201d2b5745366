package org.attest.readiness;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/**
 * What is known about one person, as plain values with their days: all that {@link Deployability} may look at. Periods
 * end on their last valid day, inclusive, and an open end is null. A null list was not gathered: whatever needs it cannot
 * be decided. An empty list was: there is nothing of the kind.
 *
 * @param freshWithinMonths what the force has set for the age of a clearance at appointment; 0 where it asks for none, null
 *     where it has set nothing
 * @param modulesSwitchedOn codes of the modules left to a force's choice that this one has switched on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
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
        List<EquipmentPeriod> equipment,
        List<ClearancePeriod> clearances,
        Integer freshWithinMonths,
        List<ModulePeriod> modules,
        List<String> modulesSwitchedOn) {

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

    public record AppointmentPeriod(AppointmentType type, LocalDate from, LocalDate lastDay) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** Not available; the cause is null where it is not needed. */
    public record HoldPeriod(HoldCause cause, LocalDate from, LocalDate reviewOn, LocalDate lastDay) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /** Held from the day of issue; {@code returnedOn} is the first day it is not held. */
    public record EquipmentPeriod(EquipmentKind kind, String serial, LocalDate from, LocalDate returnedOn) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (returnedOn == null || day.isBefore(returnedOn));
        }
    }

    /**
     * Cleared at a level from the grant to the last day it stands.
     *
     * @param ended whether it was ended before it ran out
     */
    public record ClearancePeriod(
            ClearanceLevel level,
            LocalDate from,
            LocalDate lastDay,
            boolean ended,
            List<RestrictionCode> restrictions) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(lastDay);
        }
    }

    /** A module passed, from the day it was earned to its last valid day or that of an extension. What was revoked never was. */
    public record ModulePeriod(String module, LocalDate from, LocalDate lastDay) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /**
     * Every day on which anything here begins to be otherwise. A new kind of fact adds its days, or answers change on
     * days that nobody announced.
     */
    TreeSet<LocalDate> turningPoints() {
        var days = new TreeSet<LocalDate>();
        if (stages != null) stages.forEach(s -> days.add(s.from()));
        if (appointments != null) {
            for (var appointment : appointments) {
                days.add(appointment.from());
                if (appointment.lastDay() != null)
                    days.add(appointment.lastDay().plusDays(1));
            }
        }
        if (attestedOn != null) days.addAll(attestedOn);
        if (holds != null) {
            for (var hold : holds) {
                days.add(hold.from());
                days.add(hold.reviewOn().plusDays(1));
                if (hold.lastDay() != null) days.add(hold.lastDay().plusDays(1));
            }
        }
        if (equipment != null) {
            for (var thing : equipment) {
                days.add(thing.from());
                if (thing.returnedOn() != null) days.add(thing.returnedOn());
            }
        }
        if (clearances != null) {
            for (var clearance : clearances) {
                days.add(clearance.from());
                days.add(clearance.lastDay().plusDays(1));
            }
        }
        if (modules != null) {
            for (var passed : modules) {
                days.add(passed.from());
                if (passed.lastDay() != null) days.add(passed.lastDay().plusDays(1));
            }
        }
        return days;
    }

    /** Without the causes of holds: they change nothing in the answer, so what is stored of it does not name them. */
    Facts withoutCauses() {
        if (holds == null || holds.isEmpty()) return this;
        var bare = holds.stream()
                .map(h -> new HoldPeriod(null, h.from(), h.reviewOn(), h.lastDay()))
                .toList();
        return new Facts(
                ref,
                name,
                appointmentType,
                birthDate,
                appliedOn,
                stages,
                eligibility,
                appointments,
                attestedOn,
                bare,
                equipment,
                clearances,
                freshWithinMonths,
                modules,
                modulesSwitchedOn);
    }

    /** The stage of the day; null before the first. */
    StagePeriod stageOn(LocalDate day) {
        StagePeriod found = null;
        for (var period : stages) if (!period.from().isAfter(day)) found = period;
        return found;
    }

    /** The appointment of the day; null where none is live. */
    AppointmentPeriod appointmentOn(LocalDate day) {
        if (appointments == null) return null;
        AppointmentPeriod found = null;
        for (var appointment : appointments) if (appointment.contains(day)) found = appointment;
        return found;
    }

    /** The day on which the module was passed for the first time; null where it never was. */
    LocalDate firstPassed(String module) {
        return modules.stream()
                .filter(p -> p.module().equals(module))
                .map(ModulePeriod::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** In which capacity they serve on the day, or would; null where not known. */
    AppointmentType typeOn(LocalDate day) {
        var appointment = appointmentOn(day);
        return appointment == null ? appointmentType : appointment.type();
    }
}
