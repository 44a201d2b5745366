package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileColumns;
import org.attest.volunteer.FileFact;
import org.attest.volunteer.FileFault;
import org.attest.volunteer.FileRow;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * The clearances people in service hold, from a file: for each level the day of the grant, the last valid day, or both, and the
 * conditions. National security vetting is recorded by hand, because it needs to say who gave it.
 */
@ApplicationScoped
public class ClearanceColumns implements FileColumns {

    /** Kind of the facts written here. */
    public static final String FACT = "clearance";

    /** The two columns of a level. */
    private record Pair(ClearanceLevel level, FileColumn granted, FileColumn until) {

        boolean isAdded(FileRow row) {
            return row.says(granted) != null && row.adds(granted) != null
                    || row.says(until) != null && row.adds(until) != null;
        }
    }

    private static final List<Pair> LEVELS = List.of(
            pair(ClearanceLevel.RECRUITMENT, "rv", "recruitment vetting", "clearance"),
            pair(ClearanceLevel.MANAGEMENT, "mv", "management vetting", "management-vetting"),
            pair(ClearanceLevel.NPPV_3, "nppv 3, nppv3, nppv level 3", "nppv 3", "clearance"));

    private static final FileColumn CONDITIONS = FileColumn.text(
                    "CLEARANCE_CONDITIONS", "Clearance conditions", 200, ClearanceColumns::conditions)
            .hint("One or more, with semicolons: " + words(EnumSet.allOf(RestrictionCode.class)))
            .called("vetting conditions, vetting restrictions, clearance restrictions, restriction codes, restrictions")
            .ofService();

    private static Pair pair(ClearanceLevel level, String called, String folded, String settles) {
        var names = called.split(", ");
        return new Pair(
                level,
                FileColumn.day(level.name() + "_GRANTED", level.shortName() + " granted on")
                        .hint(level.label() + ". The grant, the last valid day, or both")
                        .called(each(names, "granted", "date", "grant date", "from", "issued") + ", " + folded
                                + " granted, " + folded + " date")
                        .settles(settles)
                        .ofService(),
                FileColumn.day(level.name() + "_UNTIL", level.shortName() + " valid until")
                        .hint("Its last valid day, the day before the anniversary")
                        .called(each(names, "until", "expiry", "expires", "expiry date", "to", "renewal date") + ", "
                                + folded + " expiry, " + folded + " valid until")
                        .ofService());
    }

