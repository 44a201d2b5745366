package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.CriterionSource;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/**
 * The clearance that goes with the kind of appointment, before attestation and before service (vetting rule 1, training rule 8).
 * Training may begin before it. One statement; nobody can waive it.
 */
@ApplicationScoped
class ClearanceCriteria implements CriterionSource {

    @Override
    public Map<Volunteer, List<Criterion>> criteria(Collection<Volunteer> people, Stage target, LocalDate day) {
        var criteria = new HashMap<Volunteer, List<Criterion>>();
        if (target != Stage.ATTESTATION && target != Stage.SERVICE) return criteria;
        var held = Clearance.of(people).stream().collect(Collectors.groupingBy(c -> c.volunteer));
        for (var person : people) {
            criteria.put(
                    person,
                    List.of(criterion(person, held.getOrDefault(person, List.of()), day)
                            .byLaw()));
        }
        return criteria;
    }

    private static Criterion criterion(Volunteer person, List<Clearance> held, LocalDate day) {
        boolean special = person.appointmentType == AppointmentType.SPECIAL_CONSTABLE;
        var level = special ? ClearanceLevel.RECRUITMENT : ClearanceLevel.NPPV_3;
        var truth = "Cleared: " + level.inWords();
        var rule = special ? "vetting rule 1" : "training section 6a";
        var meeting = held.stream().filter(c -> c.level.meets(level)).toList();
        var live = meeting.stream().filter(c -> c.isLiveOn(day)).max(Comparator.comparing(Clearance::lastDay));
        if (live.isPresent()) {
            return Criterion.met(
                    truth, "Last valid day " + Formats.inWords(live.get().lastDay()), rule);
        }
        return meeting.stream()
                .filter(c -> c.lastDay().isBefore(day))
                .max(Comparator.comparing(Clearance::lastDay))
                .map(c -> Criterion.unmet(
                        truth,
                        "The last one was valid until " + Formats.inWords(c.lastDay()) + ": it has to be renewed",
                        rule))
                .orElseGet(() -> Criterion.unmet(truth, "Not granted yet", rule));
    }
}
