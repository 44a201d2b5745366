package org.attest.security;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** The name or the e-mail address of an account was changed. */
public record AccountCorrected(Actor by, String chain, String account, String name, String email) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("name", name, "email", email);
    }
}
