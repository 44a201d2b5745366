package org.attest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.readiness.Determinations;
import org.attest.security.Account;
import org.attest.training.LearnedElsewhere;
import org.attest.training.QualificationColumns;
import org.attest.volunteer.BroughtIn;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;
import org.attest.web.Stale;

/** Looks at a file of completed training, brings the chosen results in, all or none, and takes them back. */
@ApplicationScoped
class Completions {

    private static final int AT_ONCE = 500;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @Inject
    Determinations determinations;

    @Inject
    RoomColumns rooms;

    /** What came in. */
    record Done(int results, int people) {}

    /** Looks at everything a file says, as it would come out for whoever asks. */
    CompletionRun look(Force force, Sheet sheet, Mapping mapping, Map<String, String> courses, String file, Actor by) {
        return new CompletionRun(
                        sheet,
                        mapping,
                        courses,
                        new PeopleOfForce(force, LocalDate.now(clock), em, rooms),
                        LearnedElsewhere.in(force, by, clock),
                        Account.idOf(by),
                        file)
                .run();
    }

    CompletionRun look(ImportBatch batch, Limits limits, Actor by) {
        var mapping = batch.mapping(CompletionField.ALL);
        return look(batch.force, batch.sheet(limits), mapping, batch.courses, batch.fileName, by);
    }

    /** What each of these courses is: as the force said last, or as its name says; nothing for the others. */
    Map<String, String> known(Force force, List<CompletionReading.Course> courses, LearnedElsewhere elsewhere) {
        var remembered = RememberedCourse.of(force);
        var modules = elsewhere.modules();
        var known = new LinkedHashMap<String, String>();
        for (var course : courses) {
            var last = remembered.get(course.key());
            var guess = CourseMeaning.guess(course.name(), modules);
            if (last != null) known.put(course.key(), last);
            else if (guess != null) known.put(course.key(), guess.written());
        }
        return known;
    }

    /**
     * Brings the ticked results in. Refuses with {@link Stale} when they no longer come out as they were seen. Who asks again
     * for what is done already gets nothing.
     *
     * @param seen the fingerprint of the dry run that was looked at
     * @param lessSeen whether somebody says to have looked at what the file says less than Attest has
     */
    Optional<Done> commit(ImportBatch found, String seen, boolean lessSeen, Limits limits, Actor by) {
        var batch = found.locked();
        if (batch.isCommitted()) return Optional.empty();
        if (!batch.isChecked()) throw new Refused("The courses of this file are not named yet", "");
        var run = look(batch, limits, by);
        if (!run.fingerprint().equals(seen)) {
            throw new Stale(
                    "The training of the force was changed since you looked at this file. Nothing was brought in");
        }
        if (run.sayingLess() > 0 && !lessSeen) {
            throw new Refused(
                    "Say that you have looked at the "
                            + Formats.of(run.sayingLess(), "result", "results")
                            + " that the file has as not passed and Attest as passed",
                    "");
        }
        var out = new HashSet<>(batch.leftOut);
        var taken = run.inLearningOrder().stream()
                .filter(one -> !out.contains(one.number()))
                .toList();
        int left = (int) run.checked().stream()
                        .filter(CheckedCompletion::canComeIn)
                        .count()
                - taken.size();
        var people = bringIn(batch, taken, by);
        batch.found(run.counts());
        batch.committed(left, by, clock);
        int confirmed =
                (int) taken.stream().filter(CheckedCompletion::needsTick).count();
        deeds.fire(new CompletionsImported(by, batch, taken.size(), confirmed, people.size()));
        em.flush();
        for (var some : chunks(List.copyOf(people))) determinations.recompute(some);
        return Optional.of(new Done(taken.size(), people.size()));
    }

    private LinkedHashSet<Long> bringIn(ImportBatch batch, List<CheckedCompletion> taken, Actor by) {
        var refs =
                taken.stream().map(one -> one.person().ref).distinct().sorted().toList();
        var elsewhere = LearnedElsewhere.in(batch.force, by, clock);
        var people = new HashMap<Long, Volunteer>();
        for (var some : chunks(refs)) {
            var held = Volunteer.locked(some);
            held.forEach(v -> people.put(v.id, v));
            elsewhere.open(held);
        }
        var source = new BroughtIn.Source(batch.ref, batch.fileName, by, clock.instant());
        var changed = new LinkedHashSet<Long>();
        for (var one : taken) {
            var person = people.get(one.person().id);
            try {
                var id = elsewhere.keep(person, one.passed(), batch.ref);
                BroughtIn.record(
                        source, one.row(), false, person, Map.of(QualificationColumns.FACT + ":" + id, ""), Map.of());
            } catch (Refused e) {
                throw new Refused(
                        "Row " + one.row() + ", " + Visible.of(one.name()) + ", " + one.module() + ": " + e.sentence(),
                        e.rule());
            }
            changed.add(person.id);
        }
        return changed;
    }

    /** Revokes what the import brought in and is not revoked already; nothing is deleted. */
    int undo(ImportBatch batch, String because, Actor by) {
        var rows = BroughtIn.ofImport(batch.ref);
        var own = Account.idOf(by);
        if (own != null
                && rows.stream().anyMatch(row -> row.volunteer != null && own.equals(row.volunteer.accountId))) {
            throw new Refused("This import brought in your own training: a colleague has to undo it", "");
        }
        var people = new LinkedHashSet<Long>();
        rows.forEach(row -> people.add(row.volunteer.id));
        int undone = LearnedElsewhere.undo(batch.ref, by, clock);
        BroughtIn.undo(batch.ref, clock.instant());
        batch.undone(because, by, clock);
        deeds.fire(new ImportUndone(by, batch, undone, 0));
        em.flush();
        for (var some : chunks(List.copyOf(people))) determinations.recompute(some);
        return undone;
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return chunks;
    }
}
