package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Pause;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.RefusalWindow;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Wording;

/**
 * Works out what would be done to each of many people, and does it. What the rules ask is read for all of them together: a
 * fixed number of statements for each stage that they stand in.
 */
@ApplicationScoped
class ActingTogether {

    @Inject
    StageCriteria criteria;

    @Inject
    RefusalLetters letters;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** What the rules ask, about everybody at hand. */
    private final class Known {

        final LocalDate today = LocalDate.now(clock);
        final Map<Volunteer, List<Criterion>> criteriaOfNext = new HashMap<>();
        final Map<String, Cohort> cohorts = new HashMap<>();
        final Map<String, Long> places = new HashMap<>();
        final Map<Volunteer, Pause> lasting = new HashMap<>();
        final Set<Volunteer> appointed = new HashSet<>();
        RefusalWindow.Values windows;

        Known(Force force, Map<Volunteer, Errand> errands, boolean holdPlaces) {
            for (var stage : Stage.values()) {
                var here = having(errands, BulkDeed.NEXT).stream()
                        .filter(p -> p.stage == stage)
                        .toList();
                StageMove.next(stage).ifPresent(next -> criteriaOfNext.putAll(criteria.of(here, next, today)));
            }
            errands.values().stream()
                    .filter(e -> e.deed() == BulkDeed.COHORT)
                    .map(Errand::code)
                    .distinct()
                    .sorted()
                    .forEach(ref -> Cohort.byRef(ref)
                            .filter(c -> c.force.id.equals(force.id))
                            .ifPresent(cohort -> {
                                cohorts.put(ref, cohort);
                                places.put(
                                        ref,
                                        holdPlaces
                                                ? cohort.placesHeld()
                                                : cohort.capacity
                                                        - Cohort.members(List.of(cohort))
                                                                .getOrDefault(cohort, 0L));
                            }));
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
        }

