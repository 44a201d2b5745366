package org.attest.recruitment;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** Somebody took a list of people away as a file. */
record ListDownloaded(Actor by, Force force, String query, int rows) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "list of people " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("query", query, "rows", String.valueOf(rows));
    }
}
