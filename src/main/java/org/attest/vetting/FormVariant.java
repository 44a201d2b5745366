package org.attest.vetting;

import org.attest.volunteer.AppointmentType;

/** Which of the two forms somebody fills in (vetting rule 22). */
public enum FormVariant {
    /** Asks everything. */
    SPECIAL_CONSTABLE("Form for special constables"),
    /** Leaves out protected cautions and convictions. */
    VOLUNTEER("Form for volunteers without the office of constable");

    private final String words;

    FormVariant(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** By the capacity somebody is to serve in, never by the person. */
    static FormVariant of(AppointmentType type) {
        return type == AppointmentType.SPECIAL_CONSTABLE ? SPECIAL_CONSTABLE : VOLUNTEER;
    }
}
