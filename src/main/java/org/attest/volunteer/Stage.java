package org.attest.volunteer;

/** Where somebody stands between a first enquiry and leaving, in this order. */
public enum Stage {
    ENQUIRY,
    APPLIED,
    INTERVIEW,
    VETTING,
    TRAINING,
    ATTESTATION,
    SERVICE,
    LEFT;

    /** As written in addresses and files: {@code service}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Before service: an applicant or trainee. */
    public boolean isPipeline() {
        return compareTo(SERVICE) < 0;
    }
}
