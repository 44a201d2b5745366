package org.attest.policy;

import java.time.LocalDate;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/**
 * A version of a policy was published. Answers are worked out again on its first day.
 *
 * @param issuer {@code national} or the slug of the force
 */
public record PolicyPublished(Actor by, String issuer, int number, LocalDate inForceFrom, String sha256)
        implements Deed {

    @Override
    public String chain() {
        return issuer;
    }

    @Override
    public String object() {
        return "policy " + issuer + " " + number;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("in force from", inForceFrom.toString(), "sha-256", sha256);
    }
}
