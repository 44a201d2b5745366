package org.attest.audit;

import java.util.Map;

/**
 * Something that was done to, or seen of, a record. Deeds are CDI events named in the past tense: fire one with
 * {@code Event<Deed>} inside the transaction of the act. {@link Trail} writes every one of them, and rooms that need to
 * know observe the one they care for; publisher and listener do not know each other. {@code docs/deeds.md} lists all.
 */
public interface Deed {

    /** The chain of everything that belongs to no single force. */
    String NATIONAL = "national";

    /** Who did it. */
    Actor by();

    /** The chain it is entered in: the slug of a force, or {@link #NATIONAL}. */
    String chain();

    /** What it was done to, as kind and reference: {@code volunteer K7QM4XRD92TW}. */
    String object();

    /** What was done, as it stands in the trail: the name of the type in words, {@code stage moved}. */
    default String action() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Reference of the person it is about, whose salt hides the values; null where it is about no person. */
    default String subject() {
        return null;
    }

    /** Fields touched and their new values. The trail keeps the names, and of the values only salted hashes. */
    default Map<String, String> fields() {
        return Map.of();
    }

    /** A code from a list, never free text: that stays with the record it belongs to. Null where none was asked. */
    default String reason() {
        return null;
    }
}
