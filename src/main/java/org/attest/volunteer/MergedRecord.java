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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is left of a record that was merged into another: what it said, and where its reference leads now. It is no
 * {@link Volunteer}, so that no list, count or file can show the person twice.
 */
@Entity
public class MergedRecord extends ForceOwned {

    /** A move between stages that the record had, and that does not fit into the history of the one that stays. */
    public record StageThen(
            Stage from,
            Stage to,
            LocalDate onDay,
            String reason,
            LeavingReason leavingReason,
            Instant recordedAt,
            String recordedBy) {

        static StageThen of(StageChange change) {
            return new StageThen(
                    change.from,
                    change.to,
                    change.onDay,
                    change.reason,
                    change.leavingReason,
                    change.recordedAt,
                    change.recordedBy);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "merged_record_seq")
    @SequenceGenerator(name = "merged_record_seq", sequenceName = "merged_record_seq", allocationSize = 50)
    public Long id;

    /** The reference that the record had; no other will have it. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** The record that stayed, and that it leads to. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    @Column(name = "full_name", nullable = false, updatable = false)
    public String fullName;

    /** Every field as the record had it, chosen or not; empty ones are left out. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    public Map<String, String> said;

    /** Moves that are no part of the history any more; empty for most. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    public List<StageThen> aside;

    /** How it is known that both were one person's. */
    @Column(nullable = false, updatable = false)
    public String how;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** By reference as typed, with the record it leads to, within scope. */
    public static Optional<MergedRecord> byRef(String typed) {
        return find(
                        "from MergedRecord m join fetch m.volunteer v join fetch v.force where m.ref = ?1",
                        Reference.normalise(typed))
                .firstResultOptional();
    }

    /** The records that were merged into the person's, oldest first. */
    public static List<MergedRecord> of(Volunteer volunteer) {
        return list("volunteer = ?1 order by recordedAt, id", volunteer);
    }
}
