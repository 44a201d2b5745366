package org.attest.exchange;

import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.DryRunPage.Line;
import org.attest.force.ForceOwned;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of a long file as it came out, kept so that its pages are shown without looking at every row again. */
@Entity
public class CheckedLine extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "checked_line_seq")
    @SequenceGenerator(name = "checked_line_seq", sequenceName = "checked_line_seq", allocationSize = 50)
    public Long id;

    @Column(name = "batch_id", updatable = false)
    Long batchId;

    @Column(name = "row_no", updatable = false)
    int rowNo;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    Outcome outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    Line line;

    static CheckedLine of(ImportBatch batch, CheckedRow row, Mapping mapping) {
        var kept = new CheckedLine();
        kept.force = batch.force;
        kept.batchId = batch.id;
        kept.rowNo = row.number();
        kept.outcome = row.outcome();
        kept.line = Line.of(row, mapping, true);
        return kept;
    }

    static List<Line> of(ImportBatch batch, Outcome outcome, int page, int size) {
        return CheckedLine.<CheckedLine>find("batchId = ?1 and outcome = ?2 order by rowNo, id", batch.id, outcome)
                .page(Page.of(page, size))
                .list()
                .stream()
                .map(kept -> kept.line)
                .toList();
    }

    static void forget(ImportBatch batch) {
        delete("batchId", batch.id);
    }
}
