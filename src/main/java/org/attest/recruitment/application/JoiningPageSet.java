package org.attest.recruitment.application;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;

/** A force changed what strangers read on its public page, or whether it takes applications. */
public record JoiningPageSet(Actor by, JoiningPage page) implements Deed {

    @Override
    public String chain() {
        return page.force.slug;
    }

    @Override
    public String object() {
        return "force " + page.force.slug;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "takesApplications",
                String.valueOf(page.takesApplications),
                "words",
                String.valueOf(page.words),
                "contact",
                String.valueOf(page.contact));
    }
}
