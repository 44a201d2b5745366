package org.attest.recruitment.request;

import java.time.LocalDate;
import org.attest.volunteer.KeyField;
import org.attest.web.Form;
import org.attest.web.Formats;

/** The value of a key field, as people read and type it. */
final class KeyValues {

    private KeyValues() {}

    static String words(KeyField field, String value) {
        return field == KeyField.BIRTH_DATE && !value.isEmpty()
                ? Formats.inWords(LocalDate.parse(value))
                : orNothing(value);
    }

    static String orNothing(String value) {
        return value.isEmpty() ? "Nothing" : value;
    }

    /** What was typed into the field {@code value}; empty for nothing. */
    static String read(KeyField field, Form form) {
        if (field != KeyField.BIRTH_DATE) return form.typed("value");
        var day = form.day("value", "Birth date");
        return day == null ? "" : day.toString();
    }
}
