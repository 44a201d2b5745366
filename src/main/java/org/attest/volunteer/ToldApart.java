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
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Somebody looked at two records that are alike and said: not the same person. Until it is taken back nobody asks again. */
@Entity
public class ToldApart extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "told_apart_seq")
    @SequenceGenerator(name = "told_apart_seq", sequenceName = "told_apart_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "one_id")
    public Volunteer one;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "other_id")
    public Volunteer other;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** When it was taken back; null while it holds. */
    @Column(name = "taken_back_at")
    public Instant takenBackAt;

    @Column(name = "taken_back_by")
    public String takenBackBy;

    private static final String BETWEEN = "((one = ?1 and other = ?2) or (one = ?2 and other = ?1))";

    /** What holds between the two now, in whichever order. */
    public static Optional<ToldApart> between(Volunteer one, Volunteer other) {
        return find(BETWEEN + " and takenBackAt is null order by id", one, other)
                .firstResultOptional();
    }

    /** Whom the person was told apart from and still is, with the other records, newest first. */
    public static List<ToldApart> of(Volunteer person) {
        return list(
                "from ToldApart t join fetch t.one join fetch t.other where (t.one = ?1 or t.other = ?1)"
                        + " and t.takenBackAt is null order by t.recordedAt desc, t.id desc",
                person);
    }

    /** The two are not the same person. Refused when somebody said so already. */
    public static PeopleToldApart tellApart(Volunteer one, Volunteer other, Actor by, Clock clock) {
        if (one.equals(other)) throw new Refused("This is one record, not two", "");
        if (!one.force.id.equals(other.force.id)) throw new Refused("The records are of two forces", "");
        between(one, other).ifPresent(said -> {
            throw new Refused(
                    said.recordedBy + " told the two apart on " + Formats.inWords(said.recordedAt) + " already", "");
        });
        var said = new ToldApart();
        said.force = one.force;
        said.one = one;
        said.other = other;
        said.recordedAt = clock.instant();
        said.recordedBy = by.name();
        said.persist();
        return new PeopleToldApart(by, one, other);
    }

    /** It was an error: the two may be suggested, and merged, again. */
    public TellingApartTakenBack takeBack(Actor by, Clock clock) {
        if (takenBackAt != null) throw new Refused("It was taken back on " + Formats.inWords(takenBackAt), "");
        takenBackAt = clock.instant();
        takenBackBy = by.name();
        return new TellingApartTakenBack(by, one, other);
    }

    /** The other of the two. */
    public Volunteer beside(Volunteer person) {
        return one.equals(person) ? other : one;
    }

    /** Once two records are one, it says nothing any more that it was taken back between them; the trail keeps it. */
    static void forget(Volunteer one, Volunteer other) {
        delete(BETWEEN, one, other);
    }
}
