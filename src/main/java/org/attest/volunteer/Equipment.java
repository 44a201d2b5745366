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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A thing issued to the person and, some day, returned: the third word of vet, train and equip. */
@Entity
public class Equipment extends ForceOwned {

    public static final int LONGEST_SERIAL = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "equipment_seq")
    @SequenceGenerator(name = "equipment_seq", sequenceName = "equipment_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public EquipmentKind kind;

    /** Serial or asset number, or account name; never a password. */
    public String serial;

    @Column(name = "issued_on", nullable = false)
    public LocalDate issuedOn;

    /** Day it came back; from that day it is not held. Null while held. */
    @Column(name = "returned_on")
    public LocalDate returnedOn;

    @Column(name = "returned_by")
    public String returnedBy;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** Everything ever issued to the person, oldest first. */
    public static List<Equipment> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by issuedOn, id", volunteer);
    }

    /** By id, within scope. */
    public static Optional<Equipment> byId(Long id) {
        return findByIdOptional(id);
    }

    /**
     * A thing is handed to the person, on a day that is not to come. Refused when it lies with somebody already, when the
     * person holds another of the kind, and a warrant card for anybody who is not attested.
     */
    public static EquipmentIssued issue(
            Volunteer person, EquipmentKind kind, String serial, LocalDate day, Actor by, Clock clock) {
        var number = Texts.line(serial);
        if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
        if (number == null) throw new Refused("Enter its number, or the name of the account", "");
        var wrong = Texts.fault(number, LONGEST_SERIAL, false);
        if (wrong != null) throw new Refused(wrong, "");
        if (day.isAfter(LocalDate.now(clock))) throw new Refused("The day of issue is in the future", "");
        if (kind == EquipmentKind.WARRANT_CARD
                && Attestation.of(person).stream().noneMatch(a -> !a.attestedOn.isAfter(day))) {
            throw new Refused(
                    "A warrant card is issued to attested special constables: no attestation by " + Formats.inWords(day)
                            + " is recorded",
                    "vetting section 6");
        }
        of(person).stream()
                .filter(e -> e.kind == kind && e.isHeld())
                .findFirst()
                .ifPresent(e -> {
                    throw new Refused(
                            person.called() + " holds one already, number " + e.serial + ": take it back first", "");
                });
        if (count("force = ?1 and kind = ?2 and serial = ?3 and returnedOn is null", person.force, kind, number) > 0) {
            throw new Refused("Number " + number + " lies with somebody else: take it back first", "");
        }
        return new EquipmentIssued(by, person, handed(person, kind, number, day, by, clock));
    }

    /** Writes down what was checked before: that it lies with this person. */
    static Equipment handed(Volunteer person, EquipmentKind kind, String number, LocalDate day, Actor by, Clock clock) {
        var equipment = new Equipment();
        equipment.force = person.force;
        equipment.volunteer = person;
        equipment.kind = kind;
        equipment.serial = number;
        equipment.issuedOn = day;
        equipment.recordedAt = clock.instant();
        equipment.recordedBy = by.name();
        equipment.persist();
        return equipment;
    }

    /** Those of the numbers that lie with somebody of the force now, in one statement. */
    static Set<String> numbersOut(Force force, EquipmentKind kind, Collection<String> numbers) {
        if (numbers.isEmpty()) return Set.of();
        return getEntityManager()
                .createQuery(
                        "select e.serial from Equipment e where e.force = :force and e.kind = :kind"
                                + " and e.returnedOn is null and e.serial in :numbers",
                        String.class)
                .setParameter("force", force)
                .setParameter("kind", kind)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** What lies with these people now, in one statement. */
    static List<Equipment> heldBy(Collection<Long> people) {
        return people.isEmpty()
                ? List.of()
                : list("volunteer.id in ?1 and returnedOn is null order by issuedOn, id", people);
    }

    /** It came back: from that day on it is not held. */
    public EquipmentReturned takeBack(LocalDate day, Actor by, Clock clock) {
        if (returnedOn != null) throw new Refused("It came back on " + Formats.inWords(returnedOn) + " already", "");
        if (day.isBefore(issuedOn)) {
            throw new Refused("The day of return is before the day of issue, " + Formats.inWords(issuedOn), "");
        }
        if (day.isAfter(LocalDate.now(clock))) throw new Refused("The day of return is in the future", "");
        returnedOn = day;
        returnedBy = by.name();
        return new EquipmentReturned(by, volunteer, this);
    }

    /** Whether it still lies with the person. */
    public boolean isHeld() {
        return returnedOn == null;
    }
}
