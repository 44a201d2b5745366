package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** An account was disabled: it cannot sign in, and its sessions ended. */
public record AccountDisabled(Actor by, String chain, String account) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }
}
