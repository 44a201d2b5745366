package org.attest.readiness;

import org.attest.security.Permission;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.Stage;

/** The words of an answer that are not policy: answers, stages, and causes for those who may know them. */
final class Words {

    private Words() {}

    static String answer(Answer answer) {
        return switch (answer) {
            case DEPLOYABLE -> "Deployable";
            case WITH_LIMITS -> "Deployable with limits";
            case NOT_DEPLOYABLE -> "Not deployable";
            case CANNOT_DECIDE -> "Cannot decide";
        };
    }

    /** Kind of mark and tag. */
    static String mark(Answer answer) {
        return switch (answer) {
            case DEPLOYABLE -> "met";
            case WITH_LIMITS -> "soon";
            case NOT_DEPLOYABLE -> "unmet";
            case CANNOT_DECIDE -> "unknown";
        };
    }

    static String standing(Standing standing) {
        return switch (standing) {
            case UNMET -> "Not met";
            case CANNOT_DECIDE -> "Cannot decide";
            case DUE_SOON -> "Due soon";
            case MET -> "Met";
        };
    }

    static String mark(Standing standing) {
        return switch (standing) {
            case UNMET -> "unmet";
            case CANNOT_DECIDE -> "unknown";
            case DUE_SOON -> "soon";
            case MET -> "met";
        };
    }

    /** As the end of {@code In …}. */
    static String stage(Stage stage) {
        return switch (stage) {
            case ENQUIRY -> "the enquiry stage";
            case APPLIED -> "the applied stage";
            case INTERVIEW -> "the interview stage";
            case VETTING -> "vetting";
            case TRAINING -> "training";
            case ATTESTATION -> "the attestation stage";
            case SERVICE -> "service";
            case LEFT -> "the left stage";
        };
    }

    static String type(AppointmentType type) {
        return switch (type) {
            case SPECIAL_CONSTABLE -> "special constable";
            case DESIGNATED_VOLUNTEER -> "designated volunteer";
            case SUPPORT_VOLUNTEER -> "support volunteer";
        };
    }

    /** Who, beside the person, may know that a hold has this cause. */
    static String permission(HoldCause cause) {
        return switch (cause) {
            case CONDUCT, ADMINISTRATION -> Permission.HOLD_FOR_CONDUCT;
            case LEAVE -> Permission.DECIDE_LEAVE;
            case WELFARE -> Permission.SEE_WELFARE_CAUSE;
        };
    }

    static String cause(HoldCause cause) {
        return switch (cause) {
            case CONDUCT -> "Off duty while a conduct matter is looked at";
            case ADMINISTRATION -> "Off duty for an administrative reason";
            case LEAVE -> "On leave";
            case WELFARE -> "Resting from live work";
        };
    }

    static String causeToThePerson(HoldCause cause) {
        return switch (cause) {
            case CONDUCT -> "You are off duty while a conduct matter is looked at. Nothing has been decided about you.";
            case ADMINISTRATION -> "You are off duty while something about your paperwork is put right.";
            case LEAVE -> "You are on leave.";
            case WELFARE -> "You are resting from live work. This is care, not discipline.";
        };
    }

    /** {@code 1 requirement is not met}, {@code 3 requirements are not met}. */
    static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
