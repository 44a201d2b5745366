package org.attest.training;

import java.time.LocalDate;

/** All that anybody is told of the code of a certificate. Revoked, mistyped and never given are one answer. */
public enum CertificateAnswer {
    VALID("Valid", "met", "The certificate with this code is valid on that day."),
    EXPIRED("Expired", "closed", "The last valid day of the certificate with this code is over."),
    UNKNOWN("Unknown", "vacant", "No certificate counts under this code. Compare it with the one on the certificate.");

    private final String words;
    private final String mark;
    private final String sentence;

    CertificateAnswer(String words, String mark, String sentence) {
        this.words = words;
        this.mark = mark;
        this.sentence = sentence;
    }

    public String words() {
        return words;
    }

    /** The mark that goes with the words. */
    public String mark() {
        return mark;
    }

    public String sentence() {
        return sentence;
    }

    /** For the code as it was typed, on a day; needs every force in scope. */
    static CertificateAnswer of(String typed, LocalDate day) {
        return Qualification.byCode(typed)
                .map(q -> q.isValidOn(day) ? VALID : EXPIRED)
                .orElse(UNKNOWN);
    }
}
