package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.vetting.Clearance;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Pause;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Wording;

/**
 * Takes an act on many back as a whole, by rows that correct and leave what was recorded as it is; or says of each person
 * what has come to depend on it since. A fixed number of statements, whatever the number of people.
 */
@ApplicationScoped
class TakingBack {

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** What has come to depend on a line, in a sentence. */
    record Dependent(String ref, String name, String what) {}

    /** What keeps the act from being taken back; empty where nothing does. */
    List<Dependent> dependents(BulkAct act, List<BulkLine> lines) {
        var done = lines.stream().filter(l -> l.done).toList();
        if (done.isEmpty()) return List.of();
        var people = done.stream().map(l -> l.volunteer).toList();
        var lastMoves = new HashMap<Volunteer, StageChange>();
        StageChange.<StageChange>list(
                        "id in (select max(c.id) from StageChange c where c.volunteer in ?1 group by c.volunteer)",
                        people)
                .forEach(change -> lastMoves.put(change.volunteer, change));
        var lastPauses = new HashMap<Volunteer, Pause>();
        Pause.<Pause>list("id in (select max(p.id) from Pause p where p.volunteer in ?1 group by p.volunteer)", people)
                .forEach(pause -> lastPauses.put(pause.volunteer, pause));
        var appointed =
                Appointment.<Appointment>list("volunteer in ?1 and recordedAt > ?2", people, act.doneAt).stream()
                        .collect(Collectors.toMap(a -> a.volunteer, a -> a, (a, b) -> a));
        var attested = Attestation.<Attestation>list("volunteer in ?1 and recordedAt > ?2", people, act.doneAt).stream()
                .collect(Collectors.toMap(a -> a.volunteer, a -> a, (a, b) -> a));
        var places = placesIn(done);
        var waits = CohortWait.ofAll(people.stream().map(v -> v.id).toList()).stream()
                .collect(Collectors.toMap(w -> w.volunteer, w -> w));
        var overtaken = overtakenBy(done);
        var uncleared = Clearance.endedWithOffice(people, act.doneAt);
        var dependents = new ArrayList<Dependent>();
        for (var line : done) {
            var person = line.volunteer;
            var move = lastMoves.get(person);
            var pause = lastPauses.get(person);
            String what = null;
            switch (line.deed) {
                case NEXT, LEAVE -> {
                    if (line.change == null) what = "Merged with another record since";
                    else if (!line.change.equals(move)) what = later(move);
                    else if (line.deed == BulkDeed.NEXT && pause != null && pause.recordedAt.isAfter(act.doneAt)) {
                        what = "Paused since, by " + pause.recordedBy;
                    } else if (appointed.containsKey(person)) {
                        what = "Appointed since, recorded by " + appointed.get(person).recordedBy;
                    } else if (attested.containsKey(person)) {
                        what = "Attested since, recorded by " + attested.get(person).recordedBy;
                    } else if (line.deed == BulkDeed.LEAVE && uncleared.contains(person.id)) {
                        what = "Their clearance ended with it, and comes back by a new case only (vetting rule 10)";
                    } else if (line.deed == BulkDeed.LEAVE) {
                        what = lost(line, places, overtaken);
                    }
                }
                case COHORT -> {
                    if (line.waitBegun != null) {
                        if (line.waitBegun.endedAt != null) what = ended(line.waitBegun);
                    } else if (waits.containsKey(person)) {
                        what = "Waits for a place in " + waits.get(person).cohort.name + " since";
                    } else if (person.cohort == null || !person.cohort.id.equals(line.cohortAfter.id)) {
                        what = person.cohort == null
                                ? "Taken out of the cohort since"
                                : "In cohort " + person.cohort.name + " since";
                    } else if (line.cohortBefore != null && places.merge(line.cohortBefore, -1L, Long::sum) < 0) {
                        what = line.cohortBefore.name + ", the cohort before, has no place left";
                    }
                }
                case PAUSE -> {
                    if (line.pause.lastDay != null) what = "Goes on since, let on by " + line.pause.endedBy;
                }
                case GO_ON -> {
                    if (!line.pause.equals(pause)) what = "Paused anew since, by " + pause.recordedBy;
                    else if (move.recordedAt.isAfter(act.doneAt)) what = later(move);
                }
                case REFUSE -> what = "Refused with a letter: an application is opened again on the record";
            }
            if (what != null) dependents.add(new Dependent(person.ref, person.fullName, what));
        }
        return dependents;
    }

