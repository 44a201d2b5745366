package org.attest.volunteer;

import java.util.Optional;
import org.attest.force.Force;

/** A room that knows whom people outside may turn to in a force. */
public interface ContactSource {

    /** In the force's words, as on its public page; empty where it has named nobody. */
    Optional<String> contact(Force force);
}
