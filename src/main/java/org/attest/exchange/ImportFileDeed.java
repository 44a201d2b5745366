package org.attest.exchange;

import java.util.Map;
import org.attest.audit.Deed;
import org.attest.force.Reference;

/** A deed about the bytes of a file. */
interface ImportFileDeed extends Deed {

    ImportBatch batch();

    @Override
    default String chain() {
        return batch().force.slug;
    }

    @Override
    default String object() {
        return "import " + Reference.grouped(batch().ref);
    }

    @Override
    default Map<String, String> fields() {
        return Map.of("file", batch().sha256);
    }
}
