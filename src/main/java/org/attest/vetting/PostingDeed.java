package org.attest.vetting;

import org.attest.volunteer.AboutVolunteer;

/** What came of putting somebody into a designated post. */
public sealed interface PostingDeed extends AboutVolunteer permits PutIntoPost, PostingPrevented {

    @Override
    default boolean changesFacts() {
        return false;
    }
}
