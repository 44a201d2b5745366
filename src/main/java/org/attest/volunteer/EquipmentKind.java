package org.attest.volunteer;

/** What a volunteer is equipped with. */
public enum EquipmentKind {
    WARRANT_CARD,
    FORCE_LAPTOP,
    /** An account on the force's systems. */
    FORCE_ACCOUNT
}
