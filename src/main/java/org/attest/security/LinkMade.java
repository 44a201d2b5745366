package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A single-use link was made with which a person sets their password. */
public record LinkMade(Actor by, String chain, String account, String reason) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }

    @Override
    public String reason() {
        return reason;
    }
}
