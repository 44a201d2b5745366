package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Which modules each tier asks for, published anew. */
public record TierSetsPublished(Actor by, int number, String sha256) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "tier sets " + number;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("sha256", sha256);
    }
}
