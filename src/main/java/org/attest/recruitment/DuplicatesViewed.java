package org.attest.recruitment;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** Somebody looked at the records of a force that may be of one person each, with birth dates and telephone numbers. */
record DuplicatesViewed(Actor by, Force force, int pairs) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "force " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("pairs", String.valueOf(pairs));
    }
}
