package org.attest.demo;

import static org.attest.demo.CasesStory.later;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.attest.force.Reference;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceEnding;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.InventedCase;
import org.attest.vetting.MatterKind;
import org.attest.vetting.Outcome;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/** Cases that came to an end: with a clearance, or with people who left. */
final class EndedCases {

    private final CasesStory story;
    private final Batch batch;
    private final String manager;
    private final Random random;
    private int at;

    EndedCases(CasesStory story, Batch batch, String manager, Random random) {
        this.story = story;
        this.batch = batch;
        this.manager = manager;
        this.random = random;
    }

    /** Of who left from the vetting stage on the day. */
    void tell(Volunteer person, LocalDate day) {
        int which = at++;
        var invited = day.minusDays(40);
        if (which % 5 == 4) {
            var clearance = clearance(person, day.minusDays(6));
            clearance.endedOn = day;
            clearance.ending = ClearanceEnding.LEFT_OFFICE;
            clearance.endedAt = clearance.recordedAt.plus(6, ChronoUnit.DAYS);
            clearance.endedBy = manager;
            came(clearance, invited);
            return;
        }
        var one = story.invited(person, CasesStory.level(person), invited);
        switch (which % 5) {
            case 0 ->
                story.sent(one, person, invited.plusDays(4), FormStory.Trait.PLAIN)
                        .withdrawn(day);
            // and the invitation ran out by itself
            case 1 -> story.begun(one, person, invited.plusDays(6));
            case 2 ->
                story.sent(one, person, invited.plusDays(5), FormStory.Trait.PLAIN)
                        .authenticated(invited.plusDays(7))
                        .checking(invited.plusDays(8))
                        .found(
                                "C4",
                                MatterKind.LIVE_INVESTIGATION,
                                "Under investigation elsewhere.",
                                invited.plusDays(20))
                        .discontinued("Until the investigation is over.", day);
            default ->
                story.sent(one, person, invited.plusDays(2), FormStory.Trait.PLAIN)
                        .authenticated(invited.plusDays(3))
                        .checking(invited.plusDays(4))
                        .found("C9", MatterKind.FINANCE, CaseWords.DEBT, invited.plusDays(9))
                        .answered(CaseWords.ALL_CHECKS, invited.plusDays(10))
                        .toAssess(invited.plusDays(11))
                        .assessed(Outcome.REFUSED, CaseWords.WEIGHED, invited.plusDays(12))
                        .decided(
                                Outcome.REFUSED,
                                "You did not tell us of a debt that was on record.",
                                "Refused on finance and honesty.",
                                invited.plusDays(14),
                                invited.plusDays(28))
                        .appealed("I had forgotten about it.", invited.plusDays(20))
                        .dismissed("The panel agrees with the reasons.", CaseWords.PANEL, day);
        }
    }

    /** The case that a clearance came of, from the invitation to the decision. */
    InventedCase came(Clearance clearance, LocalDate invited) {
        var day = clearance.grantedOn;
        var restricted = !clearance.restrictions.isEmpty();
        var outcome = restricted ? Outcome.GRANTED_WITH_RESTRICTIONS : Outcome.GRANTED;
        var person = clearance.volunteer;
        var one = story.sent(
                        story.invited(person, clearance.level, invited),
                        person,
                        invited.plusDays(3),
                        restricted ? FormStory.Trait.RELATIVE_WITH_A_RECORD : FormStory.Trait.PLAIN)
                .authenticated(invited.plusDays(4))
                .checking(invited.plusDays(5));
        if (restricted) {
            one.found("C13", MatterKind.ASSOCIATION, "A relative with a record, who was named.", invited.plusDays(6));
        }
        one.answered(CaseWords.ALL_CHECKS, invited.plusDays(7))
                .toAssess(later(invited.plusDays(8), day.minusDays(5)))
                .assessed(
                        outcome,
                        restricted ? CaseWords.RELATIVE : CaseWords.CLEAN,
                        later(invited.plusDays(8), day.minusDays(3)))
                .decided(
                        outcome,
                        restricted ? "Your clearance is granted, and a condition applies." : "",
                        restricted
                                ? "The association is known and distant; the condition meets it."
                                : CaseWords.NOTHING_FOUND,
                        day,
                        clearance.lastValidDay)
                .conditions(clearance.restrictions, nextAnniversary(day));
        clearance.caseRef = one.row().ref;
        if (clearance.endedOn != null) one.ended(clearance.endedOn);
        return one;
    }

    /** When a condition of that day is looked at next, once a year. */
    private LocalDate nextAnniversary(LocalDate day) {
        int years = 1;
        while (day.plusYears(years).isBefore(story.today)) years++;
        return day.plusYears(years);
    }

    Clearance clearance(Volunteer person, LocalDate day, RestrictionCode... codes) {
        var clearance = new Clearance();
        clearance.force = person.force;
        clearance.ref = Reference.from(random);
        clearance.volunteer = person;
        clearance.level = CasesStory.level(person);
        clearance.grantedOn = day;
        clearance.lastValidDay = Clearance.lastValidDay(day, clearance.level == ClearanceLevel.RECRUITMENT ? 10 : 5);
        clearance.restrictions.addAll(List.of(codes));
        clearance.origin = ClearanceOrigin.DECIDED_HERE;
        clearance.recordedAt = day.atTime(11, 20).atZone(ClockOfAttest.LONDON).toInstant();
        clearance.recordedBy = manager;
        batch.clearances.add(clearance);
        return clearance;
    }
}
