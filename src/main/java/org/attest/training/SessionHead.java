package org.attest.training;

import java.time.Instant;

/** What the pages about one session say of it. */
record SessionHead(TaughtSession session, ModuleDocument module, String forceName, String forceSlug, boolean begun) {

    static SessionHead of(TaughtSession session, Instant now) {
        return new SessionHead(
                session,
                ModuleVersion.taughtOn(session.module.code, session.day())
                        .orElseThrow()
                        .document(),
                session.force.name,
                session.force.slug,
                session.hasBegun(now));
    }

    public String path() {
        return session.path();
    }

    public boolean scored() {
        return module.pass().kind() == Pass.Kind.SCORE;
    }
}
