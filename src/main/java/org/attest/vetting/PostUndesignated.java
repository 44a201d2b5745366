package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Reference;

/** A force took a post off its list of designated posts. */
public record PostUndesignated(Actor by, DesignatedPost post) implements Deed {

    @Override
    public String chain() {
        return post.force.slug;
    }

    @Override
    public String object() {
        return "designated post " + Reference.grouped(post.ref);
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("endedOn", post.endedOn.toString());
    }
}
