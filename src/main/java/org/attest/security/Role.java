package org.attest.security;

import static org.attest.security.Permission.*;

import java.util.Locale;
import java.util.Set;

/** The roles and, in this one table, what each may do. National roles are held for no force; all others in one. */
public enum Role {
    COORDINATOR(
            "coordinator",
            SEE_DASHBOARD,
            SEE_PEOPLE,
            SEE_PERSONAL_DETAILS,
            MANAGE_PEOPLE,
            VERIFY_SKILLS,
            IMPORT_PEOPLE,
            EQUIP_PEOPLE,
            MANAGE_NOTICES,
            SEE_CLEARANCES,
            SEE_CURRICULUM,
            SEE_TRAINING,
            RECORD_TRAINING,
            REVOKE_TRAINING,
            DECIDE_ATTEMPTS,
            SEE_TUTORED_SHIFTS,
            REVIEW_TUTORED_SHIFTS,
            SEE_POLICY),
    VETTING_OFFICER("vetting officer", SEE_PEOPLE, RUN_VETTING, SEE_CLEARANCES, SEE_POLICY),
    VETTING_MANAGER(
            "vetting manager",
            SEE_DASHBOARD,
            SEE_PEOPLE,
            HOLD_FOR_CONDUCT,
            RUN_VETTING,
            DECIDE_VETTING,
            SEE_CLEARANCES,
            SEE_POLICY),
    APPEALS_CHAIR("appeal panel chair", HEAR_APPEALS, SEE_POLICY),
    ASSESSOR(
            "assessor",
            SEE_PEOPLE,
            VERIFY_SKILLS,
            SEE_CURRICULUM,
            SEE_TRAINING,
            RECORD_TRAINING,
            SEE_TUTORED_SHIFTS,
            CONFIRM_TUTORED_SHIFTS,
            SEE_POLICY),
    TUTOR("tutor", SEE_PEOPLE, SEE_CURRICULUM, SEE_TRAINING, SEE_TUTORED_SHIFTS, RECORD_TUTORED_SHIFTS, SEE_POLICY),
    SUPERVISOR("supervisor", SEE_DASHBOARD, SEE_PEOPLE, SEE_CLEARANCES, SEE_CURRICULUM, SEE_TRAINING, SEE_POLICY),
    WELFARE_OFFICER("welfare officer", SEE_PEOPLE, SEE_PERSONAL_DETAILS, SEE_WELFARE_CAUSE, SEE_POLICY),
    CLINICIAN("occupational health clinician", SEE_PEOPLE, SEE_WELFARE_CAUSE, SEE_POLICY),
    INSPECTOR("inspector", SEE_DASHBOARD, SEE_PEOPLE, DECIDE_LEAVE, DECIDE_WAIVERS, SEE_CLEARANCES, SEE_POLICY),
    DATA_PROTECTION_LEAD("data protection lead", SEE_TRAIL, SEE_VETTING_OUTCOMES, SEE_POLICY),
    FORCE_LEAD("chief officer's reader", SEE_DASHBOARD, SEE_VETTING_OUTCOMES, SEE_POLICY),
    VOLUNTEER("volunteer", SEE_OWN_RECORD, SEE_CURRICULUM, SEE_POLICY),
    APPLICANT("applicant", SEE_OWN_RECORD, SEE_CURRICULUM, SEE_POLICY),

    NATIONAL_LEAD("national lead", SEE_NATIONAL, SEE_POLICY),
    POLICY_MAKER("policy maker", SEE_CURRICULUM, SEE_POLICY, MAKE_POLICY),
    MODULE_AUTHOR("module author", SEE_CURRICULUM, WRITE_MODULES, SEE_POLICY),
    AUDITOR("auditor", SEE_EVERY_TRAIL, SEE_POLICY),
    ADMINISTRATOR("administrator", MANAGE_ACCOUNTS, MANAGE_DELIVERY, SEE_POLICY);

    private final String words;
    private final Set<String> permissions;

    Role(String words, String... permissions) {
        this.words = words;
        this.permissions = Set.of(permissions);
    }

    /** The role as people call it: {@code vetting manager}. */
    public String words() {
        return words;
    }

    /** {@link #words} to begin a line with: {@code Vetting manager}. */
    public String title() {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** What it allows, in the force it is held in. */
    public Set<String> permissions() {
        return permissions;
    }

    public boolean allows(String permission) {
        return permissions.contains(permission);
    }

    /** Held for the whole country and no force; gives no row of any force. */
    public boolean isNational() {
        return ordinal() >= NATIONAL_LEAD.ordinal();
    }
}
