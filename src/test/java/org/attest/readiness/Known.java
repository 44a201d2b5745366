package org.attest.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Facts.ClearancePeriod;
import org.attest.readiness.Facts.EligibilityFound;
import org.attest.readiness.Facts.EquipmentPeriod;
import org.attest.readiness.Facts.HoldPeriod;
import org.attest.readiness.Facts.ModulePeriod;
import org.attest.readiness.Facts.StagePeriod;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/** Facts for tests, without a database: everything in order unless said otherwise. */
final class Known {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 16);

    AppointmentType type = AppointmentType.SPECIAL_CONSTABLE;
    LocalDate born = LocalDate.of(1990, 5, 5);
    LocalDate applied = LocalDate.of(2025, 3, 2);
    List<StagePeriod> stages = new ArrayList<>();
    EligibilityFound eligibility = new EligibilityFound(
            RightToRemain.UK_OR_EEA_NATIONAL,
            LocalDate.of(2010, 1, 1),
            false,
            false,
            OccupationFinding.NO_CONFLICT,
            LocalDate.of(2025, 3, 9));
    List<AppointmentPeriod> appointments = new ArrayList<>();
    List<LocalDate> attested = new ArrayList<>();
    List<HoldPeriod> holds = new ArrayList<>();
    List<EquipmentPeriod> equipment = new ArrayList<>();
    List<ClearancePeriod> clearances = new ArrayList<>();
    Integer freshWithinMonths;
    List<ModulePeriod> modules = new ArrayList<>();
    List<String> modulesSwitchedOn = new ArrayList<>();

    /** What tier 1 asks for from the first day on. */
    static final List<String> TIER_ONE = List.of(
            "DSC-101", "DSC-102", "DSC-103", "DSC-104", "DSC-201", "DSC-202", "DSC-203", "DSC-204", "DSC-205",
            "DSC-301", "DSC-302", "DSC-307", "DSC-308");

    /** Nothing but a birth date, an application and eligibility. */
    static Known applicant() {
        var known = new Known();
        known.stages.add(new StagePeriod(Stage.APPLIED, known.applied));
        return known;
    }

    /** In service, trained, cleared, appointed, attested and equipped. */
    static Known special() {
        var known = applicant();
        known.stages.add(new StagePeriod(Stage.SERVICE, LocalDate.of(2026, 4, 10)));
        known.appointments.add(
                new AppointmentPeriod(AppointmentType.SPECIAL_CONSTABLE, LocalDate.of(2026, 4, 1), null));
        known.attested.add(LocalDate.of(2026, 4, 8));
        for (var kind : EquipmentKind.values()) {
            known.equipment.add(new EquipmentPeriod(kind, "1", LocalDate.of(2026, 4, 9), null));
        }
        for (var code : TIER_ONE) known.passed(code, LocalDate.of(2026, 3, 3), null);
        known.passed("DSC-401", LocalDate.of(2026, 4, 2), null);
        return known.cleared(ClearanceLevel.RECRUITMENT, LocalDate.of(2026, 2, 2), LocalDate.of(2036, 2, 1));
    }

    /** The module passed on the day, with its last valid day; null for one that does not expire. */
    Known passed(String module, LocalDate from, LocalDate lastDay) {
        modules.add(new ModulePeriod(module, from, lastDay));
        return this;
    }

    /** The module passed on that day alone. */
    Known passedOnly(String module, LocalDate from, LocalDate lastDay) {
        return never(module).passed(module, from, lastDay);
    }

    Known never(String module) {
        modules.removeIf(p -> p.module().equals(module));
        return this;
    }

    Known untrained() {
        modules.clear();
        return this;
    }

    Known switchedOn(String module) {
        modulesSwitchedOn.add(module);
        return this;
    }

    Known as(AppointmentType type) {
        this.type = type;
        appointments.replaceAll(a -> new AppointmentPeriod(type, a.from(), a.lastDay()));
        if (type != AppointmentType.SPECIAL_CONSTABLE && !clearances.isEmpty()) {
            clearances.clear();
            cleared(ClearanceLevel.NPPV_3, LocalDate.of(2026, 2, 2), LocalDate.of(2031, 2, 1));
        }
        return this;
    }

    Known cleared(ClearanceLevel level, LocalDate from, LocalDate lastDay, RestrictionCode... restrictions) {
        clearances.add(new ClearancePeriod(level, from, lastDay, false, List.of(restrictions)));
        return this;
    }

    /** Ended with that day, before it had run out. */
    Known clearedUntilEnded(ClearanceLevel level, LocalDate from, LocalDate lastDay) {
        clearances.add(new ClearancePeriod(level, from, lastDay, true, List.of()));
        return this;
    }

    /** What the force has set for the age of a clearance at appointment; 0 switches it off. */
    Known freshWithin(int months) {
        freshWithinMonths = months;
        return this;
    }

    Known uncleared() {
        clearances.clear();
        return this;
    }

    Known born(LocalDate day) {
        born = day;
        return this;
    }

    Known appliedOn(LocalDate day) {
        applied = day;
        return this;
    }

    Known stage(Stage stage, LocalDate from) {
        stages.add(new StagePeriod(stage, from));
        return this;
    }

    Known eligible(RightToRemain right, LocalDate since, Boolean abroad, boolean seen, OccupationFinding occupation) {
        eligibility = new EligibilityFound(right, since, abroad, seen, occupation, LocalDate.of(2025, 3, 9));
        return this;
    }

    Known resident(LocalDate since) {
        return eligible(RightToRemain.UK_OR_EEA_NATIONAL, since, false, false, OccupationFinding.NO_CONFLICT);
    }

    Known appointed(LocalDate from, LocalDate lastDay) {
        appointments.clear();
        appointments.add(new AppointmentPeriod(type, from, lastDay));
        return this;
    }

    Known hold(HoldCause cause, LocalDate from, LocalDate review, LocalDate lastDay) {
        holds.add(new HoldPeriod(cause, from, review, lastDay));
        return this;
    }

    Known without(EquipmentKind kind) {
        equipment.removeIf(e -> e.kind() == kind);
        return this;
    }

    Known holding(EquipmentKind kind, LocalDate from, LocalDate returned) {
        equipment.removeIf(e -> e.kind() == kind);
        equipment.add(new EquipmentPeriod(kind, "1", from, returned));
        return this;
    }

    Facts facts() {
        return new Facts(
                "K7QM4XRD92TW",
                "Rowan",
                type,
                born,
                applied,
                stages,
                eligibility,
                appointments,
                attested,
                holds,
                equipment,
                clearances,
                freshWithinMonths,
                modules,
                modulesSwitchedOn);
    }
}
