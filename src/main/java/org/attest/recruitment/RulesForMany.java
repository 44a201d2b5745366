package org.attest.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortLine;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Pause;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.RefusalWindow;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Wording;

/**
 * Whether the rules let an act be done to each of many people. What they ask is read for all together: a fixed number of
 * statements for each stage that the people stand in.
 */
final class RulesForMany {

    final LocalDate today;
    final Map<Volunteer, List<Criterion>> criteriaOfNext = new HashMap<>();
    final Map<String, Cohort> cohorts = new HashMap<>();
    final Map<Volunteer, CohortWait> waits = new HashMap<>();
    final Map<Volunteer, Pause> lasting = new HashMap<>();
    private final Map<Cohort, CohortLine> lines;
    private final Set<Volunteer> appointed = new HashSet<>();
    RefusalWindow.Values windows;

    private final Wording wording;
    private final Clock clock;

    /** @param held whether the act is about to be done, so that the lines of cohorts must stand still */
    RulesForMany(
            Force force,
            Map<Volunteer, Errand> errands,
            StageCriteria criteria,
            boolean held,
            Wording wording,
            Clock clock) {
        this.wording = wording;
        this.clock = clock;
        today = LocalDate.now(clock);
        for (var stage : Stage.values()) {
            var here = having(errands, BulkDeed.NEXT).stream()
                    .filter(p -> p.stage == stage)
                    .toList();
            StageMove.next(stage).ifPresent(next -> criteriaOfNext.putAll(criteria.of(here, next, today)));
        }
        var placed = having(errands, BulkDeed.COHORT);
        placed.stream().map(person -> errands.get(person).code()).distinct().forEach(ref -> Cohort.byRef(ref)
                .filter(c -> c.force.id.equals(force.id))
                .ifPresent(cohort -> cohorts.put(ref, cohort)));
        lines = held ? CohortLine.held(cohorts.values(), cohortsOf(placed)) : CohortLine.seen(cohorts.values());
        var paused =
                errands.keySet().stream().filter(p -> p.pausedSince != null).toList();
        if (!paused.isEmpty()) {
            Pause.<Pause>list("volunteer in ?1 and lastDay is null order by id", paused)
                    .forEach(pause -> lasting.put(pause.volunteer, pause));
        }
        var leaving = having(errands, BulkDeed.LEAVE);
        leaving.addAll(having(errands, BulkDeed.REFUSE));
        if (!leaving.isEmpty()) {
            Appointment.<Appointment>list(
                            "volunteer in ?1 and withdrawnAt is null and (endedOn is null or endedOn >= ?2)",
                            leaving,
                            today)
                    .forEach(a -> appointed.add(a.volunteer));
            windows = RefusalWindow.in(force);
        }
        leaving.addAll(placed);
        CohortWait.ofAll(leaving.stream().map(v -> v.id).toList()).forEach(wait -> waits.put(wait.volunteer, wait));
    }

    private static List<Volunteer> having(Map<Volunteer, Errand> errands, BulkDeed deed) {
        return errands.entrySet().stream()
                .filter(e -> e.getValue().deed() == deed)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<Cohort> cohortsOf(Collection<Volunteer> people) {
        return people.stream().map(p -> p.cohort).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    CohortLine line(Errand errand) {
        return lines.get(cohorts.get(errand.code()));
    }

    static Stage next(Volunteer person) {
        return StageMove.next(person.stage).orElseThrow();
    }

    /** Why it is not done to the person; empty where it may be. */
    Optional<Refused> refusal(Volunteer person, Errand errand, BulkTerms terms) {
        return switch (errand.deed()) {
            case NEXT ->
                StageMove.next(person.stage).isEmpty()
                        ? refused("There is no stage after " + words(person.stage))
                        : StageMove.refusal(
                                person,
                                next(person),
                                today,
                                terms.note(),
                                criteriaOfNext.getOrDefault(person, List.of()),
                                clock);
            case COHORT -> {
                var cohort = cohorts.get(errand.code());
                if (cohort == null) yield refused("There is no such cohort");
                yield cohort.refusal(person, waits.get(person), today);
            }
            case PAUSE -> Pause.refusal(person, today, today);
            case GO_ON -> lasting.containsKey(person) ? Optional.empty() : refused(person.called() + " is not paused");
            case LEAVE ->
                person.stage.isPipeline() && !appointed.contains(person)
                        ? Optional.empty()
                        : refused(
                                person.stage == Stage.LEFT
                                        ? person.called() + " has left already"
                                        : person.called()
                                                + " is appointed or in service: record the leaving on the record");
            case REFUSE ->
                appointed.contains(person)
                        ? refused(person.called() + " is appointed: end the appointment first")
                        : Refusal.refusal(person);
        };
    }

    /** Whether somebody was faster since it was shown. */
    Optional<Refused> faster(Volunteer person, Errand errand, String was) {
        if (errand.standing(person).equals(was)) return Optional.empty();
        return refused(
                errand.deed() == BulkDeed.COHORT
                        ? "The cohort is another since you looked"
                        : "Moved already: in the stage " + words(person.stage) + " since "
                                + Formats.inWords(person.stageSince)
                                + (person.pausedSince == null ? "" : ", paused"));
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(sentence, ""));
    }

    private String words(Stage stage) {
        return wording.stage(stage.name()).toLowerCase();
    }
}
