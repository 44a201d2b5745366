package org.attest.recruitment;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Something was done to many people in one go; what it did to each is a deed of its own. */
record ActedTogether(Actor by, BulkAct act) implements Deed {

    @Override
    public String chain() {
        return act.force.slug;
    }

    @Override
    public String object() {
        return "act " + act.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("done", String.valueOf(act.done), "refused", String.valueOf(act.refused));
    }
}
