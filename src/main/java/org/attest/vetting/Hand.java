package org.attest.vetting;

/** In which capacity somebody acts on a case (vetting section 3.2). The line supervisor has no part. */
enum Hand {
    COORDINATOR,
    /** The person the case is about. */
    APPLICANT,
    /** Vetting officers, and managers who do an officer's work. */
    OFFICER,
    MANAGER,
    /** Of the appeal panel. */
    CHAIR,
    /** Only the day passes, or a clearance ended elsewhere. */
    SYSTEM
}
