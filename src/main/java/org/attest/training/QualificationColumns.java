package org.attest.training;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.security.Account;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileColumns;
import org.attest.volunteer.FileFact;
import org.attest.volunteer.FileFault;
import org.attest.volunteer.FileRow;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * What people in service have passed, from a file: for each module that ships the day on which it was passed last, and who
 * assessed those that are signed. The force attests that the pass marks were reached; everything else the rules of training say.
 */
@ApplicationScoped
public class QualificationColumns implements FileColumns {

    /** Kind of the facts written here. */
    public static final String FACT = "qualification";

    private static final String EVIDENCE = "Brought in from a file of people: the force attests it";

    private static final Map<String, FileColumn> DAYS = days();

    private static final FileColumn ASSESSOR = FileColumn.text("TRAINING_ASSESSOR", "Training assessed by", 320)
            .hint("Name or email address of an assessor of the force: for modules that are signed")
            .called("training assessor, module assessor, training signed by, modules assessed by")
            .ofService()
            .ofOthers();

    @Inject
    Clock clock;

    /** The modules of volunteers that ship, licences left out, by their codes. */
    private static Map<String, FileColumn> days() {
        var days = new LinkedHashMap<String, FileColumn>();
        for (var module : CurriculumPress.shipped().modules()) {
            if (module.isRetired()
                    || module.stage() == TrainingStage.STAFF
                    || module.pass().kind() == Pass.Kind.LICENCE) continue;
            var code = FileColumn.folded(module.code());
            days.put(
                    module.code(),
                    FileColumn.day("PASSED_" + module.code().replace('-', '_'), module.code() + " passed on")
                            .hint(module.title() + ". The last time")
                            .called(String.join(
                                    ", ",
                                    code,
                                    code.replace(" ", ""),
                                    code + " date",
                                    code + " completed",
                                    code + " completed on",
                                    code + " passed",
                                    FileColumn.folded(module.title())))
                            .ofService());
        }
        return days;
    }

    @Override
    public List<FileColumn> columns() {
        var columns = new ArrayList<>(DAYS.values());
        columns.add(ASSESSOR);
        return columns;
    }

