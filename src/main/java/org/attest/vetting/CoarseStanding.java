package org.attest.vetting;

import java.time.LocalDate;
import java.util.List;
import org.attest.web.Formats;

/**
 * All that whoever recruits may know of a case (vetting rule 38): outcome, level, dates and the codes that deployment reads.
 * A case that was stopped reads like one that was withdrawn, a review like the clearance that lasts through it, and a refusal
 * that was appealed against, or whose appeal was dismissed, like one that was not.
 *
 * @param kind of its mark
 * @param codes conditions, in the words of their codes
 */
record CoarseStanding(String level, String kind, String words, String dates, LocalDate invitedOn, List<String> codes) {

    static CoarseStanding of(VettingCase c, List<Clearance> clearances, LocalDate today) {
        var state = c.stateOn(today);
        var codes = clearances.stream()
                .filter(k -> c.ref.equals(k.caseRef) && k.isLiveOn(today))
                .flatMap(k -> k.restrictions.stream().sorted().map(RestrictionCode::words))
                .toList();
        return switch (state) {
            case INVITED ->
                line(c, "soon", "With the applicant", "the form can be sent until " + day(c.invitedUntil), codes);
            case RETURNED -> line(c, "soon", "With the applicant", "since " + day(c.stateSince), codes);
            case SUBMITTED, AUTHENTICATED, CHECKS, INTERVIEW, ASSESSMENT, APPEAL_UPHELD ->
                line(c, "clock", "With the vetting unit", "since " + day(c.submittedOn), codes);
            case GRANTED, GRANTED_WITH_RESTRICTIONS, UNDER_REVIEW ->
                line(
                        c,
                        "met",
                        codes.isEmpty() ? "Granted" : "Granted, conditions apply",
                        "on " + day(c.decidedOn) + ", last valid day " + day(c.validUntil),
                        codes);
            case REFUSED, APPEALED, APPEAL_DISMISSED ->
                line(c, "unmet", "Refused", "on " + day(c.decidedOn) + window(c), codes);
            case EXPIRED -> line(c, "closed", "Ended", "last valid day " + day(c.validUntil), codes);
            case LAPSED -> line(c, "closed", "Ended", "the invitation ran out on " + day(c.invitedUntil), codes);
            case WITHDRAWN_BY_APPLICANT, DISCONTINUED, TERMINATED ->
                line(c, "closed", "Ended", "on " + day(c.stateSince), codes);
        };
    }

    /** The same with an appeal and without one: whether somebody appealed is between them and the panel. */
    private static String window(VettingCase c) {
        return Decision.newest(c)
                .map(refusal -> ", with time to appeal until " + day(refusal.appealUntil))
                .orElse("");
    }

    private static CoarseStanding line(VettingCase c, String kind, String words, String dates, List<String> codes) {
        return new CoarseStanding(c.level.label(), kind, words, dates, c.invitedOn, codes);
    }

    private static String day(LocalDate day) {
        return Formats.inWords(day);
    }
}
