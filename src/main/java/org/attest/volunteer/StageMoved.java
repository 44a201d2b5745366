package org.attest.volunteer;

import java.time.LocalDate;
import java.util.Map;
import org.attest.audit.Actor;

/**
 * A person moved to another stage, or left.
 *
 * @param because why they left; null for every other move
 * @param change the row that says so
 */
public record StageMoved(
        Actor by, Volunteer volunteer, Stage from, Stage to, LocalDate on, LeavingReason because, StageChange change)
        implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("stage", to.slug(), "stageSince", on.toString());
    }

    @Override
    public String reason() {
        if (because != null) return because.name();
        return change.reopeningReason == null ? null : change.reopeningReason.name();
    }
}
