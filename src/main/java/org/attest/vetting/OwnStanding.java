package org.attest.vetting;

import java.time.LocalDate;
import org.attest.web.Formats;

/**
 * Where a case stands in plain words, for the person it is about. Neither the unit's inner stages nor a review of a clearance
 * show in it.
 *
 * @param kind of the mark beside it
 * @param who acts next
 * @param next what they do
 */
record OwnStanding(String kind, String sentence, String who, String next) {

    private static final String UNIT = "The vetting unit";
    private static final String NOBODY = "Nobody";

    /** @param asked whether the person is asked for something */
    static OwnStanding of(VettingCase c, boolean asked, LocalDate today) {
        return switch (c.stateOn(today)) {
            case INVITED ->
                yours(
                        "Waiting for your form",
                        "Fill in the form and send it by " + Formats.inWords(c.invitedUntil) + ".");
            case LAPSED ->
                new OwnStanding(
                        "closed",
                        "Your invitation ran out on " + Formats.inWords(c.invitedUntil),
                        "Your coordinator",
                        "Tell them that you would like to be invited again.");
            case RETURNED ->
                yours(
                        "Your form came back on " + Formats.inWords(c.stateSince),
                        "Add what is missing and send it again.");
            case SUBMITTED, AUTHENTICATED, CHECKS, INTERVIEW, ASSESSMENT ->
                asked
                        ? yours("The vetting unit needs something from you", "Answer what you are asked.")
                        : new OwnStanding(
                                "clock",
                                "With the vetting unit since " + Formats.inWords(c.submittedOn),
                                UNIT,
                                "They check what you wrote and decide. You are told when there is news.");
            case WITHDRAWN_BY_APPLICANT -> heldBack(c, "Withdrawn on " + Formats.inWords(c.stateSince));
            case DISCONTINUED -> heldBack(c, "Stopped on " + Formats.inWords(c.stateSince) + ". This is no refusal");
            case GRANTED, GRANTED_WITH_RESTRICTIONS, UNDER_REVIEW ->
                new OwnStanding(
                        "met",
                        "Granted, valid until " + Formats.inWords(c.validUntil),
                        "You, while it lasts",
                        "Tell the vetting unit at once when something of what you wrote changes.");
            case REFUSED ->
                new OwnStanding(
                        "unmet",
                        "Refused on " + Formats.inWords(c.decidedOn),
                        "You, if you wish",
                        "You can appeal: read the reasons first.");
            case APPEALED, APPEAL_UPHELD ->
                new OwnStanding(
                        "clock",
                        "Your appeal is with the panel since " + Formats.inWords(c.stateSince),
                        "The appeal panel",
                        "Nobody who took part in the decision sits on it. You are told when it has decided.");
            case APPEAL_DISMISSED ->
                new OwnStanding(
                        "unmet",
                        "Your appeal was dismissed on " + Formats.inWords(c.stateSince),
                        NOBODY,
                        "The refusal is final.");
            case EXPIRED ->
                new OwnStanding(
                        "closed",
                        "Expired: last valid day " + Formats.inWords(c.validUntil),
                        UNIT,
                        "They invite you where the clearance is to be renewed.");
            case TERMINATED ->
                new OwnStanding(
                        "closed", "Ended on " + Formats.inWords(c.stateSince), NOBODY, "Nothing is asked of you.");
        };
    }

    /** Why is not said: the person may not know of it. */
    private static OwnStanding heldBack(VettingCase c, String sentence) {
        return c.isHeldBack()
                ? new OwnStanding("closed", sentence, UNIT, "They say when you can be invited again.")
                : new OwnStanding(
                        "closed",
                        sentence,
                        "Your coordinator",
                        "You can be invited again: tell them that you would like to be.");
    }

    private static OwnStanding yours(String sentence, String next) {
        return new OwnStanding("soon", sentence, "You", next);
    }

    boolean isYours() {
        return who.equals("You");
    }
}
