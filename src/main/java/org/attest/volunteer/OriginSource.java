package org.attest.volunteer;

import java.util.Optional;

/** A room that brings people in by another way than a form, and can say how: from which file and row. */
public interface OriginSource {

    /** How the person came, to go on after {@code Brought in}: {@code from kent.csv, row 5}; empty where it does not know. */
    Optional<String> origin(Volunteer person);
}
