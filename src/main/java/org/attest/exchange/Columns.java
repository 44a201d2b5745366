package org.attest.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attest.volunteer.FileColumn;

/** All columns a file can have: ours, then those of the rooms. */
final class Columns {

    /** Those that need no room. */
    static final Columns OURS = new Columns(List.of());

    private final List<FileColumn> all;
    private final Map<String, FileColumn> byName = new HashMap<>();
    private final Map<FileColumn, Integer> place = new HashMap<>();

    Columns(Collection<FileColumn> ofRooms) {
        this(Stream.concat(Field.values().stream(), ofRooms.stream()));
    }

    private Columns(Stream<FileColumn> columns) {
        all = columns.toList();
        for (var column : all) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalStateException("Two columns of files are called " + column.name());
            }
            place.put(column, place.size());
        }
    }

    /** These and no others. */
    static Columns only(List<FileColumn> columns) {
        return new Columns(columns.stream());
    }

    List<FileColumn> all() {
        return all;
    }

    Optional<FileColumn> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The same entries in the order of the columns. */
    <T> Map<FileColumn, T> ordered(Map<FileColumn, T> entries) {
        var ordered = new LinkedHashMap<FileColumn, T>();
        entries.keySet().stream()
                .sorted(Comparator.comparing(place::get))
                .forEach(column -> ordered.put(column, entries.get(column)));
        return ordered;
    }
}
