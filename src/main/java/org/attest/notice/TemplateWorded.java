package org.attest.notice;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force words a letter or message anew, or uses the national words again. */
record TemplateWorded(Actor by, Force force, Template template, int version) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "template " + template.slug();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("version", String.valueOf(version));
    }
}
