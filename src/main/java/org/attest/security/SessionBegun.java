package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Somebody signed in. */
public record SessionBegun(Actor by, String chain, String account) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }
}
