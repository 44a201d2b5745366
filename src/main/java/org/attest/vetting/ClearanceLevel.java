package org.attest.vetting;

import java.util.List;

/**
 * The levels of vetting clearance (vetting section 1). A special constable is a person and a security check a level: they
 * share neither a name nor an abbreviation here.
 */
public enum ClearanceLevel {
    RECRUITMENT("Recruitment vetting", "RV"),
    MANAGEMENT("Management vetting", "MV"),
    NPPV_1("Non-police personnel vetting 1", "NPPV 1"),
    NPPV_2_ABBREVIATED("Non-police personnel vetting 2, abbreviated", "NPPV 2 abbreviated"),
    NPPV_2_FULL("Non-police personnel vetting 2, full", "NPPV 2 full"),
    NPPV_3("Non-police personnel vetting 3", "NPPV 3"),
    COUNTER_TERRORIST_CHECK("Counter-terrorist check", "CTC"),
    SECURITY_CHECK("Security check", "Security check"),
    ENHANCED_SECURITY_CHECK("Enhanced security check", "Enhanced security check"),
    DEVELOPED_VETTING("Developed vetting", "DV");

    private final String label;
    private final String shortName;

    ClearanceLevel(String label, String shortName) {
        this.label = label;
        this.shortName = shortName;
    }

    /** {@code Recruitment vetting}. */
    public String label() {
        return label;
    }

    /** {@code RV}; the whole name where a shorter one would be mistaken. */
    public String shortName() {
        return shortName;
    }

    /** As the middle of a sentence: {@code recruitment vetting (RV)}. */
    public String inWords() {
        var words = label.startsWith("Non-")
                ? "non" + label.substring(3)
                : label.substring(0, 1).toLowerCase() + label.substring(1);
        return shortName.equals(label) ? words : words + " (" + shortName + ")";
    }

    /** For addresses: {@code nppv-2-full}. */
    public String slug() {
        return name().toLowerCase().replace('_', '-');
    }

    /** Given by a police force: recruitment, management and non-police personnel vetting. All others are national security vetting. */
    public boolean isForceVetting() {
        return ordinal() <= NPPV_3.ordinal();
    }

    /** Comes on top of force vetting and never in its place (vetting section 1.3). */
    public boolean isNationalSecurity() {
        return !isForceVetting();
    }

    public boolean isNonPolicePersonnel() {
        return ordinal() >= NPPV_1.ordinal() && ordinal() <= NPPV_3.ordinal();
    }

    /**
     * Whether this level meets a requirement of the other. Non-police personnel vetting meets its own lower levels and never
     * recruitment vetting (vetting rule 3); management vetting is a second clearance and replaces none (vetting rule 6).
     */
    public boolean meets(ClearanceLevel required) {
        return this == required
                || isNonPolicePersonnel() && required.isNonPolicePersonnel() && ordinal() > required.ordinal();
    }

    /** The levels of which one has to be live beneath a national security clearance (vetting rule 7). */
    public static List<ClearanceLevel> beneathNationalSecurity() {
        return List.of(RECRUITMENT, MANAGEMENT, NPPV_2_FULL, NPPV_3);
    }
}
