package org.attest.training;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A module's draft is dropped; what is published stays. */
public record ModuleDraftDiscarded(Actor by, String code) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "module " + code;
    }
}
