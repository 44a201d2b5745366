package org.attest.volunteer;

import java.time.LocalDate;
import java.util.List;

/** Whoever asks something of a volunteer or applicant implements it as a bean; their own page gathers what all of them ask. */
public interface OwnTaskSource {

    /** What waits for the person on the day, soonest due first. */
    List<OwnTask> tasks(Volunteer person, LocalDate today);
}
