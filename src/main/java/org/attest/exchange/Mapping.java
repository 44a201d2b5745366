package org.attest.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Stage;

/**
 * Which column of the file is which of ours, and what is true of rows that do not say.
 *
 * @param columns column (from 0) of each field that has one
 */
record Mapping(Map<FileColumn, Integer> columns, AppointmentType appointmentType, Stage stage) {

    Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Ours among the columns, where no room is asked. */
    static Mapping guess(List<String> headings, Kind kind) {
        return guess(headings, kind, Columns.OURS);
    }

    /** The columns whose headings are known; a column serves one field, the first of several alike. */
    static Mapping guess(List<String> headings, Kind kind, Columns all) {
        var folded = headings.stream().map(FileColumn::folded).toList();
        var columns = new LinkedHashMap<FileColumn, Integer>();
        var taken = new HashSet<Integer>();
        int longest =
                all.all().stream().mapToInt(f -> f.headings().size()).max().orElse(0);
        // the surest heading of every field first, so that "Name" stays free for whoever has nothing better
        for (int rank = 0; rank < longest; rank++) {
            for (var field : all.all()) {
                if (columns.containsKey(field) || rank >= field.headings().size()) continue;
                int column = folded.indexOf(field.headings().get(rank));
                if (column >= 0 && taken.add(column)) columns.put(field, column);
            }
        }
        if (columns.containsKey(Field.LAST_NAME) && columns.containsKey(Field.FULL_NAME)) {
            if (columns.containsKey(Field.FIRST_NAME)) {
                columns.remove(Field.FULL_NAME);
            } else {
                // "Name" beside "Surname" holds the first names
                columns.put(Field.FIRST_NAME, columns.remove(Field.FULL_NAME));
            }
        }
        // Moodle writes no heading over the names
        boolean unnamed = kind == Kind.COMPLETIONS
                && !columns.containsKey(Field.FULL_NAME)
                && headings.get(0).endsWith(Sheet.NO_HEADING);
        if (unnamed && taken.add(0)) columns.put(Field.FULL_NAME, 0);
        // nobody was attested who was not appointed: without that day, the other cannot be recorded
        if (!columns.containsKey(Field.APPOINTED_ON)) columns.remove(Field.ATTESTED_ON);
        return new Mapping(all.ordered(columns), AppointmentType.SPECIAL_CONSTABLE, kind.stage());
    }

    /** What is missing or contradicts itself, by the field to mend; empty when it can be used. */
    Map<String, String> faults(List<String> headings) {
        var faults = twice(headings);
        if (has(Field.ATTESTED_ON) && !has(Field.APPOINTED_ON)) {
            faults.put(
                    Field.APPOINTED_ON.name(),
                    "Choose the column of the appointment, or none for Attested on: an attestation stands on an"
                            + " appointment");
        }
        boolean parts = has(Field.FIRST_NAME) || has(Field.LAST_NAME) || has(Field.MIDDLE_NAMES);
        if (!has(Field.FULL_NAME) && !has(Field.FIRST_NAME) && !has(Field.LAST_NAME)) {
            faults.put(Field.FULL_NAME.name(), "Choose the column of the full name, or those of first and last name");
        } else if (has(Field.FULL_NAME) && parts) {
            faults.put(Field.FULL_NAME.name(), "Choose either the full name or its parts, not both");
        }
        return faults;
    }

    /** Columns that the file does not have, or that are chosen for two fields, by the field to mend. */
    Map<String, String> twice(List<String> headings) {
        var faults = new TreeMap<String, String>();
        var used = new LinkedHashMap<FileColumn, Integer>();
        columns.forEach((field, column) -> {
            if (column < 0 || column >= headings.size()) {
                faults.put(field.name(), field.label() + ": the file has no such column");
            } else if (used.containsValue(column)) {
                faults.put(
                        field.name(),
                        field.label() + ": “" + headings.get(column) + "” is chosen for another field too");
            } else {
                used.put(field, column);
            }
        });
        return faults;
    }

    boolean has(FileColumn field) {
        return columns.containsKey(field);
    }

    /** The heading a field is read from. */
    String heading(FileColumn field, List<String> headings) {
        var column = columns.get(field);
        return column == null ? field.label() : headings.get(column);
    }

    /** Headings that nothing is read from. */
    List<String> ignored(List<String> headings) {
        var ignored = new ArrayList<String>();
        IntStream.range(0, headings.size())
                .filter(i -> !columns.containsValue(i))
                .forEach(i -> ignored.add(headings.get(i)));
        return ignored;
    }

    /** As it is kept with the batch. */
    Map<String, String> toJson() {
        var json = new TreeMap<String, String>();
        columns.forEach((field, column) -> json.put(field.name(), String.valueOf(column)));
        json.put("appointmentType", appointmentType.name());
        json.put("stage", stage.name());
        return json;
    }

    /** A column that is not known any more is left out. */
    static Mapping fromJson(Map<String, String> json, Columns all) {
        var columns = new LinkedHashMap<FileColumn, Integer>();
        for (var field : all.all()) {
            var column = json.get(field.name());
            if (column != null) columns.put(field, Integer.valueOf(column));
        }
        return new Mapping(
                columns, AppointmentType.valueOf(json.get("appointmentType")), Stage.valueOf(json.get("stage")));
    }
}
