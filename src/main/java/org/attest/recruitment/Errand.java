package org.attest.recruitment;

import java.util.Optional;
import org.attest.volunteer.Volunteer;

/**
 * What is asked to be done to one person in an act on many, as a form says it: {@code NEXT}, {@code COHORT-K7QM4XRD92TW},
 * {@code LEAVE-WITHDREW}.
 *
 * @param code the cohort's reference or the reason; empty where the deed needs none, or where it is asked for all together
 */
record Errand(BulkDeed deed, String code) {

    static Optional<Errand> of(String typed) {
        int dash = typed.indexOf('-');
        var name = dash < 0 ? typed : typed.substring(0, dash);
        for (var deed : BulkDeed.values()) {
            if (deed.name().equals(name))
                return Optional.of(new Errand(deed, dash < 0 ? "" : typed.substring(dash + 1)));
        }
        return Optional.empty();
    }

    /** As a form says it. */
    public String typed() {
        return code.isEmpty() ? deed.name() : deed.name() + "-" + code;
    }

    /** Where the person stands as far as it matters to the deed, to notice that somebody was faster. */
    String standing(Volunteer person) {
        return deed == BulkDeed.COHORT
                ? person.cohort == null ? "none" : String.valueOf(person.cohort.id)
                : person.stage.name() + (person.pausedSince == null ? "" : "-paused");
    }
}
