package org.attest.volunteer;

import java.util.Map;
import org.attest.audit.Actor;

/** A special constable made the solemn declaration. */
public record Attested(Actor by, Volunteer volunteer, Attestation attestation) implements AboutVolunteer {

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "attestedOn",
                attestation.attestedOn.toString(),
                "magistrate",
                attestation.magistrate,
                "place",
                attestation.place);
    }
}
