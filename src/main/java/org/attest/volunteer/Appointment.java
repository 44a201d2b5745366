package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A period in which the person is appointed. Ending it, or appointing anew, never overwrites a period. */
@Entity
public class Appointment extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appointment_seq")
    @SequenceGenerator(name = "appointment_seq", sequenceName = "appointment_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public AppointmentType type;

    @Column(name = "appointed_on", nullable = false)
    public LocalDate appointedOn;

    /** Last day of the appointment; null while it lasts. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    /** When it was taken back before it began; null otherwise. What is withdrawn was never in force. */
    @Column(name = "withdrawn_at")
    public Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    public String withdrawnBy;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's appointments, oldest first, those that were withdrawn among them. */
    public static List<Appointment> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by appointedOn, id", volunteer);
    }

    /**
     * Appointments of the force whose last day is in this time, with the person, of those who have not left; the first day
     * first. None that another follows already.
     */
    public static List<Appointment> endingBetween(Force force, LocalDate from, LocalDate until) {
        return list(
                "from Appointment a join fetch a.volunteer v where a.force = ?1 and a.withdrawnAt is null and a.endedOn between ?2 and ?3"
                        + " and v.stage <> ?4 and not exists (select 1 from Appointment n where n.volunteer = v"
                        + " and n.withdrawnAt is null and n.appointedOn > a.endedOn) order by a.endedOn, a.id",
                force,
                from,
                until,
                Stage.LEFT);
    }

    /** The appointment that lasts on the day, or begins after it. */
    public static Optional<Appointment> lasting(Volunteer volunteer, LocalDate day) {
        return find(
                        "volunteer = ?1 and withdrawnAt is null and (endedOn is null or endedOn >= ?2)"
                                + " order by appointedOn, id",
                        volunteer,
                        day)
                .firstResultOptional();
    }

    /** The appointment that begins after the day. */
    public static Optional<Appointment> toCome(Volunteer volunteer, LocalDate day) {
        return find(
                        "volunteer = ?1 and withdrawnAt is null and appointedOn > ?2 order by appointedOn, id",
                        volunteer,
                        day)
                .firstResultOptional();
    }

    /** Who leaves takes every appointment with them: one that lasts on the last day ends with it, a later one is withdrawn. */
    static void endAll(Volunteer person, LocalDate lastDay, Actor by, Clock clock) {
        for (var appointment : of(person)) {
            if (appointment.lastsOn(lastDay)) appointment.endedOn = lastDay;
            else if (appointment.appointedOn.isAfter(lastDay)) appointment.markWithdrawn(by, clock);
        }
    }

    /**
     * The person is appointed in the capacity they are to serve in, from a day at most a year ahead. Refused before the 18th
     * birthday (vetting rule 16), without a birth date, before vetting, and while another appointment lasts. That a live
     * clearance is there (vetting rules 1 and 2) is for {@link ClearanceOf} to say.
     */
    public static Appointed appoint(Volunteer person, LocalDate day, Actor by, Clock clock) {
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (person.stage.compareTo(Stage.VETTING) < 0) {
            throw new Refused(
                    person.called() + " is in the " + person.stage.slug()
                            + " stage: people are appointed from the vetting stage on",
                    "vetting section 6");
        }
        if (person.birthDate == null) {
            throw new Refused("No birth date is recorded: add it before the appointment", "vetting rule 16");
        }
        if (!Ages.reached(person.birthDate, Ages.APPOINTMENT, day)) {
            throw new Refused(
                    "Nobody is appointed before the 18th birthday: " + person.called() + " from "
                            + Formats.inWords(Ages.birthday(person.birthDate, Ages.APPOINTMENT)),
                    "vetting rule 16");
        }
        if (day.isAfter(LocalDate.now(clock).plusYears(1))) {
            throw new Refused("The appointment day is more than a year ahead", "");
        }
        lasting(person, day).ifPresent(other -> {
            throw new Refused(
                    person.called() + " is appointed already, since " + Formats.inWords(other.appointedOn), "");
        });
        var appointment = new Appointment();
        appointment.force = person.force;
        appointment.volunteer = person;
        appointment.type = person.appointmentType;
        appointment.appointedOn = day;
        appointment.recordedAt = clock.instant();
        appointment.recordedBy = by.name();
        appointment.persist();
        return new Appointed(by, person, appointment);
    }

    /** The appointment ends with this day, which is its last. */
    public AppointmentEnded end(LocalDate lastDay, Actor by) {
        refuseWithdrawn();
        if (endedOn != null) throw new Refused("The appointment ended on " + Formats.inWords(endedOn), "");
        if (lastDay.isBefore(appointedOn)) {
            throw new Refused("The last day is before the appointment, on " + Formats.inWords(appointedOn), "");
        }
        endedOn = lastDay;
        return new AppointmentEnded(by, volunteer, this);
    }

    /** The appointment is taken back, which is refused once it has begun: then it is ended. */
    public AppointmentWithdrawn withdraw(Actor by, Clock clock) {
        refuseWithdrawn();
        if (!appointedOn.isAfter(LocalDate.now(clock))) {
            throw new Refused(
                    "The appointment began on " + Formats.inWords(appointedOn) + ": end it with its last day instead",
                    "vetting section 6");
        }
        markWithdrawn(by, clock);
        return new AppointmentWithdrawn(by, volunteer, this);
    }

    private void refuseWithdrawn() {
        if (isWithdrawn()) throw new Refused("The appointment was withdrawn before it began", "");
    }

    private void markWithdrawn(Actor by, Clock clock) {
        if (isWithdrawn()) return;
        withdrawnAt = clock.instant();
        withdrawnBy = by.name();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether it is in force on the day. */
    public boolean lastsOn(LocalDate day) {
        return !isWithdrawn() && !day.isBefore(appointedOn) && (endedOn == null || !day.isAfter(endedOn));
    }
}
