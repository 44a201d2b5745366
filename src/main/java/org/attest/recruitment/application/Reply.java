package org.attest.recruitment.application;

/**
 * What a referee says.
 *
 * @param reliable keeps to what they promise
 * @param discreet can be trusted with confidential matters
 * @param steady stays calm when things are hard
 * @param recommended should be taken
 * @param remarks anything the force should know; may be null
 */
public record Reply(
        KnownFor knownFor, Opinion reliable, Opinion discreet, Opinion steady, Opinion recommended, String remarks) {

    static final int LONGEST_REMARKS = 3000;
}
