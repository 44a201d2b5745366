package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force set how long a refusal can be questioned, and from when somebody refused can apply anew. */
public record RefusalWindowSet(Actor by, Force force, RefusalWindow.Values values) implements Deed {

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
        return Map.of(
                "appealDays", String.valueOf(values.appealDays()),
                "reapplyMonths", String.valueOf(values.reapplyMonths()));
    }
}
