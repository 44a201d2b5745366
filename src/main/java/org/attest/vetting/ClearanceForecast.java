package org.attest.vetting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/**
 * That somebody's recruitment vetting will be too old for the appointment (vetting rule 2), seen while there is time to vet
 * anew: the appointment is forecast for the last day of the cohort, or its first where no last day is set.
 *
 * @param months a clearance may be old on the day of the appointment
 */
public record ClearanceForecast(LocalDate grantedOn, LocalDate appointment, int months) {

    /** Of somebody on the way to being a special constable; empty where nothing is forecast, or it will be recent enough. */
    public static Optional<ClearanceForecast> tooOld(Volunteer person, Collection<Clearance> held, LocalDate today) {
        if (person.appointmentType != AppointmentType.SPECIAL_CONSTABLE) return Optional.empty();
        if (!person.stage.isPipeline() || person.cohort == null) return Optional.empty();
        var day = person.cohort.endsOn != null ? person.cohort.endsOn : person.cohort.startsOn;
        if (day.isBefore(from(today))) return Optional.empty();
        var months = VettingSettings.of(person.force).appointmentWithinMonths();
        if (months.isEmpty()) return Optional.empty();
        return held.stream()
                .filter(c -> c.level == ClearanceLevel.RECRUITMENT && c.isLiveOn(today))
                .map(c -> c.grantedOn)
                .max(LocalDate::compareTo)
                .filter(granted -> granted.isBefore(day.minusMonths(months.get())))
                .map(granted -> new ClearanceForecast(granted, day, months.get()));
    }

    /** The first day for which something is forecast. */
    public static LocalDate from(LocalDate today) {
        return today.isBefore(TakingOffice.RECENT_FROM) ? TakingOffice.RECENT_FROM : today;
    }

    /** To stand beside the clearances. */
    public String sentence() {
        return "Recruitment vetting granted on " + Formats.inWords(grantedOn) + " would be older than "
                + Formats.of(months, "month", "months") + " on " + Formats.inWords(appointment)
                + ", the day on which the cohort leads to appointments: vet anew in time (vetting rule 2)";
    }
}
