package org.attest.vetting;

import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.volunteer.WhatNext;
import org.attest.web.Formats;

/** What happens next in somebody's vetting, as each of their own pages of it says: who acts, what they do, and by when. */
final class OwnNext {

    private OwnNext() {}

    /** Of a case, as it stands on the day. */
    static WhatNext of(VettingCase c, LocalDate today) {
        var due = Question.waiting(c).map(q -> q.dueOn).orElse(null);
        var standing = OwnStanding.of(c, due != null, today);
        return new WhatNext(standing.isYours(), standing.who(), standing.next(), when(c, due, today));
    }

    /** Of somebody whom nobody has invited yet. */
    static WhatNext uninvited(Force force) {
        return new WhatNext(
                false,
                "The coordinator of " + force.name,
                "They invite you to vetting when it is time, and you are told then.",
                "Nothing is asked of you before that.");
    }

    private static String when(VettingCase c, LocalDate due, LocalDate today) {
        return switch (c.stateOn(today)) {
            case INVITED -> "After that day the invitation has run out. What you save is kept for another evening.";
            case RETURNED -> "The vetting unit’s clock stands until you send the form again.";
            case SUBMITTED, AUTHENTICATED, CHECKS, INTERVIEW, ASSESSMENT ->
                due != null ? answer(due, today) : decision(c, today);
            case REFUSED -> appeal(Decision.newest(c).orElseThrow().appealUntil, today);
            case APPEALED, APPEAL_UPHELD -> "No day is set for it, and nothing is asked of you meanwhile.";
            case GRANTED, GRANTED_WITH_RESTRICTIONS, UNDER_REVIEW ->
                "The clearance ends after " + Formats.inWords(c.validUntil) + " unless it is renewed before.";
            case DISCONTINUED, WITHDRAWN_BY_APPLICANT ->
                c.isHeldBack() ? "Nobody can say yet when that will be." : "There is no deadline.";
            case LAPSED, EXPIRED -> "There is no deadline.";
            case APPEAL_DISMISSED, TERMINATED -> "Nothing more comes of this case.";
        };
    }

    private static String answer(LocalDate due, LocalDate today) {
        return due.isBefore(today)
                ? "It was due on " + Formats.inWords(due) + ": answer now."
                : "By " + Formats.inWords(due) + ".";
    }

    /** By the promise, which is what is left where too few cases tell the usual time. */
    private static String decision(VettingCase c, LocalDate today) {
        var promise = c.promiseOn(today);
        if (promise == null) return "No day is set for it.";
        return promise.isBefore(today)
                ? "They meant to decide by " + Formats.inWords(promise) + ", and are late."
                : "They mean to decide by " + Formats.inWords(promise)
                        + ". The day moves when they have to wait for you or for somebody else.";
    }

    private static String appeal(LocalDate until, LocalDate today) {
        return today.isAfter(until)
                ? "The time to appeal ended on " + Formats.inWords(until)
                        + ": a late appeal is marked as late, and decided all the same."
                : "Until " + Formats.inWords(until) + ".";
    }
}
