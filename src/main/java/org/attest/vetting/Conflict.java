package org.attest.vetting;

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
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * That somebody of the vetting unit or the panel is close to a person, or is in their line: as long as it lasts, no case of
 * that person opens to them (features row 27, vetting section 3.4). Declared by themselves, or recorded by the manager.
 */
@Entity(name = "VettingConflict")
@Table(name = "vetting_conflict")
public class Conflict extends ForceOwned {

    /** In which way they are close. */
    public enum Kind {
        FAMILY("Family"),
        LINE_MANAGEMENT("Line manager"),
        CLOSE_COLLEAGUE("Close colleague"),
        OTHER("Another link");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_conflict_seq")
    @SequenceGenerator(name = "vetting_conflict_seq", sequenceName = "vetting_conflict_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    /** Of whom it is said. */
    @Column(name = "account_ref", nullable = false, updatable = false)
    public String accountRef;

    @Column(nullable = false, updatable = false)
    public String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Kind kind;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    /** Those of the force that last, with the person, newest first. */
    static List<Conflict> lasting(Force force) {
        return list(
                "from VettingConflict c join fetch c.volunteer where c.force = ?1 and c.endedAt is null"
                        + " order by c.recordedAt desc, c.id desc",
                force);
    }

    static Optional<Conflict> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    /** The accounts of whoever is close to the person now. */
    static List<String> closeTo(Volunteer person) {
        return Conflict.<Conflict>list("volunteer = ?1 and endedAt is null", person).stream()
                .map(c -> c.accountRef)
                .toList();
    }

    static boolean lasts(Volunteer person, String accountRef) {
        return count("volunteer = ?1 and accountRef = ?2 and endedAt is null", person, accountRef) > 0;
    }

    /** Ids of the people among these that the account is close to, in one statement. */
    static Set<Long> closeTo(Collection<Volunteer> people, String accountRef) {
        if (people.isEmpty()) return Set.of();
        return Conflict.<Conflict>list("volunteer in ?1 and accountRef = ?2 and endedAt is null", people, accountRef)
                .stream()
                .map(c -> c.volunteer.id)
                .collect(Collectors.toSet());
    }

    /** Somebody says so, of themselves or as the manager of another. */
    static ConflictSaid declare(Volunteer person, String accountRef, String name, Kind kind, Actor by, Clock clock) {
        if (lasts(person, accountRef)) throw new Refused("The link is recorded already", "");
        var conflict = new Conflict();
        conflict.force = person.force;
        conflict.ref = Reference.random();
        conflict.volunteer = person;
        conflict.accountRef = accountRef;
        conflict.name = name;
        conflict.kind = kind;
        conflict.recordedAt = clock.instant();
        conflict.recordedBy = by.name();
        conflict.persist();
        return new ConflictSaid(by, conflict, false);
    }

    /** It lasts no more. Refused to the one it is said of: a second person has to see that it is so. */
    ConflictSaid end(Actor by, Clock clock) {
        if (endedAt != null) throw new Refused("It has ended already", "");
        if (by.ref().equals(accountRef)) {
            throw new Refused("Somebody else has to end a link that was recorded of you", "vetting section 3.4");
        }
        endedAt = clock.instant();
        endedBy = by.name();
        return new ConflictSaid(by, this, true);
    }
}
