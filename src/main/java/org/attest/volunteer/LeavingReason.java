package org.attest.volunteer;

/** Why somebody leaves, as a code that may stand in the trail; what more there is to say stays with the record. */
public enum LeavingReason {
    WITHDREW("Withdrew the application"),
    NOT_ELIGIBLE("Not eligible"),
    NOT_SELECTED("Not selected"),
    NO_CLEARANCE("No vetting clearance"),
    TRAINING_NOT_COMPLETED("Did not complete training"),
    RESIGNED("Resigned"),
    RETIRED("Retired"),
    MOVED_FORCE("Moved to another force"),
    APPOINTMENT_ENDED("The force ended the appointment"),
    NO_CONTACT("No longer answers"),
    DIED("Died"),
    OTHER("Another reason");

    private final String words;

    LeavingReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
