package org.attest.policy;

/** Whose move it is when a requirement is not met. */
public enum Owner {
    COORDINATOR("The coordinator"),
    VOLUNTEER("The volunteer"),
    VETTING_UNIT("The vetting unit"),
    INSPECTOR("The inspector"),
    /** Nobody can act: only time changes it. */
    NOBODY("Nobody: only time");

    private final String words;

    Owner(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
