package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force set the age from which it accepts applications (vetting rule 16). */
public record JoiningAgeSet(Actor by, Force force, int years) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "force " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("youngestApplicant", String.valueOf(years));
    }
}
