package org.attest.security;

import org.attest.web.Form;

/** An address of e-mail as somebody typed it. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    /** Only what cannot be an address is refused; whether it is one, only a message to it can tell. */
    private static final String SHAPE =
            "[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]+@[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]+\\.[^\\s@<>\"(),;:\\\\\\[\\].\\p{Cntrl}]+";

    private EmailAddress() {}

    public static boolean isPossible(String email) {
        return email.length() <= LONGEST && email.matches(SHAPE);
    }

    /** The address in the one spelling that counts, or null with a refusal beside the field. */
    public static String required(Form form, String field) {
        var typed = form.required(field, "Enter an email address, such as name@kent.example", LONGEST);
        if (typed == null) return null;
        if (!isPossible(typed)) {
            form.refuse(field, "Enter an email address in full, such as name@kent.example");
            return null;
        }
        return Account.normalise(typed);
    }
}
