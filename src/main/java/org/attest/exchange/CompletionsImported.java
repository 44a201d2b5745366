package org.attest.exchange;

import java.util.Map;
import org.attest.audit.Actor;

/** The chosen completions of a file are in: one entry for the whole batch. */
public record CompletionsImported(Actor by, ImportBatch batch, int results, int confirmed, int people)
        implements ImportFileDeed {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "file", batch.sha256,
                "results", String.valueOf(results),
                "confirmed", String.valueOf(confirmed),
                "people", String.valueOf(people),
                "same", String.valueOf(batch.sameCount),
                "refused", String.valueOf(batch.refusedCount),
                "leftOut", String.valueOf(batch.leftOutCount));
    }
}
