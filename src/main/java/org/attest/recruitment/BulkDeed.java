package org.attest.recruitment;

/** What can be done to many people in one act. */
enum BulkDeed {
    /** To the next stage. */
    NEXT,
    /** Into a cohort. */
    COHORT,
    /** Let the application rest. */
    PAUSE,
    /** Let it go on. */
    GO_ON,
    /** The application ends because the person wants that, or does not answer. */
    LEAVE,
    /** The force decides not to take the application further. */
    REFUSE
}
