package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** An extension was ended before its last day. */
public record ExtensionEnded(Actor by, Extension extension) implements Deed {

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
        return Map.of("endedOn", extension.endedOn.toString());
    }
}
