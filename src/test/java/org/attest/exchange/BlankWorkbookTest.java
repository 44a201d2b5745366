package org.attest.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.policy.Tier;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.EquipmentColumns;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.TierColumns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own workbook, filled in, comes back as it was filled in, without naming a column. */
class BlankWorkbookTest {

    private static final Columns COLUMNS = columns();

    private static Columns columns() {
        var all = new ArrayList<>(new EquipmentColumns().columns());
        all.addAll(new TierColumns().columns());
        return new Columns(all);
    }

    private static FileColumn named(String name) {
        return COLUMNS.named(name).orElseThrow();
    }

    private static Map<FileColumn, Object> zoe(Kind kind) {
        var zoe = new HashMap<FileColumn, Object>();
        zoe.put(Field.FORCE_NUMBER, "000042");
        zoe.put(Field.FULL_NAME, "Zoë O’Brien");
        zoe.put(Field.BIRTH_DATE, LocalDate.of(1990, 3, 2));
        zoe.put(Field.EMAIL, "zoe@kent.example");
        zoe.put(Field.PHONE, "01622 000111");
        zoe.put(Field.APPOINTMENT_TYPE, AppointmentType.SPECIAL_CONSTABLE);
        zoe.put(Field.APPLIED_ON, LocalDate.of(2024, 5, 1));
        zoe.put(Field.RIGHT_TO_REMAIN, RightToRemain.UK_OR_EEA_NATIONAL);
        zoe.put(Field.RESIDENT_SINCE, LocalDate.of(1990, 3, 2));
        zoe.put(Field.LONG_ABROAD, false);
        zoe.put(Field.OCCUPATION, "Baker");
        zoe.put(Field.OCCUPATION_FINDING, OccupationFinding.NO_CONFLICT);
        if (kind == Kind.VOLUNTEERS) {
            zoe.put(Field.APPOINTED_ON, LocalDate.of(2025, 5, 1));
            zoe.put(Field.ATTESTED_ON, LocalDate.of(2025, 5, 8));
            zoe.put(named("WARRANT_CARD"), "0077");
            zoe.put(named("WARRANT_CARD_SINCE"), LocalDate.of(2025, 5, 9));
            zoe.put(named("TIER"), Tier.T1);
        }
        return zoe;
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICANTS", "VOLUNTEERS"}) // completed training has a sheet of its own, which is a CSV
    void whatIsFilledInComesBackAsItWas(Kind kind) {
        var filled = zoe(kind);
        var book = new BlankWorkbook(kind.sheet(COLUMNS), List.of("Spring 2026"), List.of(filled)).bytes();
        var sheet = Sheet.read(book, Sheet.Reading.GUESSED, Limits.DEFAULT);
        assertEquals("People", sheet.name());
        assertEquals(List.of("People", "Notes"), sheet.names(), "the lists to choose from are hidden");

        var mapping = Mapping.guess(sheet.headings(), kind, COLUMNS);
        assertEquals(List.of(), mapping.ignored(sheet.headings()), "no column has to be named");
        assertEquals(Map.of(), mapping.faults(sheet.headings()));

        var rows = new ArrayList<CheckedRow>();
        new DryRun(
                        sheet,
                        mapping,
                        new FakePeople(),
                        List.of(),
                        Map.of(),
                        new DryRun.Rules(JoiningRules.NATIONAL, DryRunTest.TODAY))
                .run(rows::addAll);
        assertEquals(1, rows.size());
        assertEquals(Outcome.NEW, rows.get(0).outcome(), rows.get(0).reasons());
        filled.forEach(
                (column, value) -> assertEquals(value, rows.get(0).row().said().get(column), column.label()));
        assertEquals(filled.size(), rows.get(0).row().said().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICANTS", "VOLUNTEERS"}) // completed training has a sheet of its own, which is a CSV
    void everyKindHasItsOwnColumns(Kind kind) {
        var labels = kind.sheet(COLUMNS).stream().map(FileColumn::label).toList();
        assertTrue(labels.contains("Full name"));
        assertFalse(labels.contains("First names"));
        assertEquals(kind == Kind.VOLUNTEERS, labels.contains("Attested on"));
        assertEquals(kind == Kind.VOLUNTEERS, labels.contains("Tier"));
    }
}
