package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** The next version of a module is begun, from a published one or from nothing. */
public record ModuleDraftBegun(Actor by, String code, int basedOn) implements Deed {

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
        return Map.of("based on", String.valueOf(basedOn));
    }
}
