package org.attest.vetting;

import java.time.LocalDate;
import org.attest.volunteer.Volunteer;

/**
 * What stands on top of each page about one case: whose it is, how it stands, and the way back.
 *
 * @param stamp how far the case has come, for a form to say what it was made on: see {@link MovedMeanwhile}
 */
record CaseHead(
        String ref,
        String name,
        String called,
        String personRef,
        ClearanceLevel level,
        String forceName,
        String forceSlug,
        CaseState state,
        String stamp) {

    static CaseHead of(VettingCase vettingCase, LocalDate today) {
        Volunteer person = vettingCase.volunteer;
        return new CaseHead(
                vettingCase.ref,
                person.fullName,
                person.called(),
                person.ref,
                vettingCase.level,
                vettingCase.force.name,
                vettingCase.force.slug,
                vettingCase.stateOn(today),
                MovedMeanwhile.stamp(vettingCase));
    }

    /** With another stamp: for a form about a part of the case. */
    CaseHead stamped(Object part) {
        return new CaseHead(ref, name, called, personRef, level, forceName, forceSlug, state, part.toString());
    }

    /** Address of the case. */
    public String path() {
        return "/vetting-cases/" + ref;
    }
}
