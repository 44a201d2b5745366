package org.attest.exchange;

/**
 * A cell that cannot be taken as it stands.
 *
 * @param column its heading, as shown
 * @param value what it holds, with nothing hidden
 * @param reason what is wrong, to follow "Row 12, Date of birth “31/02/1990”: "
 * @param mend what to do about it, as a sentence without its end
 */
record CellFault(String column, String value, String reason, String mend) {

    /** {@code Date of birth “31/02/1990”: there is no such day in the calendar. Correct the day.} */
    String sentence() {
        return column + (value.isEmpty() ? "" : " “" + value + "”") + ": " + reason + ". " + mend + ".";
    }
}
