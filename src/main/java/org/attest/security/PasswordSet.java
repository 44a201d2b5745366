package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A password was set, by its owner. */
public record PasswordSet(Actor by, String chain, String account, String reason) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }

    @Override
    public String reason() {
        return reason;
    }
}
