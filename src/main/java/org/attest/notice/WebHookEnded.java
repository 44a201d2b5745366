package org.attest.notice;

import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force's urgent notices are no longer called out. */
record WebHookEnded(Actor by, Force force) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "web hook " + force.slug;
    }
}
