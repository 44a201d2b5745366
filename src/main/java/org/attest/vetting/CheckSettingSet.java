package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force asks for a check otherwise at a level. */
record CheckSettingSet(Actor by, Force force, ClearanceLevel level, String code, CheckSetting.Asked asked)
        implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "vetting check " + code;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("level", level.name(), "asked", asked.name());
    }
}
