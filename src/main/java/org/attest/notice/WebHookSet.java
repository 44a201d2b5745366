package org.attest.notice;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force's urgent notices are called out at another address, or with another secret. */
record WebHookSet(Actor by, Force force, String address) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "web hook " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("address", address);
    }
}
