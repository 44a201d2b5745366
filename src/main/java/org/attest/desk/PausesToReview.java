package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Pause;
import org.attest.web.Formats;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Applications that rest and whose review has come or comes within a week. */
@ApplicationScoped
class PausesToReview implements WorkSource {

    /** Days ahead in which a review shows. */
    private static final int AHEAD = 7;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var until = today.plusDays(AHEAD);
        var rows = Pause.toReview(force, until, most).stream()
                .map(pause -> Work.yours(
                        pause.reviewOn,
                        today,
                        "Paused: " + pause.volunteer.fullName,
                        "/volunteers/" + pause.volunteer.ref + "/pause",
                        wording.pauseReason(pause.reason.name()) + ", since " + Formats.inWords(pause.startsOn)
                                + ". To be looked at by " + Formats.inWords(pause.reviewOn) + ".",
                        "Let it go on, or pause it anew"))
                .toList();
        return new Waiting(rows, Pause.countToReview(force, until));
    }
}
