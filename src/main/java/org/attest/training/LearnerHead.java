package org.attest.training;

import org.attest.volunteer.Volunteer;

/** What stands on top of each page about one person's training: whose it is, and the way back to the record. */
record LearnerHead(String ref, String name, String called, String forceName, String forceSlug) {

    static LearnerHead of(Volunteer person) {
        return new LearnerHead(person.ref, person.fullName, person.called(), person.force.name, person.force.slug);
    }

    /** Address of the record. */
    public String path() {
        return "/volunteers/" + ref;
    }
}
