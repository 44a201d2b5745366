package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A disabled account was enabled again. */
public record AccountEnabled(Actor by, String chain, String account) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }
}