    /** The newest result of each module, also one that has expired; what was revoked left out. One statement. */
    @Override
    public Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today) {
        var held = new HashMap<Long, Map<FileColumn, Object>>();
        for (var newest : Qualification.newest(people)) {
            var column = DAYS.get(newest.module());
            if (column != null) {
                held.computeIfAbsent(newest.person(), id -> new HashMap<>()).put(column, newest.earnedOn());
            }
        }
        return held;
    }

    /** What a row adds: a module and the day. */
    private record Added(String module, LocalDate on) {}

    /** What the row adds, in the order in which it was learned. */
    private static List<Added> added(FileRow row, Curriculum curriculum) {
        return DAYS.entrySet().stream()
                .filter(e -> row.adds(e.getValue()) != null)
                .map(e -> new Added(e.getKey(), row.day(e.getValue())))
                .sorted(Comparator.comparing(Added::on)
                        .thenComparing(a -> curriculum.needs(a.module).size())
                        .thenComparing(Added::module))
                .toList();
    }

    private static List<FileRow> adding(Collection<FileRow> rows) {
        return rows.stream()
                .filter(row -> DAYS.values().stream().anyMatch(column -> row.adds(column) != null))
                .toList();
    }

    @Override
    public Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today) {
        var adding = adding(rows);
        if (adding.isEmpty()) return Map.of();
        var desk = new Desk(adding.get(0), Actor.program("import"), today);
        var faults = new HashMap<FileRow, List<FileFault>>();
        for (var row : adding) {
            var found = desk.look(row);
            if (!found.isEmpty()) faults.put(row, found);
        }
        return faults;
    }

    @Override
    public List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock) {
        var adding = adding(rows);
        if (adding.isEmpty()) return List.of();
        var desk = new Desk(adding.get(0), by, LocalDate.now(clock));
        var records =
                TrainingRecord.of(adding.stream().map(FileRow::person).toList(), desk.curriculum, LocalDate.now(clock));
        var facts = new ArrayList<FileFact>();
        for (var row : adding) {
            var training = records.get(row.person().id);
            var assessor = desk.assessor(row);
            var added = added(row, desk.curriculum);
            for (var one : added) {
                try {
                    var earned = desk.check(desk.beside(training, row, added, one), one, assessor);
                    earned.persist();
                    training = training.with(earned);
                    facts.add(new FileFact(row.person(), FACT, earned.id));
                } catch (Refused e) {
                    throw new Refused(row.person().fullName + ", " + one.module + ": " + e.sentence(), e.rule());
                }
            }
        }
        return facts;
    }

    /** The people may be gone with the import: nothing came after it, so that nobody has relied on these. */
    @Override
    public void takeBack(Map<String, List<Long>> facts) {
        var ids = facts.get(FACT);
        if (ids != null) Qualification.delete("id in ?1", ids);
    }

    /** The rules and the assessors while rows of one force are looked at; four statements. */
    private final class Desk {

        private final Curriculum curriculum = Curriculum.current();
        private final Map<String, List<ModuleVersion>> versions =
                ModuleVersion.all().stream().collect(groupingBy(v -> v.module.code));
        private final Assessors assessors;
        private final Actor by;
        private final LocalDate today;

        private Desk(FileRow row, Actor by, LocalDate today) {
            this.assessors = Assessors.in(row.force());
            this.by = by;
            this.today = today;
        }

        private List<FileFault> look(FileRow row) {
            if (row.standing().stage() == Stage.LEFT) {
                return List.of(new FileFault(first(row), "the person has left", "Empty this cell"));
            }
            Account assessor;
            try {
                assessor = assessor(row);
            } catch (Refused e) {
                return List.of(new FileFault(ASSESSOR, Learners.sentence(e), "Correct the cell, or empty it"));
            }
            var faults = new ArrayList<FileFault>();
            var nothing = new TrainingRecord(
                    new Volunteer(), curriculum, List.of(), List.of(), List.of(), List.of(), List.of(), today);
            var added = added(row, curriculum);
            for (var one : added) {
                try {
                    check(beside(nothing, row, added, one), one, assessor);
                } catch (Refused e) {
                    faults.add(fault(one, e));
                }
            }
            return faults;
        }

        /**
         * The training with every other module of the row and of Attest. The day is that of the last time: of a later
         * renewal it is taken that the module was passed by the day of this one too.
         */
        private TrainingRecord beside(TrainingRecord training, FileRow row, List<Added> added, Added one) {
            var all = before(row, one.on);
            added.stream()
                    .filter(other -> !other.module.equals(one.module) && version(other.module, other.on) != null)
                    .map(other ->
                            earned(training.person(), other.module, other.on.isAfter(one.on) ? one.on : other.on, null))
                    .forEach(all::add);
            var beside = training;
            for (var learned : all) beside = beside.with(learned);
            return beside;
        }

        /** What Attest has. */
        private List<Qualification> before(FileRow row, LocalDate day) {
            return DAYS.entrySet().stream()
                    .filter(e -> row.held(e.getValue()) != null)
                    .map(e -> {
                        var held = (LocalDate) row.held(e.getValue());
                        return version(e.getKey(), held) == null
                                ? null
                                : earned(new Volunteer(), e.getKey(), held.isAfter(day) ? day : held, null);
                    })
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private Qualification check(TrainingRecord training, Added one, Account assessor) {
            if (version(one.module, one.on) == null) throw new Refused("This module is not taught", "");
            var module = version(one.module, one.on).document();
            var signs = module.sign() ? assessor : null;
            // who tutored somebody before they came is not known here
            assessors.refuseInLine(module, signs);
            Qualification.refuseUnlessBroughtIn(training, module, result(one.on, signs), true, today);
            return earned(training.person(), one.module, one.on, signs);
        }

        private Qualification earned(Volunteer person, String module, LocalDate on, Account assessor) {
            return Qualification.of(person, version(module, on), result(on, assessor), by, clock);
        }

        private static Result result(LocalDate on, Account assessor) {
            return new Result(on, null, assessor, EVIDENCE, false);
        }

        private ModuleVersion version(String module, LocalDate on) {
            return ModuleVersion.taughtOn(versions.getOrDefault(module, List.of()), on)
                    .orElse(null);
        }

        private Account assessor(FileRow row) {
            var typed = (String) row.says(ASSESSOR);
            return typed == null ? null : assessors.named(typed);
        }

        private static FileColumn first(FileRow row) {
            return DAYS.values().stream()
                    .filter(column -> row.adds(column) != null)
                    .findFirst()
                    .orElseThrow();
        }

        private static FileFault fault(Added one, Refused refused) {
            var sentence = Learners.sentence(refused);
            var reason = Character.isUpperCase(sentence.charAt(1))
                    ? sentence
                    : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
            return new FileFault(
                    DAYS.get(one.module),
                    reason,
                    refused.rule().equals("training rule 6")
                            ? "Add the column “" + ASSESSOR.label() + "”, or empty this cell"
                            : "Correct the day, or empty this cell");
        }
    }
}
