package org.attest.security;

import java.util.List;

/** Who came with a session, as read from the database for this one request. */
record SignedIn(Long accountId, Long sessionId, String ref, String name, String email, List<CurrentUser.Held> held) {

    /** Under this name the security identity carries it through the request. */
    static final String ATTRIBUTE = "attest.signed-in";

    static final SignedIn NOBODY = new SignedIn(null, null, null, null, null, List.of());

    static SignedIn with(Session session) {
        var account = session.account;
        var held = account.roles().stream()
                .map(g -> g.force == null
                        ? new CurrentUser.Held(g.role, null, null, null)
                        : new CurrentUser.Held(g.role, g.force.id, g.force.slug, g.force.name))
                .toList();
        return new SignedIn(account.id, session.id, account.ref, account.name, account.email, held);
    }
}
