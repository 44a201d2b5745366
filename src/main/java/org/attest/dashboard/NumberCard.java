package org.attest.dashboard;

/**
 * A number with what it is a part of, its day and definition, and the list behind it.
 *
 * @param value null when it is hidden or not known; then {@code of} says so
 * @param path null for a reader who may not see people
 */
record NumberCard(String name, String value, String of, String definition, String path, String link) {

    static NumberCard of(String name, int value, String of, String definition) {
        return new NumberCard(name, org.attest.web.Formats.withCommas(value), of, definition, null, null);
    }

    static NumberCard without(String name, String instead, String definition) {
        return new NumberCard(name, null, instead, definition, null, null);
    }

    NumberCard opening(String path, String link) {
        return new NumberCard(name, value, of, definition, path, link);
    }
}
