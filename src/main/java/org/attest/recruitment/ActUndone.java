package org.attest.recruitment;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** What was done to many people in one go was taken back as a whole; what that did to each is a deed of its own. */
record ActUndone(Actor by, BulkAct act) implements Deed {

    @Override
    public String chain() {
        return act.force.slug;
    }

    @Override
    public String object() {
        return "act " + act.ref;
    }
}
