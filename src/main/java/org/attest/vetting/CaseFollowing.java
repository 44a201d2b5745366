package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.audit.Deed;

/**
 * A clearance that ended takes the case with it that it came of (vetting rule 10), unless the case has ended before it. So
 * does one that a later one of its level took the place of.
 */
@ApplicationScoped
class CaseFollowing {

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    void follow(@Observes ClearanceTerminated ended) {
        follow(ended.clearance());
    }

    void follow(@Observes ClearanceGranted granted) {
        followSuperseded(granted.clearance());
    }

    void follow(@Observes ClearanceRecorded recorded) {
        followSuperseded(recorded.clearance());
    }

    private void followSuperseded(Clearance by) {
        Clearance.of(by.volunteer).stream()
                .filter(c -> c.level == by.level && c.ending == ClearanceEnding.SUPERSEDED)
                .forEach(this::follow);
    }

    private void follow(Clearance ended) {
        if (ended.caseRef == null) return;
        var vettingCase = VettingCase.byRef(ended.caseRef).orElse(null);
        if (vettingCase == null) return;
        vettingCase.held();
        var today = LocalDate.now(clock);
        var state = vettingCase.stateOn(today);
        if (!state.isCleared() && state != CaseState.UNDER_REVIEW) return;
        // one that ends on a day to come runs until then, and its case with it
        if (ended.lastDay().isAfter(today)) vettingCase.validUntil = ended.lastDay();
        else deeds.fire(vettingCase.follow(ended.lastDay(), Worker.ATTEST, clock));
    }
}
