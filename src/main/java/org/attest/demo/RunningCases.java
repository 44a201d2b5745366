package org.attest.demo;

import static org.attest.demo.CasesStory.earlier;
import static org.attest.demo.CasesStory.later;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.attest.vetting.InventedCase;
import org.attest.vetting.MatterKind;
import org.attest.vetting.Outcome;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.Volunteer;

/** Cases of people in the vetting stage: as far as the time since they came there has allowed. */
final class RunningCases {

    /** How far the cases of a vetting unit have come, as often as they occur. */
    private enum Way {
        CHECKING,
        SENT,
        CHECKING_LATE,
        INVITED,
        RETURNED,
        TO_ASSESS,
        ASKED,
        AUTHENTICATED,
        ADVERSE,
        CHECKED,
        ANSWERED,
        INTERVIEW,
        ASSESSED,
        REFUSED,
        APPEALED,
        SENT_BACK,
        GRANTED,
        CONDITIONS,
        REVIEWED
    }

    private static final String MISSING =
            "Where you stayed in the two years without a fixed address, and a proof of the address you have now.";

    private final CasesStory story;
    private final EndedCases ended;
    private final LocalDate today;
    private int at;

    RunningCases(CasesStory story, EndedCases ended, LocalDate today) {
        this.story = story;
        this.ended = ended;
        this.today = today;
    }

    /** The next of the ways, for as far as it goes. */
    void tell(Volunteer person) {
        var way = Way.values()[at++ % Way.values().length];
        long days = ChronoUnit.DAYS.between(person.stageSince, today);
        if (way.compareTo(Way.GRANTED) >= 0 && days > 20) {
            granted(person, way);
            return;
        }
        var invited = way == Way.INVITED && days > 12 ? today.minusDays(5) : person.stageSince;
        var one = story.invited(person, CasesStory.level(person), invited);
        if (way == Way.INVITED || days < 5) {
            if (days > 1) story.begun(one, person, earlier(invited.plusDays(2), today));
            return;
        }
        var sent = invited.plusDays(3);
        if (way != Way.CHECKING_LATE || days <= 60) {
            // the rest of the time went by before the invitation was taken up
            sent = earlier(later(sent, today.minusDays(30)), invited.plusDays(18));
        }
        story.sent(one, person, sent, trait(way));
        long since = ChronoUnit.DAYS.between(sent, today);
        if (way == Way.RETURNED) {
            var back = between(sent, 0.5);
            one.returned(back, MISSING);
            if (back.isBefore(today.minusDays(1))) story.mended(one, person, sent, back.plusDays(1));
            return;
        }
        if (way == Way.SENT || since < 6) return;
        if (way == Way.CHECKED && since > 12) {
            one.returned(sent.plusDays(1), MISSING);
            story.mended(one, person, sent, sent.plusDays(3));
            sent = sent.plusDays(4);
            one.submitted(sent);
        }
        one.authenticated(sent.plusDays(1));
        if (way == Way.AUTHENTICATED) return;
        one.checking(sent.plusDays(2));
        checks(one, sent, way);
    }

    /** Cleared some days ago: the coordinator moves them on next. */
    private void granted(Volunteer person, Way way) {
        var day = today.minusDays(4);
        switch (way) {
            case CONDITIONS ->
                ended.came(ended.clearance(person, day, RestrictionCode.NO_LIVE_CONTACT), person.stageSince);
            case REVIEWED ->
                ended.came(ended.clearance(person, day), person.stageSince)
                        .reviewed("Has told us of a new partner with a record.", today.minusDays(1));
            default -> ended.came(ended.clearance(person, day), person.stageSince);
        }
    }

    private void checks(InventedCase one, LocalDate sent, Way way) {
        var answered = between(sent, 0.4);
        switch (way) {
            case CHECKING, GRANTED, CONDITIONS, REVIEWED -> one.answered(6, answered);
            case CHECKING_LATE -> one.answered(11, answered);
            case ASKED ->
                one.answered(5, answered)
                        .asked(
                                "The dates of your jobs since 2020, and where you lived in the summer of 2022.",
                                answered,
                                today.plusDays(6));
            case ANSWERED ->
                one.answered(8, answered)
                        .asked("The name of your landlord in 2023.", answered, today.plusDays(9))
                        .replied("It was the college: I lived in its hall.", between(sent, 0.8));
            case INTERVIEW ->
                one.answered(9, answered)
                        .interview("Two years without a fixed address, which the form does not explain.", answered);
            case CHECKED -> one.answered(CaseWords.ALL_CHECKS, answered);
            case TO_ASSESS -> one.answered(CaseWords.ALL_CHECKS, answered).toAssess(between(sent, 0.7));
            case ASSESSED ->
                one.answered(CaseWords.ALL_CHECKS, answered)
                        .toAssess(between(sent, 0.6))
                        .assessed(Outcome.GRANTED, CaseWords.CLEAN, between(sent, 0.9));
            default -> weighed(one, sent, way);
        }
    }

    private void weighed(InventedCase one, LocalDate sent, Way way) {
        one.found("C9", MatterKind.FINANCE, CaseWords.DEBT, between(sent, 0.3))
                .answered(CaseWords.ALL_CHECKS, between(sent, 0.4))
                .toAssess(between(sent, 0.5))
                .assessed(Outcome.REFUSED, CaseWords.WEIGHED, between(sent, 0.6));
        if (way == Way.ADVERSE) return;
        var decided = between(sent, 0.7);
        one.decided(
                Outcome.REFUSED,
                "You did not tell us of a debt that was on record. You can apply again when a plan to repay it has been kept for six months.",
                "The debt is recent, was not declared, and nothing has been paid. Refused on finance and honesty.",
                decided,
                decided.plusDays(14));
        if (way == Way.REFUSED) return;
        one.appealed("I had moved, and the letter of the court never reached me.", between(sent, 0.8));
        if (way == Way.APPEALED) return;
        one.sentBack(
                "The new address was on record: ask the court when its letter went out.",
                CaseWords.PANEL,
                between(sent, 0.9));
    }

    private static FormStory.Trait trait(Way way) {
        return switch (way) {
            case RETURNED, CHECKED, INTERVIEW -> FormStory.Trait.NO_FIXED_ADDRESS;
            default -> FormStory.Trait.PLAIN;
        };
    }

    /** A day between then and today: this share of the way. */
    private LocalDate between(LocalDate then, double share) {
        return then.plusDays(2 + Math.max(0, Math.round((ChronoUnit.DAYS.between(then, today) - 2) * share)));
    }
}
