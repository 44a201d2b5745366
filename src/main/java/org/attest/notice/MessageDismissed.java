package org.attest.notice;

import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Somebody has seen that a message never arrived, and that nobody will try again. */
record MessageDismissed(Actor by, Message message) implements Deed {

    @Override
    public String chain() {
        return message.force == null ? NATIONAL : message.force.slug;
    }

    @Override
    public String object() {
        return "message " + message.ref;
    }
}
