package org.attest.notice;

import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A test was sent through a force's web hook. */
record WebHookTested(Actor by, Force force) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "web hook " + force.slug;
    }
}
