package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.ClearanceOf;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Nobody becomes a special constable without recruitment vetting (vetting rules 1 to 3). */
@ApplicationScoped
class TakingOffice implements ClearanceOf {

    /** First day of appointments whose clearance has to be recent (vetting rule 2). */
    static final LocalDate RECENT_FROM = LocalDate.of(2026, 7, 13);

    @Override
    public void mayBeAppointed(Volunteer person, LocalDate day) {
        if (person.appointmentType != AppointmentType.SPECIAL_CONSTABLE) return;
        var clearance = needed(person, day, "appointed");
        if (day.isBefore(RECENT_FROM)) return;
        VettingSettings.of(person.force).appointmentWithinMonths().ifPresent(months -> {
            if (clearance.grantedOn.isBefore(day.minusMonths(months))) {
                throw new Refused(
                        "The recruitment vetting of " + person.called() + " was granted on "
                                + Formats.inWords(clearance.grantedOn) + ", more than "
                                + Formats.of(months, "month", "months") + " before the appointment: vet anew first",
                        "vetting rule 2");
            }
        });
    }

    @Override
    public void mayBeAttested(Volunteer person, LocalDate day) {
        if (person.appointmentType == AppointmentType.SPECIAL_CONSTABLE) needed(person, day, "attested");
    }

    /** The recruitment vetting that is live on the day. Non-police personnel vetting never takes its place (vetting rule 3). */
    private static Clearance needed(Volunteer person, LocalDate day, String what) {
        return Clearance.live(person, ClearanceLevel.RECRUITMENT, day)
                .orElseThrow(() -> new Refused(
                        "Nobody is " + what + " as a special constable without live recruitment vetting, and "
                                + person.called() + " has none on " + Formats.inWords(day),
                        "vetting rule 1"));
    }
}
