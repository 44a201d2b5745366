package org.attest.notice;

/** A way out of the house. */
interface Carrier extends AutoCloseable {

    Message.Channel channel();

    /** Whether it can carry at all; while it cannot, messages wait. */
    boolean isReady();

    /** Hands one message over; never throws for what the other side does. */
    Handover handOver(Parcel parcel);

    /** Whether one recipient that is not there says nothing about the others. */
    default boolean goesToEachAlone() {
        return false;
    }

    /** Whether texts are kept when they are handed over, to be shown. */
    default boolean keepsTexts() {
        return false;
    }

    /** The run is over: whatever is open is closed. */
    @Override
    default void close() {}
}
