package org.attest.notice;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Somebody chose how often Attest writes to them. */
record EmailChosen(Actor by, EmailPreference.When wanted) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "account " + by.ref();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("emails", wanted.name());
    }
}
