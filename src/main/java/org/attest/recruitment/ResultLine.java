package org.attest.recruitment;

import org.attest.volunteer.Volunteer;

/**
 * What happened, or would happen, to one person of many.
 *
 * @param going whether it happens
 */
public record ResultLine(String ref, String name, String what, boolean going) {

    public static ResultLine of(Volunteer person, String what, boolean going) {
        return new ResultLine(person.ref, person.fullName, what, going);
    }
}
