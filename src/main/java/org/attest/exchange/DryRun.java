package org.attest.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.KnownPeople.Sign;
import org.attest.force.Force;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.FileFault;
import org.attest.volunteer.FileRow;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Occupations;

/**
 * Tells for every row of a file what would become of it: new, changed, same or refused. Changes nothing, and takes the rows
 * a few hundred at a time, so that the size of the file does not matter. Whom a row is about, {@link Matching} says; who is
 * new is looked at by {@link Newcomers}, whom Attest has by a {@link Comparison}, and what belongs to a room by the room.
 */
final class DryRun {

    private static final int ROWS_AT_ONCE = 500;

    /**
     * What is true while rows are looked at.
     *
     * @param asking account of whoever brings the rows in; null where that is a program
     */
    record Rules(JoiningRules joining, Occupations occupations, LocalDate today, Long asking) {
        Rules(JoiningRules joining, LocalDate today) {
            this(joining, Occupations.NATIONAL, today, null);
        }
    }

    /** Who may say something about rows besides us, and of which force. */
    record Rooms(RoomColumns columns, Force force) {
        static final Rooms NONE = new Rooms(RoomColumns.none(), null);
    }

    private final Sheet sheet;
    private final Mapping mapping;
    private final KnownPeople people;
    private final Rules rules;
    private final Rooms rooms;
    private final RowReading reading;
    private final Matching matching;
    private final Newcomers newcomers;
    private final Places places;
    private final MessageDigest digest = sha256();
    private Counts counts = Counts.NONE;

    /** @param room free places of each cohort, by id */
    DryRun(
            Sheet sheet,
            Mapping mapping,
            KnownPeople people,
            List<Cohort> cohorts,
            Map<Long, Integer> room,
            Rules rules) {
        this(sheet, mapping, people, cohorts, room, rules, Rooms.NONE);
    }

    DryRun(
            Sheet sheet,
            Mapping mapping,
            KnownPeople people,
            List<Cohort> cohorts,
            Map<Long, Integer> room,
            Rules rules,
            Rooms rooms) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.people = people;
        this.rules = rules;
        this.rooms = rooms;
        this.reading = new RowReading(sheet, mapping, cohorts);
        this.matching = new Matching(people, mapping);
        this.places = new Places(room, rules.today());
        this.newcomers = new Newcomers(mapping, rules, places);
    }

    /** Looks at every row, in order, and hands them on in lots. */
    void run(Consumer<List<CheckedRow>> lots) {
        var lot = new ArrayList<ReadRow>(ROWS_AT_ONCE);
        try (var rows = sheet.rows()) {
            rows.forEach(row -> {
                lot.add(reading.read(row));
                if (lot.size() == ROWS_AT_ONCE) {
                    lots.accept(check(lot));
                    lot.clear();
                }
            });
        }
        if (!lot.isEmpty()) lots.accept(check(lot));
    }

    /** How the rows seen so far came out. */
    Counts counts() {
        return counts;
    }

    /** A mark of everything that was found: another when a row, or what Attest has about its person, is another. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CheckedRow> check(List<ReadRow> rows) {
        var matched = new HashMap<Integer, Sign>();
        var candidates = new LinkedHashSet<Long>();
        for (var row : rows) {
            var sign = matching.of(row);
            if (sign != null) {
                matched.put(row.number(), sign);
                candidates.add(sign.id());
            } else {
                matching.alike(row).forEach(other -> candidates.add(other.id()));
            }
        }
        var held = people.held(candidates);
        var ofRooms = faultsOfRooms(rows, matched, held);

        var checked = new ArrayList<CheckedRow>(rows.size());
        for (var row : rows) {
            var faults = new RowFaults(row, reading);
            var sign = matched.get(row.number());
            matching.repeats(row, sign, faults);
            ofRooms.getOrDefault(row, List.of()).forEach(f -> faults.add(f.column(), f.reason(), f.mend()));
            var person = sign == null ? null : held.get(sign.id());
            matching.contradictions(row, person, faults);
            own(person, faults);
            var one = person == null ? stranger(row, held, faults) : known(row, person, faults);
            boolean taken = one.person() != null && one.outcome() != Outcome.REFUSED;
            matching.remember(row, taken ? one.person().id() : null);
            counts = counts.plus(one.outcome());
            mark(one);
            checked.add(one);
        }
        return checked;
    }

    private Map<ReadRow, List<FileFault>> faultsOfRooms(
            List<ReadRow> rows, Map<Integer, Sign> matched, Map<Long, KnownPerson> held) {
        var asked = new HashMap<FileRow, ReadRow>();
        for (var row : rows) {
            if (row.fullName() == null && !matched.containsKey(row.number())) continue;
            var sign = matched.get(row.number());
            asked.put(forRooms(row, sign == null ? null : held.get(sign.id())), row);
        }
        var faults = new HashMap<ReadRow, List<FileFault>>();
        rooms.columns()
                .faults(asked.keySet(), rules.today())
                .forEach((row, found) -> faults.put(asked.get(row), found));
        return faults;
    }

    private FileRow forRooms(ReadRow row, KnownPerson person) {
        return person == null
                ? new FileRow(rooms.force(), null, row.said(), Map.of(), newcomers.standing(row))
                : new FileRow(rooms.force(), null, row.said(), person.inRooms(), Comparison.standing(row, person));
    }

    /** Nobody changes their own record, not even through a file. */
    private void own(KnownPerson person, RowFaults faults) {
        if (person == null || person.accountId() == null || !person.accountId().equals(rules.asking())) return;
        faults.add(Field.FULL_NAME, "this is your own record", "A colleague has to bring it in");
    }

    private CheckedRow stranger(ReadRow row, Map<Long, KnownPerson> held, RowFaults faults) {
        if (row.fullName() == null) return CheckedRow.refused(row, null, faults.all());
        if (faults.isEmpty()) {
            var other = matching.alike(row).stream().findFirst().map(sign -> held.get(sign.id()));
            if (other.isPresent()) {
                var compared = new Comparison(row, other.get(), mapping, reading, rules);
                if (compared.nothingDiffers(faults.blank())) return CheckedRow.same(row, other.get());
                matching.looksLike(row, other.get(), faults);
            }
        }
        var entry = newcomers.entry(row);
        newcomers.check(row, entry, faults);
        return faults.isEmpty() ? CheckedRow.fresh(row, entry) : CheckedRow.refused(row, null, faults.all());
    }

    private CheckedRow known(ReadRow row, KnownPerson person, RowFaults faults) {
        var compared = new Comparison(row, person, mapping, reading, rules);
        compared.compare(faults);
        if (compared.joins()) places.take(row.cohort(), faults);
        if (!faults.isEmpty()) return CheckedRow.refused(row, person, faults.all());
        return compared.changes().isEmpty()
                ? CheckedRow.same(row, person)
                : CheckedRow.changed(row, person, compared.changes());
    }

    private void mark(CheckedRow row) {
        var words = new StringBuilder();
        words.append(row.number()).append('|').append(row.outcome());
        if (row.person() != null) words.append('|').append(row.person().ref());
        row.changes().forEach(c -> words.append('|')
                .append(c.field())
                .append('=')
                .append(c.before())
                .append('>')
                .append(c.after()));
        digest.update(words.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
