package org.attest.training;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * What people of a force passed in another system: whether the rules let it count, how it stands beside what Attest has, and
 * keeping it. A result that would count is remembered, so that the next one may stand on it.
 */
public final class LearnedElsewhere {

    /** A module that a course elsewhere can stand for. */
    public record Taught(String code, String title, String label) {}

    /**
     * That somebody passed a module elsewhere.
     *
     * @param mark of a hundred; null where none is known
     * @param reached whether the other system says that its pass mark was reached
     * @param assessor null for nobody
     * @param evidence where it is written
     */
    public record Passed(
            String module, LocalDate on, Integer mark, boolean reached, Account assessor, String evidence) {

        private Result result() {
            return new Result(on, mark, assessor, evidence, false);
        }
    }

    /** How a result stands beside what Attest has. */
    public enum How {
        /** Attest does not have it. */
        NEW,
        /** Attest has it, or it changes nothing. */
        SAME,
        /** Attest has something later, or longer, or somebody revoked it: it needs confirming. */
        LESS
    }

    /**
     * @param held what Attest has, in words; null unless that is more
     * @param lastDay until when the result would hold; null where it does not expire or is none
     */
    public record Standing(How how, String held, LocalDate lastDay) {}

    /** A result that an import brought in, as it stands now. */
    public record Brought(
            String ref,
            String name,
            String module,
            LocalDate earnedOn,
            LocalDate lastDay,
            String evidence,
            boolean revoked) {}

    private final Curriculum curriculum;
    private final Map<String, List<ModuleVersion>> versions;
    private final Assessors assessors;
    private final Actor by;
    private final Clock clock;
    private final LocalDate today;
    private final Map<Long, TrainingRecord> records = new HashMap<>();
    private final Map<Long, List<Qualification>> revoked = new HashMap<>();

