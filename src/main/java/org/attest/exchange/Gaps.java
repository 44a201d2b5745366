package org.attest.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.readiness.Determination;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/**
 * What is missing about people in service, so that a requirement cannot be decided: read from the stored answers, in two
 * statements.
 */
record Gaps(long inService, List<Gap> people, List<Settler> columns) {

    /** A requirement that cannot be decided, with the columns that would settle it; empty where no file can. */
    record Open(String sentence, String columns) {}

    /** A person with something missing. */
    record Gap(String ref, String name, String forceNumber, List<Open> open, Set<FileColumn> settling) {}

    /** A column with how many people it would help. */
    record Settler(FileColumn column, int people) {
        public String label() {
            return column.label();
        }
    }

    static Gaps of(Force force, Columns columns) {
        var settling = new LinkedHashMap<String, List<FileColumn>>();
        for (var column : columns.all()) {
            for (var code : column.settles())
                settling.computeIfAbsent(code, c -> new ArrayList<>()).add(column);
        }
        var people = new ArrayList<Gap>();
        Map<FileColumn, Integer> helped = new LinkedHashMap<>();
        for (var answer : Determination.withGapsInService(force, Tier.FIRST_LIVE)) {
            var open = new ArrayList<Open>();
            var needed = new LinkedHashSet<FileColumn>();
            for (var finding : answer.undecided()) {
                var those = settling.getOrDefault(finding.code(), List.of()).stream()
                        .filter(column -> isMissing(column, answer.volunteer))
                        .toList();
                needed.addAll(those);
                open.add(new Open(
                        finding.sentence(),
                        String.join(", ", those.stream().map(FileColumn::label).toList())));
            }
            var person = answer.volunteer;
            people.add(new Gap(person.ref, person.fullName, person.forceNumber, open, needed));
            needed.forEach(column -> helped.merge(column, 1, Integer::sum));
        }
        var settlers = columns.all().stream()
                .filter(helped::containsKey)
                .map(column -> new Settler(column, helped.get(column)))
                .toList();
        return new Gaps(Volunteer.count("force = ?1 and stage = ?2", force, Stage.SERVICE), people, settlers);
    }

    /** Of several columns that a requirement needs, those that the person's own row shows to be there are not asked for. */
    private static boolean isMissing(FileColumn column, Volunteer person) {
        if (column == Field.BIRTH_DATE) return person.birthDate == null;
        if (column == Field.APPLIED_ON) return person.appliedOn == null;
        return true;
    }

    /** The columns of a workbook that would settle everything a file can, with who is meant first. */
    List<FileColumn> sheet() {
        var sheet = new ArrayList<>(List.of(Field.REFERENCE, Field.FULL_NAME));
        columns.stream().map(Settler::column).filter(c -> !sheet.contains(c)).forEach(sheet::add);
        if (sheet.contains(Field.LONG_ABROAD)) sheet.add(sheet.indexOf(Field.LONG_ABROAD) + 1, Field.GOOD_CONDUCT);
        return sheet;
    }

    /** The people with a gap that a file can close, as rows of that workbook. */
    List<Map<FileColumn, Object>> rows() {
        return people.stream()
                .filter(gap -> !gap.settling.isEmpty())
                .map(gap -> Map.<FileColumn, Object>of(Field.REFERENCE, gap.ref, Field.FULL_NAME, gap.name))
                .toList();
    }
}
