package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.security.Role;
import org.attest.volunteer.Appointment;

/** Appointments whose last day comes near: after it the person may not serve. */
@ApplicationScoped
class AppointmentsEnding implements DueSource {

    private static final DueKind KIND = DueKind.passing("appointment-end", "End of an appointment", List.of(60, 30, 7));

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        return Appointment.endingBetween(force, today, until).stream()
                .map(appointment -> {
                    var person = appointment.volunteer;
                    return Due.of(
                                    "appointment " + appointment.id,
                                    appointment.endedOn,
                                    "The end of " + person.fullName + "’s appointment",
                                    "/volunteers/" + person.ref + "/profile",
                                    Role.COORDINATOR)
                            .alsoFor(person.accountId, "The end of your appointment", "/me");
                })
                .toList();
    }
}
