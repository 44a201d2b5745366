package org.attest.desk;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** Somebody took a copy of the trail, or of what they looked for in it. */
record TrailExported(Actor by, String chain, String object, Map<String, String> fields) implements Deed {

    TrailExported(Actor by, String chain, String object) {
        this(by, chain, object, Map.of());
    }
}
