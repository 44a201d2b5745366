package org.attest.web;

import java.time.Instant;
import java.time.LocalTime;

/**
 * One line of a history.
 *
 * @param what the deed as a sentence without its end: {@code Moved to interview}
 * @param who {@code Priya Raman, coordinator}, or the words that hide a person: {@code an authorised person}
 * @param when the instant, shown in London time; the beginning of a day where only the day is known
 * @param why reason or detail in a sentence; null where there is none
 */
public record TimelineEntry(String what, String who, Instant when, String why) {

    /** The instant in words; only its day where nobody wrote down a time, which stands at the beginning of the day. */
    public String whenInWords() {
        var local = when.atZone(ClockOfAttest.LONDON);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Formats.inWords(local.toLocalDate())
                : Formats.inWords(when);
    }
}
