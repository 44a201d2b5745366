package org.attest.recruitment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Something done to many people in one go, with a {@link BulkLine} for each. It can be taken back as a whole, once. */
@Entity
public class BulkAct extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bulk_act_seq")
    @SequenceGenerator(name = "bulk_act_seq", sequenceName = "bulk_act_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** In words: {@code Move to the next stage}. */
    @Column(nullable = false, updatable = false)
    public String what;

    @Column(name = "done_count", nullable = false, updatable = false)
    public int done;

    @Column(name = "refused_count", nullable = false, updatable = false)
    public int refused;

    @Column(name = "done_at", nullable = false, updatable = false)
    public Instant doneAt;

    @Column(name = "done_by", nullable = false, updatable = false)
    public String doneBy;

    /** Null unless it was taken back. */
    @Column(name = "undone_at")
    public Instant undoneAt;

    @Column(name = "undone_by")
    public String undoneBy;

    @Version
    public int version;

    /** The force's acts, newest first. */
    static List<BulkAct> of(Force force, int most) {
        return BulkAct.<BulkAct>find("force = ?1 order by doneAt desc, id desc", force)
                .page(0, most)
                .list();
    }

    /** By reference as typed, within scope. */
    static Optional<BulkAct> byRef(String typed) {
        return find("from BulkAct a join fetch a.force where a.ref = ?1", Reference.normalise(typed))
                .firstResultOptional();
    }

    static BulkAct record(Force force, String what, int done, int refused, Actor by, Clock clock) {
        var act = new BulkAct();
        act.force = force;
        act.ref = Reference.random();
        act.what = what;
        act.done = done;
        act.refused = refused;
        act.doneAt = clock.instant();
        act.doneBy = by.name();
        act.persist();
        return act;
    }

    void markUndone(Actor by, Clock clock) {
        if (undoneAt != null) {
            throw new Refused("It was undone already, by " + undoneBy + " on " + Formats.inWords(undoneAt), "");
        }
        undoneAt = clock.instant();
        undoneBy = by.name();
    }
}
