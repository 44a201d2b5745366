package org.attest.dashboard;

/**
 * What is counted of one force, before small numbers are hidden.
 *
 * @param inService people in service
 * @param deployable of them, in full or with limits
 * @param attested people attested in the last twelve months whose application day is known
 * @param daysToAttestation median days from application to attestation of those; null when there are none
 */
record ForceCount(String slug, String name, int inService, int deployable, int attested, Integer daysToAttestation) {

    int notDeployable() {
        return inService - deployable;
    }

    /** Share deployable in percent, between 0 and 100. */
    double share() {
        return 100.0 * deployable / inService;
    }
}
