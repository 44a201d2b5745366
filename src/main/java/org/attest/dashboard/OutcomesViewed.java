package org.attest.dashboard;

import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** Somebody looked at what came of a force's vetting by protected characteristic. */
record OutcomesViewed(Actor by, Force force) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "vetting outcomes";
    }
}
