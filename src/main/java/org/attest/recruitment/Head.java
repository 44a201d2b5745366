package org.attest.recruitment;

import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** What stands on top of each page about one person: who it is, and the way back to the record. */
public record Head(
        String ref, String name, String called, String forceName, String forceSlug, Stage stage, int version) {

    public static Head of(Volunteer person) {
        return new Head(
                person.ref,
                person.fullName,
                person.called(),
                person.force.name,
                person.force.slug,
                person.stage,
                person.version);
    }

    /** Address of the record. */
    public String path() {
        return "/volunteers/" + ref;
    }
}
