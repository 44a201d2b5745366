package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.policy.PolicyHistory;
import org.attest.policy.Tier;
import org.attest.volunteer.Hold;
import org.attest.volunteer.Volunteer;

/**
 * The question at the centre: may this person be deployed in this role on this day, and if not, why not, whose move is it
 * and when does the answer change? Asked for any day, past or to come, by the facts as they are known now.
 *
 * <p>Use: {@code readiness.ask(volunteer, Tier.T1, day, Viewer.of(currentUser, volunteer))} inside a transaction; the
 * {@link SeenVerdict} it returns needs none.
 */
@ApplicationScoped
public class Readiness {

    @Inject
    Clock clock;

    @Inject
    FactsGathering gathering;

    /** The answer as this viewer may read it. */
    public SeenVerdict ask(Volunteer volunteer, Tier tier, LocalDate day, Viewer viewer) {
        var facts = gathering.about(volunteer);
        var history = PolicyHistory.of(volunteer.force);
        return new Seeing(facts, history, tier, day, LocalDate.now(clock), viewer).verdict();
    }

    /** When the person was not available, and is not, as this viewer may read it; oldest first. */
    public List<SeenHold> holds(Volunteer volunteer, Viewer viewer) {
        return SeenHold.of(Hold.of(volunteer), viewer);
    }
}
