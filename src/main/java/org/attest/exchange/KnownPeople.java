package org.attest.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The people of the force, asked by what can be in a file. */
interface KnownPeople {

    /** By what a person is found and told apart: {@code email} in small letters, {@code name} folded; null where unknown. */
    record Sign(Long id, String ref, String name, String forceNumber, String email, LocalDate birthDate) {}

    /** Whose reference with us this is, as typed; null for nobody. */
    Sign withReference(String typed);

    /** Whose number this is; null for nobody. */
    Sign withForceNumber(String forceNumber);

    /** Whose address this is; null for nobody. */
    Sign withEmail(String email);

    /** Everyone of this folded name. */
    List<Sign> named(String folded);

    /** All that is held about these, by id. */
    Map<Long, KnownPerson> held(Collection<Long> ids);
}
