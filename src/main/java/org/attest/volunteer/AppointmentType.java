package org.attest.volunteer;

/** In which capacity a person serves; only a special constable is attested and holds a constable's powers. */
public enum AppointmentType {
    /** Attested, with the powers of a constable. */
    SPECIAL_CONSTABLE,
    /** Limited powers by designation. */
    DESIGNATED_VOLUNTEER,
    /** No powers. */
    SUPPORT_VOLUNTEER
}
