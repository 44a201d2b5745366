package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.CriterionSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Wording;

/** Meetings that a force wants before a stage, where it says so; by itself none. Two statements, and one for each kind wanted. */
@ApplicationScoped
class MeetingCriteria implements CriterionSource {

    @Inject
    Wording wording;

    @Override
    public Map<Volunteer, List<Criterion>> criteria(Collection<Volunteer> people, Stage target, LocalDate day) {
        var all = new LinkedHashMap<Volunteer, List<Criterion>>();
        if (people.isEmpty()) return all;
        var terms = MeetingRule.in(people.iterator().next().force);
        for (var kind : MeetingKind.values()) {
            if (terms.get(kind).before() != target) continue;
            var newest = new HashMap<Volunteer, Booking>();
            Booking.withOutcome(people, kind).forEach(b -> newest.put(b.volunteer, b));
            for (var person : people) {
                all.computeIfAbsent(person, p -> new ArrayList<>()).add(criterion(kind, newest.get(person)));
            }
        }
        return all;
    }

    private Criterion criterion(MeetingKind kind, Booking newest) {
        var what = wording.meetingKind(kind.name());
        var truth = what + ": " + wording.meetingOutcome(kind.success().name()).toLowerCase();
        if (newest == null) {
            return Criterion.cannotDecide(truth, "No result of the " + what.toLowerCase() + " is recorded yet", "");
        }
        var sentence = wording.meetingOutcome(newest.outcome.name()) + " on " + Formats.inWords(newest.slot.day());
        return newest.outcome == kind.success()
                ? Criterion.met(truth, sentence, "")
                : Criterion.unmet(truth, sentence + ": another one is needed", "");
    }
}
