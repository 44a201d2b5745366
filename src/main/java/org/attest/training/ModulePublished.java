package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A version of a module is published. Who passed an earlier one is not touched by it. */
public record ModulePublished(Actor by, String code, int number, String sha256) implements Deed {

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
        return Map.of("number", String.valueOf(number), "sha256", sha256);
    }
}
