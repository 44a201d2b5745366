package org.attest.volunteer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A room that has something to say before somebody enters a stage: vetting about clearance, training about modules. What
 * it answers is shown to whoever may move people, so that it must name no hidden cause.
 */
public interface CriterionSource {

    /**
     * The room's criteria for these people on the day, in a fixed number of statements. People it has nothing to say about
     * may be missing from the answer.
     */
    Map<Volunteer, List<Criterion>> criteria(Collection<Volunteer> people, Stage target, LocalDate day);
}
