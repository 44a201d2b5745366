package org.attest.recruitment.meeting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;

/** A force wants one kind of meeting otherwise from now on. */
public record MeetingRuleSet(Actor by, Force force, MeetingKind kind, MeetingRule.Terms terms) implements Deed {

    @Override
    public String chain() {
        return force.slug;
    }

    @Override
    public String object() {
        return "meeting rule " + kind.name();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "before",
                terms.before() == null ? "" : terms.before().slug(),
                "noticeHours",
                String.valueOf(terms.noticeHours()));
    }
}
