package org.attest.volunteer;

import java.time.LocalDate;

/** What says who somebody is, and is changed only with the coordinator's approval. */
public enum KeyField {
    FULL_NAME("fullName"),
    BIRTH_DATE("birthDate"),
    EMAIL("email"),
    FORCE_NUMBER("forceNumber");

    private final String component;

    KeyField(String component) {
        this.component = component;
    }

    /** Its name in {@link Details}. */
    public String component() {
        return component;
    }

    /** As it stands; empty text for nothing. */
    public String of(Details details) {
        return details.fields().get(component);
    }

    /** The details with another value; empty text for nothing. */
    public Details in(Details d, String value) {
        var text = value.isEmpty() ? null : value;
        return switch (this) {
            case FULL_NAME ->
                new Details(
                        text,
                        d.knownAs(),
                        d.birthDate(),
                        d.email(),
                        d.phone(),
                        d.emergencyName(),
                        d.emergencyPhone(),
                        d.adjustments(),
                        d.appointmentType(),
                        d.forceNumber());
            case BIRTH_DATE -> d.withBirthDate(text == null ? null : LocalDate.parse(text));
            case EMAIL -> d.withEmail(text);
            case FORCE_NUMBER -> d.withForceNumber(text);
        };
    }
}
