package org.attest.volunteer;

import java.time.LocalDate;

/**
 * One thing that waits for a volunteer or applicant themselves, on their own page.
 *
 * @param what the task as the words of a link: {@code Book your interview}
 * @param address where the link leads
 * @param why one sentence behind it; may be null
 * @param due the day by which it is asked for; null without one
 */
public record OwnTask(String what, String address, String why, LocalDate due) {}
