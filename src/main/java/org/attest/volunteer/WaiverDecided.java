package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A second person granted or declined a waiver. */
public record WaiverDecided(Actor by, Volunteer volunteer, Waiver waiver) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of("waiver", waiver.ref, "lastDay", waiver.lastDay.toString());
    }

    @Override
    public String reason() {
        return waiver.granted ? "GRANTED" : "DECLINED";
    }
}
