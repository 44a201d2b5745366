package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** An account was opened for a person. */
public record AccountOpened(Actor by, String chain, String account) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }
}
