package org.attest.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** The solemn declaration before a magistrate (Police Act 1996, section 29): no constable's powers before it. */
@Entity
public class Attestation extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attestation_seq")
    @SequenceGenerator(name = "attestation_seq", sequenceName = "attestation_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Column(name = "attested_on", nullable = false)
    public LocalDate attestedOn;

    /** Before whom it was made. */
    @Column(nullable = false)
    public String magistrate;

    @Column(nullable = false)
    public String place;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's attestations, oldest first. */
    public static List<Attestation> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by attestedOn, id", volunteer);
    }

    /**
     * A special constable made the declaration. Refused for every other capacity, for a day to come, before the attestation
     * stage, without an appointment as special constable on that day, and twice within one appointment. Training rule 8 asks
     * for stages A and B and for a clearance too: the rooms that know them add that as criteria of the attestation stage, and
     * the page that records it asks them for the day.
     */
    public static Attested attest(
            Volunteer person, LocalDate day, String magistrate, String place, Actor by, Clock clock) {
        var rule = "training rule 8";
        var before = Texts.line(magistrate);
        var where = Texts.line(place);
        if (person.appointmentType != AppointmentType.SPECIAL_CONSTABLE) {
            throw new Refused(
                    person.called() + " is not to serve as a special constable: only special constables are attested",
                    rule);
        }
        if (person.stage != Stage.ATTESTATION && person.stage != Stage.SERVICE) {
            throw new Refused(
                    person.called() + " is in the " + person.stage.slug()
                            + " stage: the attestation is recorded in the attestation stage",
                    rule);
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Refused("The attestation day is in the future: record it when it was made", rule);
        }
        var appointment = Appointment.of(person).stream()
                .filter(a -> a.type == AppointmentType.SPECIAL_CONSTABLE && a.lastsOn(day))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        person.called() + " was not appointed as a special constable on " + Formats.inWords(day)
                                + ": record the appointment first",
                        rule));
        of(person).stream()
                .filter(a -> appointment.lastsOn(a.attestedOn))
                .findFirst()
                .ifPresent(a -> {
                    throw new Refused(person.called() + " was attested on " + Formats.inWords(a.attestedOn), rule);
                });
        need("Enter before whom the declaration was made", before);
        need("Enter where the declaration was made", where);
        var attestation = new Attestation();
        attestation.force = person.force;
        attestation.volunteer = person;
        attestation.attestedOn = day;
        attestation.magistrate = before;
        attestation.place = where;
        attestation.recordedAt = clock.instant();
        attestation.recordedBy = by.name();
        attestation.persist();
        return new Attested(by, person, attestation);
    }

    private static void need(String sentence, String text) {
        if (text == null) throw new Refused(sentence, "");
        var wrong = Texts.fault(text, Details.LONGEST_NAME, false);
        if (wrong != null) throw new Refused(wrong, "");
    }
}
