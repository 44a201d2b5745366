package org.attest.volunteer;

/**
 * What is wrong with a cell of a file.
 *
 * @param reason to follow the column and the value: “there is no such day in the calendar”
 * @param mend what to do about it, as a sentence without its end
 */
public record FileFault(FileColumn column, String reason, String mend) {}
