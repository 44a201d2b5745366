package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A second person approved or declined an extension. */
public record ExtensionDecided(Actor by, Extension extension) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "extension " + extension.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("approved", extension.approved.toString());
    }
}
