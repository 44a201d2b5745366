package org.attest.notice;

/** A sender that is killed at some message, before or after the other side has it; nothing of that one is written down. */
final class DyingCarrier implements Carrier {

    /** Stands for the end of the process. */
    static final class Killed extends RuntimeException {}

    private final Carrier carrier;
    private final boolean after;
    private int left;

    private DyingCarrier(int left, boolean after, Carrier carrier) {
        this.left = left;
        this.after = after;
        this.carrier = carrier;
    }

    /** Hands over so many, and dies with the next in its hands. */
    static DyingCarrier before(int left, Carrier carrier) {
        return new DyingCarrier(left, false, carrier);
    }

    /** Hands over so many and one more, and dies before that is written down. */
    static DyingCarrier after(int left, Carrier carrier) {
        return new DyingCarrier(left, true, carrier);
    }

    @Override
    public Message.Channel channel() {
        return carrier.channel();
    }

    @Override
    public boolean isReady() {
        return carrier.isReady();
    }

    @Override
    public boolean goesToEachAlone() {
        return carrier.goesToEachAlone();
    }

    @Override
    public boolean keepsTexts() {
        return carrier.keepsTexts();
    }

    @Override
    public Handover handOver(Parcel parcel) {
        if (left-- > 0) return carrier.handOver(parcel);
        if (after) carrier.handOver(parcel);
        throw new Killed();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
