package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force set a figure of its vetting anew. */
public record VettingSettingSet(Actor by, VettingSetting setting) implements Deed {

    /** Whether people's answers may be others now. */
    public boolean changesAnswers() {
        return setting.figure == VettingFigure.APPOINTMENT;
    }

    @Override
    public String chain() {
        return setting.force.slug;
    }

    @Override
    public String object() {
        return "force " + setting.force.slug;
    }

    @Override
    public Map<String, String> fields() {
        var name = setting.figure.slug() + (setting.level == null ? "" : "." + setting.level.slug());
        return Map.of(name, (setting.amount == null ? "" : setting.amount) + " " + setting.unit.name());
    }
}
