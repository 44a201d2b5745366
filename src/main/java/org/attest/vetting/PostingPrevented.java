package org.attest.vetting;

import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/** Somebody was not put into a designated post for want of the clearance it asks for (vetting rule 8). */
public record PostingPrevented(Actor by, PreventedPosting prevented) implements PostingDeed {

    @Override
    public Volunteer volunteer() {
        return prevented.volunteer;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "post", prevented.post.ref,
                "fromDay", prevented.fromDay.toString(),
                "needed", prevented.needed.name());
    }

    /** What the page says. */
    public String sentence() {
        return "The post asks for live " + prevented.needed.inWords() + ", and " + prevented.volunteer.called()
                + " has none on " + Formats.inWords(prevented.fromDay)
                + " (vetting rule 8). The attempt is kept as prevented";
    }
}