        private List<Volunteer> having(Map<Volunteer, Errand> errands, BulkDeed deed) {
            return errands.entrySet().stream()
                    .filter(e -> e.getValue().deed() == deed)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** A line for each: what would happen, or why not. Nothing changes. */
    List<BulkActs.Line> preview(Force force, Map<Volunteer, Errand> errands, BulkTerms terms) {
        var known = new Known(force, errands, false);
        var lines = new ArrayList<BulkActs.Line>();
        errands.forEach((person, errand) -> {
            var refusal = refusal(person, errand, terms, known);
            if (refusal.isEmpty() && errand.deed() == BulkDeed.COHORT)
                known.places.merge(errand.code(), -1L, Long::sum);
            lines.add(new BulkActs.Line(
                    person.ref,
                    person.fullName,
                    errand.standing(person) + " " + errand.typed(),
                    refusal.map(AtHand::sentence).orElseGet(() -> would(person, errand, known)),
                    refusal.isEmpty()));
        });
        return lines;
    }

    /**
     * Does it to each whom no rule refuses and who stands as when it was shown; people must be locked.
     *
     * @param was {@link Errand#standing} of each as it was shown
     */
    BulkAct carryOut(
            Force force,
            Map<Volunteer, Errand> errands,
            Map<Volunteer, String> was,
            BulkTerms terms,
            Actor by,
            Collection<Deed> told) {
        var known = new Known(force, errands, true);
        var lines = new ArrayList<BulkLine>();
        errands.forEach((person, errand) -> {
            var line = new BulkLine();
            line.force = force;
            line.volunteer = person;
            line.deed = errand.deed();
            line.place = lines.size() + 1;
            var refusal = faster(person, errand, was.get(person)).or(() -> refusal(person, errand, terms, known));
            if (refusal.isEmpty()) {
                try {
                    var from = person.stage;
                    act(person, errand, terms, known, line, by, told);
                    line.done = true;
                    line.what = did(person, from, errand, known);
                } catch (Refused refused) {
                    refusal = Optional.of(refused);
                }
            }
            refusal.ifPresent(refused -> line.what = AtHand.sentence(refused));
            if (line.what.length() > BulkLine.LONGEST) line.what = line.what.substring(0, BulkLine.LONGEST);
            lines.add(line);
        });
        int done = (int) lines.stream().filter(l -> l.done).count();
        var act = BulkAct.record(force, titleOf(errands.values(), known), done, lines.size() - done, by, clock);
        for (var line : lines) {
            line.act = act;
            line.persist();
        }
        told.add(new ActedTogether(by, act));
        return act;
    }

    private void act(
            Volunteer person,
            Errand errand,
            BulkTerms terms,
            Known known,
            BulkLine line,
            Actor by,
            Collection<Deed> told) {
        switch (errand.deed()) {
            case NEXT -> {
                line.sinceBefore = person.stageSince;
                line.clockBefore = person.clockFrom;
                line.change = tell(
                                person.moveTo(
                                        next(person),
                                        known.today,
                                        terms.note(),
                                        known.criteriaOfNext.getOrDefault(person, List.of()),
                                        by,
                                        clock),
                                told)
                        .change();
            }
            case COHORT -> {
                var cohort = known.cohorts.get(errand.code());
                line.cohortBefore = person.cohort;
                line.cohortAfter = cohort;
                tell(person.joinCohortWithRoom(cohort, by, clock), told);
                known.places.merge(errand.code(), -1L, Long::sum);
            }
            case PAUSE ->
                line.pause = tell(
                                Pause.begin(
                                        person,
                                        PauseReason.valueOf(terms.codeOf(errand)),
                                        terms.note(),
                                        known.today,
                                        terms.reviewOn(),
                                        by,
                                        clock),
                                told)
                        .pause();
            case GO_ON ->
                line.pause = tell(known.lasting.get(person).end(known.today, by, clock), told)
                        .pause();
            case LEAVE -> {
                line.sinceBefore = person.stageSince;
                var lastDay = known.today.minusDays(1).isBefore(person.stageSince.minusDays(1))
                        ? known.today
                        : known.today.minusDays(1);
                line.clockBefore = person.clockFrom.plusDays(
                        person.pausedSince == null
                                ? 0
                                : Math.max(0, ChronoUnit.DAYS.between(person.pausedSince, lastDay.plusDays(1))));
                line.change = tell(
                                person.leave(
                                        lastDay, LeavingReason.valueOf(terms.codeOf(errand)), terms.note(), by, clock),
                                told)
                        .change();
            }
            case REFUSE -> {
                var reason = RefusalReason.of(terms.codeOf(errand)).orElseThrow();
                var letter = letters.of(person, reason, known.windows, known.today);
                var refused =
                        tell(Refusal.refuse(person, reason, terms.note(), known.windows, letter, by, clock), told);
                line.change = tell(refused.moved(), told).change();
                letters.send(refused);
            }
        }
    }

    private static <D extends Deed> D tell(D deed, Collection<Deed> told) {
        told.add(deed);
        return deed;
    }

    private Optional<Refused> refusal(Volunteer person, Errand errand, BulkTerms terms, Known known) {
        return switch (errand.deed()) {
            case NEXT ->
                StageMove.next(person.stage).isEmpty()
                        ? refused("There is no stage after " + words(person.stage))
                        : StageMove.refusal(
                                person,
                                next(person),
                                known.today,
                                terms.note(),
                                known.criteriaOfNext.getOrDefault(person, List.of()),
                                clock);
            case COHORT -> {
                var cohort = known.cohorts.get(errand.code());
                if (cohort == null) yield refused("There is no such cohort");
                var refusal = cohort.refusal(person, known.today);
                yield refusal.isPresent() || known.places.get(errand.code()) > 0
                        ? refusal
                        : refused(cohort.name + " has no place left");
            }
            case PAUSE -> Pause.refusal(person, known.today, known.today);
            case GO_ON ->
                known.lasting.containsKey(person) ? Optional.empty() : refused(person.called() + " is not paused");
            case LEAVE ->
                person.stage.isPipeline() && !known.appointed.contains(person)
                        ? Optional.empty()
                        : refused(
                                person.stage == Stage.LEFT
                                        ? person.called() + " has left already"
                                        : person.called()
                                                + " is appointed or in service: record the leaving on the record");
            case REFUSE ->
                known.appointed.contains(person)
                        ? refused(person.called() + " is appointed: end the appointment first")
                        : Refusal.refusal(person);
        };
    }

    /** Whether somebody was faster since it was shown. */
    private Optional<Refused> faster(Volunteer person, Errand errand, String was) {
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

    private static Stage next(Volunteer person) {
        return StageMove.next(person.stage).orElseThrow();
    }

    private String words(Stage stage) {
        return wording.stage(stage.name()).toLowerCase();
    }

    private String would(Volunteer person, Errand errand, Known known) {
        return switch (errand.deed()) {
            case NEXT -> "Would move from " + words(person.stage) + " to " + words(next(person));
            case COHORT -> "Would be put in cohort " + known.cohorts.get(errand.code()).name;
            case PAUSE -> "Would be paused in the stage " + words(person.stage) + reasonOf(errand);
            case GO_ON -> "Would go on in the stage " + words(person.stage);
            case LEAVE -> "Would leave from the stage " + words(person.stage) + reasonOf(errand);
            case REFUSE -> "Would be refused" + reasonOf(errand);
        };
    }

    private String did(Volunteer person, Stage from, Errand errand, Known known) {
        return switch (errand.deed()) {
            case NEXT -> "Moved to " + words(person.stage) + " from " + words(from);
            case COHORT -> "Put in cohort " + known.cohorts.get(errand.code()).name;
            case PAUSE -> "Paused in the stage " + words(from) + reasonOf(errand);
            case GO_ON -> "Goes on in the stage " + words(from);
            case LEAVE -> "Left from the stage " + words(from) + reasonOf(errand);
            case REFUSE -> "Refused" + reasonOf(errand);
        };
    }

    private String reasonOf(Errand errand) {
        if (errand.code().isEmpty()) return "";
        return ": "
                + switch (errand.deed()) {
                    case PAUSE -> wording.pauseReason(errand.code());
                    case LEAVE -> wording.leavingReason(errand.code());
                    case REFUSE ->
                        RefusalReason.of(errand.code())
                                .map(RefusalReason::words)
                                .orElse("");
                    default -> "";
                };
    }

    /** What is done, in words for the list of acts. */
    private static String titleOf(Collection<Errand> errands, Known known) {
        var deeds = errands.stream().map(Errand::typed).distinct().toList();
        if (deeds.size() > 1) return "Each their own result";
        var errand = errands.iterator().next();
        return switch (errand.deed()) {
            case NEXT -> "Move to the next stage";
            case COHORT ->
                "Put in cohort "
                        + Optional.ofNullable(known.cohorts.get(errand.code()))
                                .map(c -> c.name)
                                .orElse("");
            case PAUSE -> "Pause the application";
            case GO_ON -> "Let the application go on";
            case LEAVE -> "Record as left";
            case REFUSE -> "Refuse the application";
        };
    }
}
