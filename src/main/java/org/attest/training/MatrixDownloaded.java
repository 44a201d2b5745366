package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** Somebody took a force's matrix of training away as a file. */
record MatrixDownloaded(Actor by, Force force, String query, int rows) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "training matrix " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("query", query, "rows", String.valueOf(rows));
    }
}
