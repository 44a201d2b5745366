package org.attest.volunteer;

import org.attest.audit.Deed;
import org.attest.force.Reference;

/** A deed that touches one person's record. {@code readiness} works the person's answer out again on each that changes facts. */
public interface AboutVolunteer extends Deed {

    Volunteer volunteer();

    /** Whether the person's answer may be another now; false for a mere look. */
    default boolean changesFacts() {
        return true;
    }

    @Override
    default String chain() {
        return volunteer().force.slug;
    }

    @Override
    default String object() {
        return "volunteer " + Reference.grouped(volunteer().ref);
    }

    @Override
    default String subject() {
        return volunteer().ref;
    }
}
