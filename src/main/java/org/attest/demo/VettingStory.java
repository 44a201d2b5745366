package org.attest.demo;

import static org.attest.volunteer.AppointmentType.SPECIAL_CONSTABLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.attest.force.Reference;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceEnding;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * The clearances of one force: recruitment vetting of its special constables, with management vetting for some, NPPV 3 of its
 * other volunteers; a few brought from another force and about to lapse, a few lapsed, a few on a condition. Drawn from a source
 * of each person's own, so that nothing else of the story is another for it.
 */
final class VettingStory {

    /** Appointments from this day on need a recent clearance (vetting rule 2). */
    private static final LocalDate RECENT_FROM = LocalDate.of(2026, 7, 13);

    private final Batch batch;
    private final String by;
    private final Instant now;
    private final LocalDate today;

    VettingStory(Batch batch, String by, Instant now) {
        this.batch = batch;
        this.by = by;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
    }

    /**
     * @param trained first day of training
     * @param troubled whether something keeps them from being deployed already
     */
    void ofSomebodyInService(Volunteer person, LocalDate trained, Appointment appointed, boolean troubled) {
        var random = of(person);
        var level = person.appointmentType == SPECIAL_CONSTABLE ? ClearanceLevel.RECRUITMENT : ClearanceLevel.NPPV_3;
        var months = appointed.appointedOn.minusDays(20 + random.nextInt(130));
        var granted = months.isAfter(trained) ? months : trained;
        boolean old = level == ClearanceLevel.RECRUITMENT
                && appointed.appointedOn.isBefore(RECENT_FROM)
                && appointed.endedOn == null;
        int drawn = random.nextInt(100);
        if (old && troubled && drawn < 20) {
            // lapsed, and nobody has renewed it
            fromElsewhere(person, today.minusYears(10).minusDays(random.nextInt(40)), random);
            return;
        }
        if (old && drawn > 96) {
            fromElsewhere(person, today.minusYears(10).plusDays(12 + random.nextInt(150)), random);
            return;
        }
        var clearance = clearance(person, level, granted, random);
        if (drawn < 2) clearance.restrictions.add(RestrictionCode.SUPERVISED_ONLY);
        else if (drawn < 5) clearance.restrictions.add(RestrictionCode.NO_LIVE_CONTACT);
        else if (drawn < 7) clearance.restrictions.add(RestrictionCode.NO_MATERIAL);
        if (appointed.endedOn != null) end(clearance, appointed.endedOn);
        var later = appointed.appointedOn.plusDays(60 + random.nextInt(200));
        if (level == ClearanceLevel.RECRUITMENT
                && appointed.endedOn == null
                && random.nextInt(100) < 14
                && later.isBefore(today)) {
            clearance(person, ClearanceLevel.MANAGEMENT, later, random);
        }
    }

    /** Cleared on the day on which training began or soon after. */
    void ofATrainee(Volunteer person, LocalDate day) {
        var level = person.appointmentType == SPECIAL_CONSTABLE ? ClearanceLevel.RECRUITMENT : ClearanceLevel.NPPV_3;
        clearance(person, level, day.isAfter(today) ? today : day, of(person));
    }

    /** The people with accounts: nothing out of the ordinary. */
    void plain(Volunteer person) {
        for (var clearance : batch.clearances) {
            if (clearance.volunteer != person) continue;
            clearance.restrictions.clear();
            clearance.endedOn = null;
            clearance.ending = null;
            clearance.endedAt = null;
            clearance.endedBy = null;
            if (clearance.origin == ClearanceOrigin.FROM_ELSEWHERE) {
                clearance.origin = ClearanceOrigin.DECIDED_HERE;
                clearance.givenBy = null;
                clearance.grantedOn = today.minusYears(2);
                clearance.lastValidDay = Clearance.lastValidDay(clearance.grantedOn, 10);
            }
        }
    }

    /** All force vetting ends with the last day (vetting rule 10). */
    void left(Volunteer person, LocalDate last) {
        batch.clearances.removeIf(c -> c.volunteer == person && c.grantedOn.isAfter(last));
        for (var clearance : batch.clearances) {
            if (clearance.volunteer == person && clearance.lastDay().isAfter(last)) end(clearance, last);
        }
    }

    private void fromElsewhere(Volunteer person, LocalDate granted, Random random) {
        var clearance = clearance(person, ClearanceLevel.RECRUITMENT, granted, random);
        clearance.origin = ClearanceOrigin.FROM_ELSEWHERE;
        clearance.givenBy = "Another force, before moving here";
    }

    private Clearance clearance(Volunteer person, ClearanceLevel level, LocalDate granted, Random random) {
        var row = new Clearance();
        row.force = person.force;
        row.ref = Reference.from(random);
        row.volunteer = person;
        row.level = level;
        row.grantedOn = granted;
        row.lastValidDay = Clearance.lastValidDay(
                granted,
                switch (level) {
                    case RECRUITMENT -> 10;
                    case MANAGEMENT -> 7;
                    default -> 5;
                });
        row.origin = ClearanceOrigin.DECIDED_HERE;
        row.recordedAt = at(granted);
        row.recordedBy = by;
        batch.clearances.add(row);
        return row;
    }

    private void end(Clearance clearance, LocalDate last) {
        clearance.endedOn = last;
        clearance.ending = ClearanceEnding.LEFT_OFFICE;
        clearance.endedAt = at(last);
        clearance.endedBy = by;
    }

    private Instant at(LocalDate day) {
        var then = day.atTime(11, 20).atZone(ClockOfAttest.LONDON).toInstant();
        return then.isBefore(now) ? then : now.minusSeconds(900);
    }

    private static Random of(Volunteer person) {
        return new Random(person.ref.hashCode() * 31L + 7);
    }
}
