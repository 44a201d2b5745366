package org.attest.exchange;

import io.quarkus.panache.common.Page;
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
import java.util.List;
import org.attest.force.ForceOwned;
import org.attest.volunteer.Volunteer;

/** Which row of a file brought or changed which person. Rows are only added. */
@Entity
public class ImportedRow extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "imported_row_seq")
    @SequenceGenerator(name = "imported_row_seq", sequenceName = "imported_row_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "batch_id", updatable = false)
    ImportBatch batch;

    /** As in the spreadsheet. */
    @Column(name = "row_no")
    public int rowNo;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    CheckedRow.Outcome outcome;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    static void record(ImportBatch batch, int rowNo, CheckedRow.Outcome outcome, Volunteer person) {
        var row = new ImportedRow();
        row.force = batch.force;
        row.batch = batch;
        row.rowNo = rowNo;
        row.outcome = outcome;
        row.volunteer = person;
        row.persist();
    }

    /** The people a batch brought or changed, in the order of the file. */
    static List<ImportedRow> of(ImportBatch batch, int page, int size) {
        return find(
                        "from ImportedRow r join fetch r.volunteer v left join fetch v.cohort where r.batch = ?1 order by r.rowNo, r.id",
                        batch)
                .page(Page.of(page, size))
                .list();
    }

    static long countOf(ImportBatch batch) {
        return count("batch", batch);
    }

    public boolean isNew() {
        return outcome == CheckedRow.Outcome.NEW;
    }
}
