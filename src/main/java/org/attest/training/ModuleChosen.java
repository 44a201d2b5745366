package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force switched a module on or off that is left to its choice: the answers of its people may be others now. */
public record ModuleChosen(Actor by, ModuleChoice choice) implements Deed {

    @Override
    public String chain() {
        return choice.force.slug;
    }

    @Override
    public String object() {
        return "force " + choice.force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("module", choice.module.code, "switchedOn", String.valueOf(choice.switchedOn));
    }
}
