package org.attest.record;

import java.util.Optional;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/** Something the viewer may do on a person's record: the words of the button and where it leads. */
record Act(String label, String path) {

    /** What sees to the requirement, if the viewer may do it. */
    static Optional<Act> seeingTo(String code, Volunteer person, CurrentUser user) {
        return switch (code) {
            case "service" -> move(person, user);
            case "age" -> changeDetails(person, user);
            case "remain", "resident", "conduct-abroad", "occupation" -> recordEligibility(person, user);
            case "appointed" -> appoint(person, user);
            case "attested" -> attest(person, user);
            case "warrant-card", "laptop", "account" -> equip(person, user);
            case "clearance", "management-vetting", "clearance-fresh" ->
                of(Permission.DECIDE_VETTING, person, user, "Open the clearances", "profile#clearances");
            case "stage-a",
                    "stage-b",
                    "role-training",
                    "refresher",
                    "patrol-training",
                    "image-training",
                    "undercover-training" ->
                of(Permission.RECORD_TRAINING, person, user, "Open the training", "training");
            case "available" ->
                mayHold(person, user)
                        ? Optional.of(new Act("Open the holds", path(person, "profile#availability")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    static Optional<Act> move(Volunteer person, CurrentUser user) {
        return of(
                Permission.MANAGE_PEOPLE,
                person,
                user,
                person.stage == Stage.LEFT ? "Open again" : "Move to another stage",
                person.stage == Stage.LEFT ? "reopening" : "stage");
    }

    /** Letting an application rest, or go on; only before service. */
    static Optional<Act> pause(Volunteer person, CurrentUser user) {
        if (!person.stage.isPipeline()) return Optional.empty();
        return of(
                Permission.MANAGE_PEOPLE,
                person,
                user,
                person.pausedSince == null ? "Pause the application" : "Let it go on",
                "pause");
    }

    static Optional<Act> changeDetails(Volunteer person, CurrentUser user) {
        return of(Permission.MANAGE_PEOPLE, person, user, "Change details", "details");
    }

    static Optional<Act> recordEligibility(Volunteer person, CurrentUser user) {
        return of(Permission.MANAGE_PEOPLE, person, user, "Record eligibility", "eligibility");
    }

    /** Reading the application, or typing it on the person's behalf. */
    static Optional<Act> readApplication(Volunteer person, CurrentUser user) {
        return of(Permission.MANAGE_PEOPLE, person, user, "Application", "application");
    }

    /** Reading the references, and asking for them. */
    static Optional<Act> readReferences(Volunteer person, CurrentUser user) {
        return of(Permission.MANAGE_PEOPLE, person, user, "References", "references");
    }

    /** Reading the digital skills, and verifying them. */
    static Optional<Act> readSkills(Volunteer person, CurrentUser user) {
        return of(Permission.SEE_PEOPLE, person, user, "Open", "skills");
    }

    /** Seeing what the person has learned: one's own is on one's own pages. */
    static boolean maySeeTraining(Volunteer person, CurrentUser user) {
        return user.may(Permission.SEE_TRAINING, person.force) && !isOwn(person, user);
    }

    static Optional<Act> appoint(Volunteer person, CurrentUser user) {
        return of(Permission.EQUIP_PEOPLE, person, user, "Record an appointment", "appointments/new");
    }

    static Optional<Act> attest(Volunteer person, CurrentUser user) {
        return of(Permission.EQUIP_PEOPLE, person, user, "Record the attestation", "attestations/new");
    }

    static Optional<Act> equip(Volunteer person, CurrentUser user) {
        return of(Permission.EQUIP_PEOPLE, person, user, "Issue equipment", "equipment");
    }

    /** Placing a hold; each role places the causes it decides. */
    static Optional<Act> hold(Volunteer person, CurrentUser user) {
        if (!mayHold(person, user) || person.stage == Stage.LEFT || isOwn(person, user)) return Optional.empty();
        boolean conduct = user.may(Permission.HOLD_FOR_CONDUCT, person.force);
        return Optional.of(new Act(conduct ? "Place a hold" : "Record leave", path(person, "holds/new")));
    }

    static boolean mayHold(Volunteer person, CurrentUser user) {
        return user.may(Permission.HOLD_FOR_CONDUCT, person.force) || user.may(Permission.DECIDE_LEAVE, person.force);
    }

    private static Optional<Act> of(String permission, Volunteer person, CurrentUser user, String label, String path) {
        return user.may(permission, person.force) && !isOwn(person, user)
                ? Optional.of(new Act(label, path(person, path)))
                : Optional.empty();
    }

    /** Nobody changes their own record. */
    private static boolean isOwn(Volunteer person, CurrentUser user) {
        return person.accountId != null && person.accountId.equals(user.accountId());
    }

    private static String path(Volunteer person, String path) {
        return "/volunteers/" + person.ref + "/" + path;
    }
}
