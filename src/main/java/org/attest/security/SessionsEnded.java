package org.attest.security;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** One or more sessions of an account were ended by a person: signed out, or ended from elsewhere. */
public record SessionsEnded(Actor by, String chain, String account, String reason) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }

    @Override
    public String reason() {
        return reason;
    }
}
