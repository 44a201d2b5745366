package org.attest.exchange;

import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * How much one file may hold.
 *
 * @param bytes of the file
 * @param rows that are not blank, headings not counted
 * @param atOnce bytes of a file that is read within the request; a larger one is worked on outside it
 */
record Limits(long bytes, int rows, long atOnce) {

    /** With everything within the request. */
    Limits(long bytes, int rows) {
        this(bytes, rows, bytes);
    }

    boolean isLong(long size) {
        return size > atOnce;
    }

    /** Characters in one cell. */
    static final int CELL = 20_000;

    /** Headings in one file. */
    static final int COLUMNS = 200;

    /** Blank rows in a row of a workbook that are counted; a longer gap is the edge of the sheet, and counts as none. */
    static final int MOST_BLANKS = 10_000;

    static final Limits DEFAULT = new Limits(20L << 20, 100_000);

    /** Refuses a file by its size alone, before it is read. */
    void refuseIfTooLarge(long size) {
        if (size > bytes) {
            throw new Refused(
                    "The file is larger than " + (bytes >> 20)
                            + " MB, the most that is read in one go. Split the sheet into several files, or delete"
                            + " columns that Attest does not need",
                    "");
        }
    }

    void refuseIfTooManyRows(int count) {
        if (count > rows) {
            throw new Refused(
                    "The file has more than " + Formats.withCommas(rows)
                            + " rows, the most that are read in one go. Split the sheet into several files",
                    "");
        }
    }
}
