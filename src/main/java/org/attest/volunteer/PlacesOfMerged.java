package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.web.Refused;

/** Of two records that become one, one waits for a place, and one is asked for what is missing. */
@ApplicationScoped
class PlacesOfMerged implements MergeRule {

    @Inject
    Clock clock;

    @Override
    public Optional<Refused> refusal(Volunteer kept, Volunteer gone) {
        boolean both = InformationRequest.openFor(kept).isPresent()
                && InformationRequest.openFor(gone).isPresent();
        return both
                ? Optional.of(new Refused("Both records have an open request for information: withdraw one first", ""))
                : Optional.empty();
    }

    /** The longer wait goes on. */
    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        var one = CohortWait.of(kept);
        var other = CohortWait.of(gone);
        if (one.isEmpty() || other.isEmpty()) return;
        var later = one.get().joinedAt.isAfter(other.get().joinedAt) ? one.get() : other.get();
        later.end(CohortWait.Ending.GAVE_UP, Actor.ATTEST, clock);
    }
}
