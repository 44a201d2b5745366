package org.attest.notice;

/** What came of trying to hand a message over; each with what the other side answered. */
sealed interface Handover {

    String answer();

    /** The other side has it. */
    record Accepted(String answer) implements Handover {}

    /** The other side will never take this one. */
    record Refused(String answer) implements Handover {}

    /** The other side does not take this one now. */
    record Later(String answer) implements Handover {}

    /**
     * The other side is not there, or went away in the middle: then nobody can know whether it has the message. Nothing else
     * goes this way now.
     */
    record Unreachable(String answer) implements Handover {}
}
