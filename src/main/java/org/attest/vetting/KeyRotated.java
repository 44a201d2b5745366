package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/**
 * Another key took the place of a compartment's.
 *
 * @param cases how many keys of cases it seals now
 */
record KeyRotated(Actor by, String compartment, int cases) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "compartment " + compartment;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("cases", String.valueOf(cases));
    }
}
