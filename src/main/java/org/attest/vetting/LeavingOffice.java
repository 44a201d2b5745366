package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.volunteer.AppointmentEnded;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageMoved;
import org.attest.volunteer.Volunteer;

/**
 * Clearances end with the office they were for: all force vetting on the last day with the force, recruitment and management
 * vetting with the appointment as special constable, non-police personnel vetting with any other. Who comes back needs a new
 * case, so that being opened again revives nothing (vetting rule 10). So do designated posts, on the last day with the force.
 */
@ApplicationScoped
class LeavingOffice {

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    void hear(@Observes StageMoved moved) {
        if (moved.to() != Stage.LEFT) return;
        var lastDay = moved.on().minusDays(1);
        end(moved.volunteer(), lastDay, ClearanceLevel::isForceVetting, moved.by());
        for (var holding : PostHolding.of(moved.volunteer())) {
            var last = lastDay.isBefore(holding.fromDay) ? holding.fromDay : lastDay;
            if (holding.lastDay == null || holding.lastDay.isAfter(last)) deeds.fire(holding.end(last, moved.by()));
        }
    }

    void hear(@Observes AppointmentEnded ended) {
        boolean special = ended.appointment().type == AppointmentType.SPECIAL_CONSTABLE;
        end(
                ended.volunteer(),
                ended.appointment().endedOn,
                level -> level.isForceVetting() && level.isNonPolicePersonnel() != special,
                ended.by());
    }

    private void end(Volunteer person, LocalDate lastDay, Predicate<ClearanceLevel> which, Actor by) {
        for (var clearance : Clearance.of(person)) {
            if (!which.test(clearance.level) || !clearance.lastDay().isAfter(lastDay)) continue;
            // one that was granted after the last day was never of use
            var day = lastDay.isBefore(clearance.grantedOn) ? clearance.grantedOn : lastDay;
            if (!day.isBefore(clearance.lastDay())) continue;
            deeds.fire(clearance.terminate(day, ClearanceEnding.LEFT_OFFICE, by, clock));
        }
    }
}