    private String later(StageChange move) {
        return (move.to == Stage.LEFT
                        ? "Left since"
                        : "Moved to " + wording.stage(move.to.name()).toLowerCase() + " since")
                + ", on " + Formats.inWords(move.onDay) + " by " + move.recordedBy;
    }

    /** What somebody who left does not get back, because it is another's now; null where they get back what they had. */
    private String lost(BulkLine line, Map<Cohort, Long> places, Map<CohortWait, Volunteer> overtaken) {
        var cohort = line.volunteer.cohort;
        if (cohort != null && places.merge(cohort, -1L, Long::sum) < 0) {
            return cohort.name + ", their cohort, has no place left";
        }
        var wait = line.waitEnded;
        if (wait == null) return null;
        if (wait.cohort.hasEnded(LocalDate.now(clock))) return wait.cohort.name + ", for which they waited, has ended";
        var faster = overtaken.get(wait);
        return faster == null
                ? null
                : faster.fullName + ", who stood behind them on the waiting list of " + wait.cohort.name
                        + ", has a place since";
    }

    private static String ended(CohortWait wait) {
        return switch (wait.ending) {
            case PLACED -> "Moved up from the waiting list since";
            case CARRIED -> "Carried to another waiting list since, by " + wait.endedBy;
            case LEFT -> "Left since";
            case GAVE_UP, TAKEN_BACK -> "Waits no longer since, ended by " + wait.endedBy;
        };
    }

    private static Map<Cohort, Long> placesIn(List<BulkLine> lines) {
        var places = new HashMap<Cohort, Long>();
        lines.stream()
                .map(l -> switch (l.deed) {
                    case COHORT -> l.waitBegun == null ? l.cohortBefore : null;
                    case LEAVE -> l.volunteer.cohort;
                    default -> null;
                })
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(c -> c.id))
                .forEach(cohort -> places.put(cohort, cohort.placesHeld()));
        return places;
    }

    /** Of the waits that ended with the act: the first who stood behind and has a place now. */
    private static Map<CohortWait, Volunteer> overtakenBy(List<BulkLine> lines) {
        var ended =
                lines.stream().map(l -> l.waitEnded).filter(Objects::nonNull).toList();
        var placed = CohortWait.placedFrom(
                ended.stream().map(w -> w.cohort).distinct().toList());
        var overtaken = new HashMap<CohortWait, Volunteer>();
        for (var wait : ended) {
            placed.stream()
                    .filter(other -> other.cohort.equals(wait.cohort) && other.joinedAt.isAfter(wait.joinedAt))
                    .findFirst()
                    .ifPresent(other -> overtaken.put(wait, other.volunteer));
        }
        return overtaken;
    }

    /** Takes each line back. The act and its people are locked, and nothing depends on it. */
    void takeBack(BulkAct act, List<BulkLine> lines, Actor by, Collection<Deed> told) {
        act.markUndone(by, clock);
        var why = "Undone with what was done to " + Formats.of(act.done, "person", "people") + " on "
                + Formats.inWords(act.doneAt);
        for (var line : lines) {
            if (!line.done) continue;
            var person = line.volunteer;
            switch (line.deed) {
                case NEXT, LEAVE -> {
                    told.add(person.takeBack(line.change, line.sinceBefore, line.clockBefore, why, by, clock));
                    if (line.waitEnded != null) told.add(line.waitEnded.goOn(by));
                    if (line.pause != null) told.add(anew(line, why, by));
                }
                case COHORT ->
                    told.add(
                            line.waitBegun == null
                                    ? person.joinCohortWithRoom(line.cohortBefore, by, clock)
                                    : line.waitBegun.takeBack(by, clock));
                case PAUSE -> told.add(line.pause.end(line.pause.startsOn, by, clock));
                case GO_ON -> told.add(anew(line, why, by));
                case REFUSE -> throw new IllegalStateException("A letter is never taken back");
            }
        }
        told.add(new ActUndone(by, act));
    }

    /** The pause that ended with the act goes on from the day it ended, as another one. */
    private Deed anew(BulkLine line, String why, Actor by) {
        var today = LocalDate.now(clock);
        var review = line.pause.reviewOn.isBefore(today) ? today : line.pause.reviewOn;
        return Pause.begin(line.volunteer, line.pause.reason, why, line.pause.lastDay.plusDays(1), review, by, clock);
    }
}
