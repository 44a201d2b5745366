package org.attest.web;

import java.time.Instant;

/**
 * One line of a history.
 *
 * @param what the deed as a sentence without its end: {@code Moved to interview}
 * @param who {@code Priya Raman, coordinator}, or the words that hide a person: {@code an authorised person}
 * @param when the instant; shown in London time
 * @param why reason or detail in a sentence; null where there is none
 */
public record TimelineEntry(String what, String who, Instant when, String why) {}
