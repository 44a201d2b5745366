package org.attest.notice;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A message that was given up is tried anew. */
record MessageQueuedAgain(Actor by, Message message) implements Deed {

    @Override
    public String chain() {
        return message.force == null ? NATIONAL : message.force.slug;
    }

    @Override
    public String object() {
        return "message " + message.ref;
    }
}
