package org.attest.volunteer;

/**
 * What two records of one person say together, field by field as somebody chose it.
 *
 * @param line the one of the two whose application goes on: its stage, since when, and its day of application
 * @param cohort of either; null for none
 * @param accountId the account the person signs in with from now on; null for none
 * @param how how it is known that they are one person
 */
public record MergeChoice(Details details, Volunteer line, Cohort cohort, Long accountId, String how) {

    static final int LONGEST_HOW = 500;
}
