package org.attest.security;

/**
 * What can be allowed. Strings, because {@code @PermissionsAllowed} wants constants; {@link Role} says who holds which.
 * A permission is held in a force: having it in one gives nothing in another.
 */
public final class Permission {

    /** The force's dashboard: counts, and the lists behind them only with {@link #SEE_PEOPLE}. */
    public static final String SEE_DASHBOARD = "see-dashboard";
    /** The list of people, and a person's record without personal details. */
    public static final String SEE_PEOPLE = "see-people";
    /** Birth date, contact, emergency contact, adjustments. */
    public static final String SEE_PERSONAL_DETAILS = "see-personal-details";
    /** Add and change people, eligibility, cohorts; move them between stages. */
    public static final String MANAGE_PEOPLE = "manage-people";
    /** Look at a person's digital skills and find a level. */
    public static final String VERIFY_SKILLS = "verify-skills";
    /** Bring people in from a file. */
    public static final String IMPORT_PEOPLE = "import-people";
    /** Record appointment and attestation; issue and take back equipment. */
    public static final String EQUIP_PEOPLE = "equip-people";
    /** Place and lift conduct and administration holds, and see their cause. */
    public static final String HOLD_FOR_CONDUCT = "hold-for-conduct";
    /** Decide leave, and see that it is leave. */
    public static final String DECIDE_LEAVE = "decide-leave";
    /** Know that a hold is for welfare. */
    public static final String SEE_WELFARE_CAUSE = "see-welfare-cause";
    /** Grant or decline waivers that somebody else asked for, and see the register. */
    public static final String DECIDE_WAIVERS = "decide-waivers";
    /** Work on vetting cases: the form, the checks, the assessment. */
    public static final String RUN_VETTING = "run-vetting";
    /** Decide adverse vetting cases, record clearances from elsewhere, keep designated posts and the figures of vetting. */
    public static final String DECIDE_VETTING = "decide-vetting";
    /** Hear appeals against vetting decisions. */
    public static final String HEAR_APPEALS = "hear-appeals";
    /** Outcome of vetting alone: level, standing, dates, restriction code (vetting rule 38). */
    public static final String SEE_CLEARANCES = "see-clearances";
    /** What came of vetting by protected characteristic, in numbers; never for who decides (vetting rule 39). */
    public static final String SEE_VETTING_OUTCOMES = "see-vetting-outcomes";
    /** One's own page and record. */
    public static final String SEE_OWN_RECORD = "see-own-record";
    /** The forces side by side; no personal data. */
    public static final String SEE_NATIONAL = "see-national";
    /** The catalogue of training: modules, what they need, which tiers ask for them. */
    public static final String SEE_CURRICULUM = "see-curriculum";
    /** Write the next version of a module, and publish it. */
    public static final String WRITE_MODULES = "write-modules";
    /** What a person has passed, and until when; no answers. */
    public static final String SEE_TRAINING = "see-training";
    /** Record what came of a module taught elsewhere. */
    public static final String RECORD_TRAINING = "record-training";
    /** Revoke a qualification that was given in error. */
    public static final String REVOKE_TRAINING = "revoke-training";
    /** Decide how it goes on after a third fail. */
    public static final String DECIDE_ATTEMPTS = "decide-attempts";
    /** What tutors saw on shifts beside a learner, in their words: for those who tutor, assess and coordinate. */
    public static final String SEE_TUTORED_SHIFTS = "see-tutored-shifts";
    /** Record and sign shifts beside a learner. */
    public static final String RECORD_TUTORED_SHIFTS = "record-tutored-shifts";
    /** Confirm that a learner's tutored shifts are complete. */
    public static final String CONFIRM_TUTORED_SHIFTS = "confirm-tutored-shifts";
    /** Look at tutored shifts that take long, and agree how they go on. */
    public static final String REVIEW_TUTORED_SHIFTS = "review-tutored-shifts";
    /** Published policy and its history. */
    public static final String SEE_POLICY = "see-policy";
    /** Draft, approve and publish policy; extend a class of qualifications by order. */
    public static final String MAKE_POLICY = "make-policy";
    /** The trail of one's own force. */
    public static final String SEE_TRAIL = "see-trail";
    /** The trail of every force and the national one. */
    public static final String SEE_EVERY_TRAIL = "see-every-trail";
    /** How a force words its letters and messages, when it reminds, and whom. */
    public static final String MANAGE_NOTICES = "manage-notices";
    /** What leaves the house: the outbox, and where web hooks lead. */
    public static final String MANAGE_DELIVERY = "manage-delivery";
    /** Accounts and roles. */
    public static final String MANAGE_ACCOUNTS = "manage-accounts";

    private Permission() {}
}
