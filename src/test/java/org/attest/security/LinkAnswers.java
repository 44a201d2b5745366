package org.attest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Lets tests of other packages answer those who cannot sign in, as the clock does. */
@ApplicationScoped
public class LinkAnswers {

    @Inject
    AccountAdministration administration;

    @Transactional
    public void answer() {
        administration.answerRequests(1000);
    }
}
