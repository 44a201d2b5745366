package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.web.Formats;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Holds whose review has come or comes soon, for whoever decides holds of that cause, and for nobody else. */
@ApplicationScoped
class HoldsToReview implements WorkSource {

    /** Days ahead in which a review shows. */
    private static final int AHEAD = 14;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        var causes = force == null ? Set.<HoldCause>of() : causes(force);
        if (causes.isEmpty()) return Waiting.NOTHING;
        var until = today.plusDays(AHEAD);
        var rows = Hold.toReview(force, causes, until, today, most).stream()
                .map(hold -> Work.yours(
                        hold.reviewOn,
                        today,
                        "Review: " + hold.volunteer.fullName,
                        "/volunteers/" + hold.volunteer.ref + "/profile#availability",
                        wording.holdCause(hold.cause.name()) + " since " + Formats.inWords(hold.startsOn)
                                + ", to be reviewed by " + Formats.inWords(hold.reviewOn) + ".",
                        "Prolong it or end it"))
                .toList();
        return new Waiting(rows, Hold.countToReview(force, causes, until, today));
    }

    private Set<HoldCause> causes(Force force) {
        var causes = EnumSet.noneOf(HoldCause.class);
        if (user.may(Permission.HOLD_FOR_CONDUCT, force)) {
            causes.add(HoldCause.CONDUCT);
            causes.add(HoldCause.ADMINISTRATION);
        }
        if (user.may(Permission.DECIDE_LEAVE, force)) causes.add(HoldCause.LEAVE);
        if (user.may(Permission.SEE_WELFARE_CAUSE, force)) causes.add(HoldCause.WELFARE);
        return causes;
    }
}
