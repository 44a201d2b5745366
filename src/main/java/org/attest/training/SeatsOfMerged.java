package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;

/** Of two records that become one, one has a seat in each session whose results do not stand yet; who waits moves up. */
@ApplicationScoped
class SeatsOfMerged implements MergeRule {

    @Inject
    SessionNews news;

    @Inject
    Clock clock;

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        var both = Seat.unclosed(kept).stream().map(seat -> seat.session).collect(Collectors.toSet());
        for (var seat : Seat.unclosed(gone)) {
            if (!both.contains(seat.session)) continue;
            seat.session.hold();
            seat.end(Actor.ATTEST, clock);
            news.fill(seat.session);
        }
    }
}
