package org.attest.demo;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/**
 * The demonstration data of a force, or the national accounts, were loaded: one entry of each chain, as for an import.
 *
 * @param people how many people came with it
 */
record DemonstrationLoaded(Actor by, String chain, int people) implements Deed {

    @Override
    public String object() {
        return "demonstration data";
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("people", String.valueOf(people));
    }
}
