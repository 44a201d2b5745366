package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A part of a module's draft is saved; what it says stays in the draft. */
public record ModuleDraftSaved(Actor by, String code, String part) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "module " + code;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("part", part);
    }
}
