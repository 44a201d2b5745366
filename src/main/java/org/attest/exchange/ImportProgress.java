package org.attest.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.ForceOwned;

/**
 * How far the work on a long file is. Apart from the batch, because it is written while the transaction of the work holds that,
 * and stored, because whoever asks may ask another node, or tomorrow.
 */
@Entity
public class ImportProgress extends ForceOwned {

    /** What is done with the file. */
    enum What {
        READING("The file is being read"),
        CHECKING("Every row is being looked at"),
        BRINGING("The rows are being brought in");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** After so long without a sign the node that was at it is taken to be gone. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    @Id
    @Column(name = "batch_id")
    public Long batchId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    What what;

    @Column(name = "rows_done")
    public int rowsDone;

    /** 0 while nobody knows. */
    @Column(name = "rows_total")
    public int rowsTotal;

    @Column(name = "begun_at", nullable = false)
    public Instant begunAt;

    @Column(name = "begun_by", nullable = false)
    public String begunBy;

    /** The last sign of work. */
    @Column(name = "seen_at", nullable = false)
    Instant seenAt;

    /** Null while it goes on. */
    @Column(name = "ended_at")
    Instant endedAt;

    /** Somebody asked for it to be stopped. */
    public boolean cancelled;

    /** Why it ended without being done; null when it was done, or goes on. */
    public String fault;

    static Optional<ImportProgress> of(ImportBatch batch) {
        return findByIdOptional(batch.id);
    }

    /** The work that goes on, or ended without being done. */
    static Optional<ImportProgress> unfinished(ImportBatch batch) {
        return of(batch).filter(progress -> progress.endedAt == null || progress.fault != null);
    }

    static void begin(ImportBatch batch, What what, Actor by, Clock clock) {
        var progress = of(batch).orElseGet(ImportProgress::new);
        progress.batchId = batch.id;
        progress.force = batch.force;
        progress.what = what;
        progress.rowsDone = 0;
        progress.endedAt = null;
        progress.cancelled = false;
        progress.fault = null;
        progress.rowsTotal = what == What.READING ? 0 : batch.rowCount;
        progress.begunAt = clock.instant();
        progress.begunBy = by.name();
        progress.seenAt = progress.begunAt;
        progress.persist();
    }

    /** A sign of work; whether it is to stop. */
    static boolean tick(Long batchId, int rows, Instant now) {
        update("rowsDone = ?1, seenAt = ?2 where batchId = ?3", rows, now, batchId);
        return count("batchId = ?1 and cancelled = true", batchId) > 0;
    }

    static void end(Long batchId, String fault, Instant now) {
        update("endedAt = ?1, seenAt = ?1, fault = ?2 where batchId = ?3", now, fault, batchId);
    }

    void cancel() {
        cancelled = true;
    }

    /** The failure has been read: the file goes on from where it was. */
    void settle() {
        fault = null;
        if (endedAt == null) endedAt = seenAt;
    }

    public String words() {
        return what.words;
    }

    boolean is(What other) {
        return what == other;
    }

    public boolean isReading() {
        return what == What.READING;
    }

    /** Whether it goes on, as far as one can tell. */
    boolean isGoingOn(Instant now) {
        return endedAt == null && seenAt.plus(SILENCE).isAfter(now);
    }

    /** Whether somebody is at work on the file. */
    static boolean isGoingOn(ImportBatch batch, Instant now) {
        return of(batch).filter(progress -> progress.isGoingOn(now)).isPresent();
    }

    /** In hundredths; 0 where the whole is not known. */
    public int percent() {
        return rowsTotal == 0 ? 0 : Math.min(100, (int) (100L * rowsDone / rowsTotal));
    }
}
