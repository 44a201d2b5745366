package org.attest.exchange;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.FileColumns;
import org.attest.volunteer.FileFact;
import org.attest.volunteer.FileFault;
import org.attest.volunteer.FileRow;

/** The rooms that let a file say something, as one: whoever implements {@link FileColumns} is asked, in the order of their names. */
@ApplicationScoped
class RoomColumns {

    private List<FileColumns> rooms = List.of();
    private Columns columns = Columns.OURS;

    RoomColumns() {}

    @Inject
    RoomColumns(@All List<FileColumns> rooms) {
        this.rooms = rooms.stream()
                .sorted(Comparator.comparing(room -> room.columns().get(0).name()))
                .toList();
        this.columns = new Columns(
                this.rooms.stream().flatMap(room -> room.columns().stream()).toList());
    }

    /** No room at all. */
    static RoomColumns none() {
        return new RoomColumns();
    }

    /** Ours and theirs. */
    Columns columns() {
        return columns;
    }

    /** Those a file of the kind can have. */
    Columns columns(Kind kind) {
        return kind == Kind.COMPLETIONS ? CompletionField.ALL : columns;
    }

    Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today) {
        var held = new HashMap<Long, Map<FileColumn, Object>>();
        for (var room : rooms) {
            room.held(people, today).forEach((id, values) -> held.computeIfAbsent(id, i -> new HashMap<>())
                    .putAll(values));
        }
        return held;
    }

    Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today) {
        var faults = new HashMap<FileRow, List<FileFault>>();
        for (var room : rooms) {
            room.faults(rows, today).forEach((row, found) -> faults.computeIfAbsent(row, r -> new ArrayList<>())
                    .addAll(found));
        }
        return faults;
    }

    List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock) {
        return rooms.stream()
                .flatMap(room -> room.write(rows, by, clock).stream())
                .toList();
    }

    void takeBack(Map<String, List<Long>> facts) {
        rooms.forEach(room -> room.takeBack(facts));
    }
}
