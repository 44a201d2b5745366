package org.attest.force;

import java.util.Set;

/**
 * Whose records may be loaded now. The row filter asks it below every query; {@code security} answers from who is
 * signed in. Without an answer nothing is found.
 */
public interface CurrentScope {

    /** Ids of the forces whose rows may be loaded; empty when none may. */
    Set<Long> forceIds();
}
