package org.attest.exchange;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Reference;

/** The chosen rows of a file are in: one entry for the whole batch. */
public record PeopleImported(Actor by, ImportBatch batch, int created, int changed) implements Deed {

    @Override
    public String chain() {
        return batch.force.slug;
    }

    @Override
    public String object() {
        return "import " + Reference.grouped(batch.ref);
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "file", batch.sha256,
                "new", String.valueOf(created),
                "changed", String.valueOf(changed),
                "same", String.valueOf(batch.sameCount),
                "refused", String.valueOf(batch.refusedCount),
                "leftOut", String.valueOf(batch.leftOutCount));
    }
}
