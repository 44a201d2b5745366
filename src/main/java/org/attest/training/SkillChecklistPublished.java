package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** The skills of tutored shifts, published anew. */
public record SkillChecklistPublished(Actor by, int number, String sha256) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "skill checklist " + number;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("sha256", sha256);
    }
}
