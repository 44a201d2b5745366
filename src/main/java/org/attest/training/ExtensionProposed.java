package org.attest.training;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** It is proposed that a class of qualifications counts for longer. */
public record ExtensionProposed(Actor by, Extension extension) implements Deed {

    @Override
    public String chain() {
        return NATIONAL;
    }

    @Override
    public String object() {
        return "extension " + extension.ref;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "modules",
                extension.modules,
                "force",
                extension.force == null ? "" : extension.force.slug,
                "authority",
                extension.authority,
                "firstDay",
                extension.firstDay.toString(),
                "lastDay",
                extension.lastDay.toString());
    }
}
