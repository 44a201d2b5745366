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
import org.attest.force.Reference;
import org.attest.web.Refused;

/** Somebody asks that their name, birth date, address or force number be changed in their record. The coordinator decides. */
@Entity
public class KeyChange extends ForceOwned {

    /** What became of it. */
    public enum Decision {
        APPROVED,
        DECLINED,
        /** Taken back, or another one took its place. */
        WITHDRAWN
    }

    public static final int LONGEST_WHY = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "key_change_seq")
    @SequenceGenerator(name = "key_change_seq", sequenceName = "key_change_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public KeyField field;

    /** What stood in the record when it was asked; empty for nothing. */
    @Column(nullable = false, updatable = false)
    public String stood;

    /** What should stand there. */
    @Column(nullable = false, updatable = false)
    public String wanted;

    /** Why, in the person's words; null where they gave no reason. */
    @Column(updatable = false)
    public String why;

    @Column(name = "asked_at", nullable = false, updatable = false)
    public Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    /** Null while it waits. */
    @Column(name = "decided_at")
    public Instant decidedAt;

    @Column(name = "decided_by")
    public String decidedBy;

    @Enumerated(EnumType.STRING)
    public Decision decision;

    /** Why it was declined. */
    public String reason;

    /** By reference as typed, with its person, within scope. */
    public static Optional<KeyChange> byRef(String typed) {
        return find("from KeyChange k join fetch k.volunteer where k.ref = ?1", Reference.normalise(typed))
                .firstResultOptional();
    }

    /** What waits for a decision in the force, oldest first, with its people. */
    public static List<KeyChange> waiting(Force force) {
        return list(
                "from KeyChange k join fetch k.volunteer where k.force = ?1 and k.decidedAt is null order by k.askedAt, k.id",
                force);
    }

    /** What the person ever asked, newest first. */
    public static List<KeyChange> of(Volunteer person) {
        return list("volunteer = ?1 order by askedAt desc, id desc", person);
    }

    /**
     * Asks for another value. Refuses what {@link Details#faults} finds in it, and the value that stands there already. One
     * that waits for the same field is replaced.
     */
    public static KeyChangeAsked ask(
            Volunteer person, KeyField field, String typed, String why, Actor by, Clock clock) {
        var now = person.details();
        var wanted = field.of(field.in(now, typed == null ? "" : typed));
        if (wanted.isEmpty()) throw new Refused("Enter what it should be", "");
        if (wanted.equals(field.of(now))) throw new Refused("This is what stands in your record already", "");
        field.in(now, wanted).faults(JoiningRule.in(person.force), null, LocalDate.now(clock)).stream()
                .filter(fault -> fault.field().equals(field.component()))
                .findFirst()
                .ifPresent(fault -> {
                    throw fault.refused();
                });
        var because = Texts.line(why);
        var wrong = Texts.fault(because, LONGEST_WHY, false);
        if (wrong != null) throw new Refused(wrong, "");
        of(person).stream()
                .filter(k -> k.decidedAt == null && k.field == field)
                .forEach(k -> k.decide(Decision.WITHDRAWN, null, by, clock));
        var change = new KeyChange();
        change.force = person.force;
        change.ref = Reference.random();
        change.volunteer = person;
        change.field = field;
        change.stood = field.of(now);
        change.wanted = wanted;
        change.why = because;
        change.askedAt = clock.instant();
        change.askedBy = by.name();
        change.persist();
        return new KeyChangeAsked(by, change);
    }

    public boolean isOpen() {
        return decidedAt == null;
    }

    /** What stands in the record now; empty for nothing. */
    public String standsNow() {
        return field.of(volunteer.details());
    }

    /** The record is changed as asked. Refuses what {@link Volunteer#changeDetails} refuses. */
    public DetailsChanged approve(Actor by, Clock clock) {
        refuseIfDecided();
        var changed = volunteer.changeDetails(field.in(volunteer.details(), wanted), by, clock);
        decide(Decision.APPROVED, null, by, clock);
        return changed;
    }

    /** The record stays as it is, for a reason that the person reads. */
    public void decline(String typed, Actor by, Clock clock) {
        refuseIfDecided();
        var because = Texts.line(typed);
        if (because == null) throw new Refused("Enter why, for the person to read", "");
        var wrong = Texts.fault(because, LONGEST_WHY, false);
        if (wrong != null) throw new Refused(wrong, "");
        decide(Decision.DECLINED, because, by, clock);
    }

    /** The person wants it no longer. */
    public void withdraw(Actor by, Clock clock) {
        refuseIfDecided();
        decide(Decision.WITHDRAWN, null, by, clock);
    }

    private void refuseIfDecided() {
        if (!isOpen()) throw new Refused("This was decided already, by " + decidedBy, "");
    }

    private void decide(Decision what, String because, Actor by, Clock clock) {
        decision = what;
        reason = because;
        decidedAt = clock.instant();
        decidedBy = by.name();
    }
}
