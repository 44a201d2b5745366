package org.attest.volunteer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force set anew in how many days people should move on from stages, what it says of them, and which move by themselves. */
public record StageSettingsSet(Actor by, Force force, Map<Stage, StageSetting.Values> changed) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "force " + force.slug;
    }

    @Override
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        changed.forEach((stage, set) -> {
            fields.put(stage.slug() + ".targetDays", String.valueOf(set.targetDays()));
            fields.put(stage.slug() + ".usualTime", set.usualTime() == null ? "" : set.usualTime());
            fields.put(stage.slug() + ".advances", String.valueOf(set.advances()));
        });
        return fields;
    }
}
