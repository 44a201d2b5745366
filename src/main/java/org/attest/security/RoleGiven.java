package org.attest.security;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A role was given to an account, in a force or nationally; the chain says which. */
public record RoleGiven(Actor by, String chain, String account, Role role) implements Deed {

    @Override
    public String object() {
        return "account " + account;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("role", role.name());
    }
}