    private LearnedElsewhere(Force force, Actor by, Clock clock) {
        this.curriculum = Curriculum.current();
        this.versions = ModuleVersion.all().stream().collect(groupingBy(v -> v.module.code));
        this.assessors = Assessors.in(force);
        this.by = by;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    /** Before the rules and the assessors of the force as they are now; four statements. */
    public static LearnedElsewhere in(Force force, Actor by, Clock clock) {
        return new LearnedElsewhere(force, by, clock);
    }

    /** The modules that are taught, in the order of their codes. */
    public List<Taught> modules() {
        return curriculum.modules().stream()
                .filter(m -> !m.isRetired())
                .map(m -> new Taught(m.code(), m.title(), m.label()))
                .toList();
    }

    /** {@code DSC-101 Role, ethics and conduct}. */
    public String label(String code) {
        return curriculum.module(code).map(ModuleDocument::label).orElse(code);
    }

    /** A place in the order of learning: what a module needs has a lower one. */
    public int place(String code) {
        return curriculum.needs(code).size();
    }

    /** Opens the records of these people; four statements. */
    public void open(Collection<Volunteer> people) {
        records.putAll(TrainingRecord.of(people, curriculum, today));
        for (var one : Qualification.revokedOf(people)) {
            revoked.computeIfAbsent(one.volunteer.id, id -> new ArrayList<>()).add(one);
        }
    }

    /** Who assesses in the force and has this name or address. Refuses who does not (training rule 6). */
    public Account assessor(String typed) {
        return assessors.named(typed);
    }

    /** Whether a mark is below the pass mark (training rule 3). */
    public boolean isFail(String code, Integer mark) {
        return mark != null
                && curriculum
                        .module(code)
                        .filter(m ->
                                m.pass().kind() == Pass.Kind.SCORE && !m.pass().isReachedBy(mark))
                        .isPresent();
    }

    /**
     * The other system says that somebody has not passed. What Attest has stays whatever is decided; where there is nothing, a
     * fail is refused (training rule 3): Attest keeps no fails of other systems.
     */
    public Standing notPassed(Volunteer person, String code, boolean failed) {
        refuseLeaver(person);
        var valid = record(person).valid(code);
        if (valid.isPresent()) return new Standing(How.LESS, words(valid.get()), null);
        if (!failed) return new Standing(How.SAME, null, null);
        var pass = module(code).pass();
        throw new Refused(
                pass.kind() == Pass.Kind.SCORE
                        ? "The pass mark, " + pass.percent() + "%, was not reached"
                        : "The module was not passed",
                "training rule 3");
    }

    /** How the result stands; refuses what the rules do not let count (training rules 2, 3, 6, 7 and 10). */
    public Standing weigh(Volunteer person, Passed said) {
        refuseLeaver(person);
        var training = record(person);
        var code = said.module();
        if (training.hasResultOf(code, said.on())) return new Standing(How.SAME, null, null);
        var version = checked(person, said);
        var earned = Qualification.of(person, version, said.result(), by, clock);
        var more = training.qualifications().stream()
                .filter(q -> q.moduleCode().equals(code) && isMore(q, earned))
                .max(Comparator.comparing(q -> q.earnedOn));
        if (more.isPresent()) return new Standing(How.LESS, words(more.get()), earned.lastDay);
        var taken = revoked.getOrDefault(person.id, List.of()).stream()
                .filter(q -> q.moduleCode().equals(code) && q.earnedOn.equals(said.on()))
                .findFirst();
        if (taken.isPresent()) {
            var held = "revoked on " + Formats.inWords(taken.get().revokedAt) + " by " + taken.get().revokedBy;
            return new Standing(How.LESS, held, earned.lastDay);
        }
        records.put(person.id, training.with(earned));
        return new Standing(How.NEW, null, earned.lastDay);
    }

    /** Keeps the result, not verified, as brought in by the import. Refuses what {@link #weigh} refuses. */
    public Long keep(Volunteer person, Passed said, String importRef) {
        refuseLeaver(person);
        if (record(person).hasResultOf(said.module(), said.on())) {
            throw new Refused("A result of " + said.module() + " is recorded for this day already", "");
        }
        var version = checked(person, said);
        var earned = Qualification.of(person, version, said.result(), by, clock);
        earned.importRef = importRef;
        earned.persist();
        records.put(person.id, record(person).with(earned));
        return earned.id;
    }

    private ModuleVersion checked(Volunteer person, Passed said) {
        var version = ModuleVersion.taughtOn(versions.getOrDefault(said.module(), List.of()), said.on())
                .orElseThrow(() -> new Refused("There is no module " + said.module(), ""));
        var module = version.document();
        module.pass().refuseUnlessGivenByHand();
        assessors.refuseUnlessIndependent(module, said.assessor(), person);
        Qualification.refuseUnlessBroughtIn(record(person), module, said.result(), said.reached(), today);
        return version;
    }

    /** Whether what Attest has was earned later, or lasts longer. */
    private static boolean isMore(Qualification held, Qualification earned) {
        if (held.revokedAt != null) return false;
        if (held.earnedOn.isAfter(earned.earnedOn)) return true;
        if (earned.lastDay == null) return false;
        return held.lastDay == null || held.lastDay.isAfter(earned.lastDay);
    }

    private static String words(Qualification held) {
        return "passed on " + Formats.inWords(held.earnedOn)
                + (held.lastDay == null ? ", does not expire" : ", valid until " + Formats.inWords(held.lastDay));
    }

    private static void refuseLeaver(Volunteer person) {
        if (person.stage == Stage.LEFT) throw new Refused("The person has left", "");
    }

    private ModuleDocument module(String code) {
        return curriculum.module(code).orElseThrow(() -> new Refused("There is no module " + code, ""));
    }

    private TrainingRecord record(Volunteer person) {
        return Optional.ofNullable(records.get(person.id)).orElseThrow();
    }

    /** What an import brought in, as it stands now, person by person; one statement. */
    public static List<Brought> broughtInBy(String importRef) {
        return Qualification.ofImport(importRef).stream()
                .map(q -> new Brought(
                        q.volunteer.ref,
                        q.volunteer.fullName,
                        q.moduleVersion.document().label(),
                        q.earnedOn,
                        q.lastDay,
                        q.evidence,
                        q.revokedAt != null))
                .toList();
    }

    /** The import is undone: what it brought in is revoked, and stays to be read. Says how many that were. */
    public static int undo(String importRef, Actor by, Clock clock) {
        int undone = 0;
        for (var one : Qualification.ofImport(importRef)) if (one.undoImport(by, clock)) undone++;
        return undone;
    }
}
