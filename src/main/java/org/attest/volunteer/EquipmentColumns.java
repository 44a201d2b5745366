package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.web.Formats;

/** What people in service are equipped with now, from a file: the number, and the day where the force knows it. */
@ApplicationScoped
public class EquipmentColumns implements FileColumns {

    /** Kind of the facts written here. */
    public static final String FACT = "equipment";

    /** The number and the day of one kind. */
    private record Pair(FileColumn number, FileColumn since) {}

    private static final Map<EquipmentKind, Pair> PAIRS = new LinkedHashMap<>();

    static {
        PAIRS.put(
                EquipmentKind.WARRANT_CARD,
                pair(
                        "WARRANT_CARD",
                        "Warrant card number",
                        "Warrant card since",
                        "warrant-card",
                        "warrant card, warrant card no, card number, card no"));
        PAIRS.put(
                EquipmentKind.FORCE_LAPTOP,
                pair(
                        "LAPTOP",
                        "Laptop number",
                        "Laptop since",
                        "laptop",
                        "laptop, force laptop, laptop no, laptop asset, laptop serial, asset number, asset no"));
        PAIRS.put(
                EquipmentKind.FORCE_ACCOUNT,
                pair(
                        "FORCE_ACCOUNT",
                        "Force account",
                        "Force account since",
                        "account",
                        "account, account name, user name, username, login, network account, force login"));
    }

    private static Pair pair(String name, String label, String since, String code, String called) {
        return new Pair(
                FileColumn.text(name, label, Equipment.LONGEST_SERIAL)
                        .hint("What lies with the person now; never a password")
                        .called(called)
                        .settles(code)
                        .ofService()
                        .unique(),
                FileColumn.day(name + "_SINCE", since)
                        .hint("Today where the force does not know")
                        .ofService());
    }

    @Override
    public List<FileColumn> columns() {
        var columns = new ArrayList<FileColumn>();
        PAIRS.values().forEach(pair -> {
            columns.add(pair.number);
            columns.add(pair.since);
        });
        return columns;
    }

    @Override
    public Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today) {
        var held = new HashMap<Long, Map<FileColumn, Object>>();
        for (var thing : Equipment.heldBy(people)) {
            var of = held.computeIfAbsent(thing.volunteer.id, id -> new HashMap<>());
            var pair = PAIRS.get(thing.kind);
            of.put(pair.number, Objects.requireNonNullElse(thing.serial, ""));
            of.put(pair.since, thing.issuedOn);
        }
        return held;
    }

    @Override
    public Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today) {
        var faults = new HashMap<FileRow, List<FileFault>>();
        PAIRS.forEach((kind, pair) -> {
            var asked = rows.stream().filter(row -> row.says(pair.number) != null || row.says(pair.since) != null);
            var out = new HashSet<String>();
            var those = asked.toList();
            if (those.isEmpty()) return;
            out.addAll(Equipment.numbersOut(those.get(0).force(), kind, numbers(those, pair)));
            for (var row : those) {
                var fault = fault(row, kind, pair, out, today);
                if (fault != null)
                    faults.computeIfAbsent(row, r -> new ArrayList<>()).add(fault);
            }
        });
        return faults;
    }

    private static Set<String> numbers(List<FileRow> rows, Pair pair) {
        return rows.stream()
                .map(row -> (String) row.adds(pair.number))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static FileFault fault(FileRow row, EquipmentKind kind, Pair pair, Set<String> out, LocalDate today) {
        var number = (String) row.adds(pair.number);
        if (number == null) {
            return row.says(pair.number) == null && row.adds(pair.since) != null
                    ? new FileFault(
                            pair.since, "the row has the day and no number", "Add the number, or empty this cell")
                    : null;
        }
        var since = row.day(pair.since);
        if (row.standing().stage() == Stage.LEFT) {
            return new FileFault(pair.number, "the person has left", "Empty this cell");
        }
        if (since != null && since.isAfter(today)) {
            return new FileFault(pair.since, "the day is in the future", "Correct the day");
        }
        if (out.contains(number)) {
            return new FileFault(
                    pair.number,
                    "number " + number + " lies with somebody else",
                    "Correct the number, or take it back on the other record first");
        }
        if (kind != EquipmentKind.WARRANT_CARD) return null;
        var attested = row.standing().attestedOn();
        if (attested == null) {
            return new FileFault(
                    pair.number,
                    "a warrant card is issued to attested special constables, and no attestation is recorded"
                            + " (vetting section 6)",
                    "Add the day of the attestation, or empty this cell");
        }
        if (since != null && since.isBefore(attested)) {
            return new FileFault(
                    pair.since,
                    "the day is before the attestation, on " + Formats.inWords(attested),
                    "Correct one of the two days");
        }
        return null;
    }

    @Override
    public List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock) {
        var facts = new ArrayList<FileFact>();
        for (var row : rows) {
            PAIRS.forEach((kind, pair) -> {
                var number = (String) row.adds(pair.number);
                if (number == null) return;
                var since = row.day(pair.since) != null ? row.day(pair.since) : LocalDate.now(clock);
                var thing = Equipment.handed(row.person(), kind, number, since, by, clock);
                facts.add(new FileFact(row.person(), FACT, thing.id));
            });
        }
        return facts;
    }

    @Override
    public void takeBack(Map<String, List<Long>> facts) {
        var ids = facts.get(FACT);
        if (ids != null) Equipment.delete("id in ?1", ids);
    }
}
