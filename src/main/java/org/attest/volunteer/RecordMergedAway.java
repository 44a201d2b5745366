package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Reference;

/** A record went up in another: what the trail says of the one that is gone. */
public record RecordMergedAway(Actor by, MergedRecord gone) implements Deed {

    @Override
    public String chain() {
        return gone.force.slug;
    }

    @Override
    public String object() {
        return "volunteer " + Reference.grouped(gone.ref);
    }

    @Override
    public String subject() {
        return gone.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("survivor", gone.volunteer.ref);
    }
}
