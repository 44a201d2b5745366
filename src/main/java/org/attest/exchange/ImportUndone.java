package org.attest.exchange;

import java.util.Map;
import org.attest.audit.Actor;

/** What a file brought is out again: one entry for the whole batch. */
public record ImportUndone(Actor by, ImportBatch batch, int withdrawn, int putBack) implements ImportFileDeed {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "file", batch.sha256,
                "withdrawn", String.valueOf(withdrawn),
                "putBack", String.valueOf(putBack));
    }
}
