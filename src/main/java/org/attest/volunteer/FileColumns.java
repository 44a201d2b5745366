package org.attest.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;

/**
 * What a room lets a file say about people: its columns, what is wrong with what a row says, how it is written and how it is
 * taken back. A room implements it as a bean; exchange reads, compares, shows, remembers the origin and undoes, and does not
 * know which rooms there are.
 *
 * <p>A file only adds here: what a person has already is never rewritten by it. A cell that says otherwise is refused before
 * {@link #faults} is asked.
 */
public interface FileColumns {

    /** In the order of the page and of the blank workbook. */
    List<FileColumn> columns();

    /** What these people have now, by their ids, in a fixed number of statements; whoever has nothing is left out. */
    Map<Long, Map<FileColumn, Object>> held(Collection<Long> people, LocalDate today);

    /** What is wrong with the rows, in a fixed number of statements; rows with nothing wrong are left out. */
    Map<FileRow, List<FileFault>> faults(Collection<FileRow> rows, LocalDate today);

    /** Writes what the rows say and their people do not have, in a fixed number of statements: all as the force attests it. */
    List<FileFact> write(Collection<FileRow> rows, Actor by, Clock clock);

    /** Takes back those of these facts that it wrote, by kind: the import is undone, and nothing came after it. */
    void takeBack(Map<String, List<Long>> facts);
}
