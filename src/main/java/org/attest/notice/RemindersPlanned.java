package org.attest.notice;

import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force set when it reminds of a kind of thing. */
record RemindersPlanned(Actor by, Force force, DueKind plan) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "reminders " + plan.code();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "lead days", plan.leadDays().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                "coordinators after", String.valueOf(plan.coordinatorAfter()),
                "lead after", String.valueOf(plan.leadAfter()));
    }
}
