package org.attest.security;

import java.time.Instant;

/**
 * Brings a single-use link to the person it is for. While it is not ready, the link is shown once to the administrator
 * who made it, who hands it over.
 */
public interface LinkDelivery {

    /** Whether links reach people now; not so while no mail server is set. */
    boolean isReady();

    /**
     * Sends the link after the commit of the running transaction.
     *
     * @param path within Attest; holds the secret, so it must not be logged
     * @param expiresAt the first instant at which it cannot be used
     */
    void deliver(Account account, SingleUseLink.Purpose purpose, String path, Instant expiresAt);
}
