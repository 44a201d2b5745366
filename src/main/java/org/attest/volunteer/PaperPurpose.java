package org.attest.volunteer;

/** What a paper is to show. */
public enum PaperPurpose {
    /** The certificate that a long stay abroad demands (vetting rule 14). */
    GOOD_CONDUCT,
    /** Of the employer or the force, where the day job needs one (vetting section 6). */
    PERMISSION,
    /** One thing of an {@link InformationRequest}. */
    REQUESTED,
    /** A {@link KeyChange} that waits for approval. */
    DETAIL_CHANGE,
    /** A digital skill that nobody has verified. */
    SKILL,
    /** Something else, in the person's words. */
    OTHER
}
