package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Sessions that have begun and whose results are a draft still. */
@ApplicationScoped
class SessionWork implements WorkSource {

    /** Days after a session by which it should be closed. */
    private static final int DAYS_TO_CLOSE = 2;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.RECORD_TRAINING, force)) return Waiting.NOTHING;
        var sessions = TaughtSession.unclosed(force, clock.instant());
        return new Waiting(sessions.stream().limit(most).map(s -> row(s, today)).toList(), sessions.size());
    }

    private static Work row(TaughtSession session, LocalDate today) {
        return Work.yours(
                session.day().plusDays(DAYS_TO_CLOSE),
                today,
                session.module.code + " of " + session.when(),
                session.path() + "/register",
                "Its results are a draft until it is closed.",
                "Write the register");
    }
}