    private static String each(String[] names, String... endings) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(endings).map(ending -> name + " " + ending))
                .collect(Collectors.joining(", "));
    }

    /** The conditions in one form, whatever their order. */
    private static String conditions(String typed) {
        return words(codes(typed));
    }

    private static Set<RestrictionCode> codes(String typed) {
        var codes = EnumSet.noneOf(RestrictionCode.class);
        for (var part : typed.split("[;,]")) {
            if (part.isBlank()) continue;
            var word = FileColumn.folded(part);
            codes.add(Arrays.stream(RestrictionCode.values())
                    .filter(c -> FileColumn.folded(c.words()).equals(word)
                            || FileColumn.folded(c.name()).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "this is not a condition Attest knows. Write "
                                    + words(EnumSet.allOf(RestrictionCode.class)),
                            "")));
        }
        return codes;
    }

    private static String words(Collection<RestrictionCode> codes) {
        return codes.stream().sorted().map(RestrictionCode::words).collect(Collectors.joining("; "));
    }

    @Override
    public List<FileColumn> columns() {
        var columns = new ArrayList<FileColumn>();
        for (var pair : LEVELS) columns.addAll(List.of(pair.granted, pair.until));
        columns.add(CONDITIONS);
        return columns;
    }

    /** The newest of each level, also one that has ended: a file gives nobody back what the vetting unit has ended. */
    @Override
    public Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today) {
        var held = new HashMap<Long, Map<FileColumn, Object>>();
        var conditions = new HashMap<Long, Set<RestrictionCode>>();
        for (var clearance : Clearance.ofAll(people)) {
            var id = clearance.volunteer.id;
            if (clearance.isLiveOn(today)) {
                conditions
                        .computeIfAbsent(id, i -> EnumSet.noneOf(RestrictionCode.class))
                        .addAll(clearance.restrictions);
            }
            for (var pair : LEVELS) {
                if (pair.level != clearance.level) continue;
                var values = held.computeIfAbsent(id, i -> new LinkedHashMap<>());
                values.put(pair.granted, clearance.grantedOn);
                values.put(pair.until, clearance.lastDay());
            }
        }
        conditions.forEach((id, codes) -> {
            if (!codes.isEmpty())
                held.computeIfAbsent(id, i -> new LinkedHashMap<>()).put(CONDITIONS, words(codes));
        });
        return held;
    }

    @Override
    public Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today) {
        var settings = settings(rows);
        var faults = new HashMap<FileRow, List<FileFault>>();
        for (var row : rows) {
            var found = new ArrayList<FileFault>();
            boolean adds = false;
            for (var pair : LEVELS) {
                if (!pair.isAdded(row)) continue;
                adds = true;
                var fault = fault(row, pair, settings.get(row.force()), today);
                if (fault != null) found.add(fault);
            }
            if (!adds && row.adds(CONDITIONS) != null) {
                found.add(new FileFault(
                        CONDITIONS,
                        "conditions belong to a clearance, and the row brings none",
                        "Add the clearance, or empty this cell"));
            }
            if (!found.isEmpty()) faults.put(row, found);
        }
        return faults;
    }

    private static FileFault fault(FileRow row, Pair pair, VettingSettings settings, LocalDate today) {
        var granted = row.day(pair.granted);
        var until = row.day(pair.until);
        var first = granted != null ? pair.granted : pair.until;
        var stage = row.standing().stage();
        if (stage == Stage.LEFT || stage.compareTo(Stage.TRAINING) < 0) {
            return new FileFault(
                    first,
                    stage == Stage.LEFT
                            ? "the person has left, and clearances end with the office (vetting rule 10)"
                            : stage == Stage.VETTING
                                    ? "the person is in vetting, and the vetting unit decides"
                                    : "the person is in the " + stage.slug() + " stage, before vetting",
                    "Correct the stage, or empty this cell");
        }
        var years = settings.validityYears(pair.level);
        if (years.isEmpty()) {
            return new FileFault(
                    first,
                    "the force has not set how long " + pair.level.inWords() + " is valid (vetting rule 5)",
                    "Ask the vetting manager to set it");
        }
        var from = granted != null ? granted : until.plusDays(1).minusYears(years.get());
        if (from.isAfter(today)) {
            return new FileFault(
                    first,
                    granted != null
                            ? "the day is in the future"
                            : "with " + years.get() + " years it would be granted in the future (vetting rule 4)",
                    "Correct the day");
        }
        if (until == null) return null;
        if (until.isBefore(from)) {
            return new FileFault(pair.until, "the last valid day is before the grant", "Correct one of the two days");
        }
        var longest = Clearance.lastValidDay(from, years.get());
        if (until.isAfter(longest)) {
            return new FileFault(
                    pair.until,
                    Formats.of(years.get(), "year", "years") + " from the grant end on " + Formats.inWords(longest)
                            + " (vetting rule 4)",
                    "Correct one of the two days");
        }
        return null;
    }

    /** One statement for each force, and a file is of one. */
    private static Map<Force, VettingSettings> settings(Collection<FileRow> rows) {
        var settings = new HashMap<Force, VettingSettings>();
        rows.forEach(row -> settings.computeIfAbsent(row.force(), VettingSettings::of));
        return settings;
    }

    @Override
    public List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock) {
        var settings = settings(rows);
        var facts = new ArrayList<FileFact>();
        for (var row : rows) {
            var said = row.says(CONDITIONS);
            var codes = said == null ? Set.<RestrictionCode>of() : codes(said.toString());
            for (var pair : LEVELS) {
                if (!pair.isAdded(row)) continue;
                int years = settings.get(row.force()).neededValidityYears(pair.level);
                var until = row.day(pair.until);
                var from = row.day(pair.granted) != null
                        ? row.day(pair.granted)
                        : until.plusDays(1).minusYears(years);
                var last = until != null ? until : Clearance.lastValidDay(from, years);
                var clearance = Clearance.broughtIn(row.person(), pair.level, from, last, codes, by, clock);
                facts.add(new FileFact(row.person(), FACT, clearance.id));
            }
        }
        return facts;
    }

    @Override
    public void takeBack(Map<String, List<Long>> facts) {
        var ids = facts.get(FACT);
        if (ids != null) Clearance.delete("id in ?1", ids);
    }
}
