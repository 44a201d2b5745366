package org.attest.exchange;

import java.util.stream.Stream;

/** A file as rows of cells, before anybody knows what they mean. */
sealed interface Table permits TextTable, WorkbookTable {

    /** Every row from the top, blank ones among them, read one at a time; to be closed. */
    Stream<SheetRow> rows();

    /** How the letters are read, in words. */
    String letters();

    /** What divides the cells; null in a workbook. */
    Delimiter delimiter();

    /** Which sheet of a workbook it is; null in a text. */
    String sheet();
}
