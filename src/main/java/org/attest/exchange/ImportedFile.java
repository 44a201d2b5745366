package org.attest.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.NotFoundException;
import org.attest.force.ForceOwned;

/** The bytes of a file as they came, beside its batch, so that a list of batches does not load them. */
@Entity
public class ImportedFile extends ForceOwned {

    @Id
    @Column(name = "batch_id")
    public Long batchId;

    @Column(nullable = false, updatable = false)
    byte[] content;

    static void keep(ImportBatch batch, byte[] bytes) {
        var file = new ImportedFile();
        file.batchId = batch.id;
        file.force = batch.force;
        file.content = bytes;
        file.persist();
    }

    static byte[] bytesOf(ImportBatch batch) {
        return ImportedFile.<ImportedFile>findByIdOptional(batch.id).orElseThrow(NotFoundException::new).content;
    }

    static void forget(ImportBatch batch) {
        delete("batchId", batch.id);
    }
}
