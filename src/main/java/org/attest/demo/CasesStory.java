package org.attest.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attest.force.Reference;
import org.attest.vetting.Assessment;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceEnding;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.Compartment;
import org.attest.vetting.InventedCase;
import org.attest.vetting.MatterKind;
import org.attest.vetting.Outcome;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * The vetting cases of one force: who is in the vetting stage has a case that runs, some of those who left there one that
 * ended, and where people sign in, some whose clearance was granted here the case it came of.
 */
final class CasesStory {

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

    private static final String NOTHING_FOUND = "Nothing was found that has to be weighed.";
    private static final Assessment.Text CLEAN = new Assessment.Text(
            NOTHING_FOUND, null, null, null, "Grant the clearance.", null, null, null, null, null, null, null);
    private static final Assessment.Text WEIGHED = new Assessment.Text(
            "A debt that was not on the form.",
            "Pressure on money could be used against the applicant.",
            "The Code and the force's policy on finance.",
            "Grant, grant with a condition, refuse.",
            "Refuse until the debt is under a plan that is kept.",
            true,
            "The credit report shows it, and the applicant agrees.",
            true,
            "It is recent, and nothing was paid so far.",
            "The applicant spoke openly about it once asked.",
            null,
            null);
    private static final String DEBT = "An unpaid county court judgment of last year, not on the form.";
    private static final List<String> PANEL = List.of("Panel member one", "Panel member two");

    /** Enough to answer every check of a level. */
    private static final int ALL = 40;

    /** Months for which a clearance that was there already has its case. */
    private static final int LATELY = 12;

    private final Batch batch;
    private final InventedCase.Team team;
    private final Compartment compartment;
    private final Instant now;
    private final LocalDate today;
    private final Random random;
    private final List<InventedCase> cases = new ArrayList<>();

    private CasesStory(Batch batch, InventedCase.Team team, Compartment compartment, Instant now, Random random) {
        this.batch = batch;
        this.team = team;
        this.compartment = compartment;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        this.random = random;
    }

    /**
     * The rows of one force, to be stored in this order, after its people; and into the batch the clearances that came of
     * them.
     *
     * @param everybody whether who is cleared already has the case of it too
     */
    static List<List<?>> of(
            Batch batch,
            boolean everybody,
            InventedCase.Team team,
            Compartment compartment,
            Instant now,
            Random random) {
        var story = new CasesStory(batch, team, compartment, now, random);
        story.tell(everybody);
        return story.rows();
    }

    private List<List<?>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var one : cases) {
            int at = 0;
            for (var list : one.rows()) {
                if (rows.size() == at) rows.add(new ArrayList<>());
                rows.get(at++).addAll(list);
            }
        }
        return List.copyOf(rows);
    }

    private void tell(boolean everybody) {
        var before = List.copyOf(batch.clearances);
        int at = 0;
        for (var person : batch.people) {
            if (person.stage == Stage.VETTING) running(person, Way.values()[at++ % Way.values().length]);
            // who can sign in has a form to fill in
            else if (person.stage == Stage.APPLIED && person.accountId != null) {
                invited(person, level(person), today.minusDays(2));
            }
        }
        int left = 0;
        for (var change : batch.stages) {
            boolean leftVetting =
                    change.volunteer.stage == Stage.LEFT && change.from == Stage.VETTING && change.to == Stage.LEFT;
            if (leftVetting) ended(change.volunteer, change.onDay, left++);
        }
        if (!everybody) return;
        for (var clearance : before) {
            boolean lately = clearance.grantedOn.isAfter(today.minusMonths(LATELY));
            if (clearance.origin == ClearanceOrigin.DECIDED_HERE && lately) {
                came(clearance, clearance.grantedOn.minusDays(45));
            }
        }
    }

    private static ClearanceLevel level(Volunteer person) {
        return person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                ? ClearanceLevel.RECRUITMENT
                : ClearanceLevel.NPPV_3;
    }

    private InventedCase invited(Volunteer person, ClearanceLevel level, LocalDate day) {
        var one = new InventedCase(person, level, day, team, compartment, now, random);
        cases.add(one);
        return one;
    }

    // --- cases that run

    private void running(Volunteer person, Way way) {
        long days = ChronoUnit.DAYS.between(person.stageSince, today);
        if (way.compareTo(Way.GRANTED) >= 0 && days > 20) {
            granted(person, way);
            return;
        }
        var invited = way == Way.INVITED && days > 12 ? today.minusDays(5) : person.stageSince;
        var one = invited(person, level(person), invited);
        if (way == Way.INVITED || days < 5) return;
        var sent = invited.plusDays(3);
        if (way == Way.CHECKING_LATE && days > 60) one.submitted(sent);
        else {
            // the rest of the time went by before the invitation was taken up
            sent = later(sent, today.minusDays(30));
            sent = earlier(sent, invited.plusDays(18));
            one.submitted(sent);
        }
        long since = ChronoUnit.DAYS.between(sent, today);
        if (way == Way.RETURNED) {
            one.returned(between(sent, 0.5), "The addresses between 2021 and 2023, and the proof of the last one.");
            return;
        }
        if (way == Way.SENT || since < 6) return;
        one.authenticated(sent.plusDays(1));
        if (way == Way.AUTHENTICATED) return;
        one.checking(sent.plusDays(2));
        checks(one, sent, way);
    }

    /** Cleared some days ago: the coordinator moves them on next. */
    private void granted(Volunteer person, Way way) {
        var day = today.minusDays(4);
        switch (way) {
            case CONDITIONS -> came(clearance(person, day, RestrictionCode.NO_LIVE_CONTACT), person.stageSince);
            case REVIEWED ->
                came(clearance(person, day), person.stageSince)
                        .reviewed("Has told us of a new partner with a record.", today.minusDays(1));
            default -> came(clearance(person, day), person.stageSince);
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
                one.answered(9, answered).interview("A gap in the addresses that the form does not explain.", answered);
            case CHECKED -> one.answered(ALL, answered);
            case TO_ASSESS -> one.answered(ALL, answered).toAssess(between(sent, 0.7));
            case ASSESSED ->
                one.answered(ALL, answered)
                        .toAssess(between(sent, 0.6))
                        .assessed(Outcome.GRANTED, CLEAN, between(sent, 0.9));
            default -> weighed(one, sent, way);
        }
    }

    private void weighed(InventedCase one, LocalDate sent, Way way) {
        one.found("C9", MatterKind.FINANCE, DEBT, between(sent, 0.3))
                .answered(ALL, between(sent, 0.4))
                .toAssess(between(sent, 0.5))
                .assessed(Outcome.REFUSED, WEIGHED, between(sent, 0.6));
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
                "The new address was on record: ask the court when its letter went out.", PANEL, between(sent, 0.9));
    }

    // --- cases that ended

    /** Of who left from the vetting stage on the day. */
    private void ended(Volunteer person, LocalDate day, int which) {
        var invited = day.minusDays(40);
        if (which % 5 == 4) {
            var clearance = clearance(person, day.minusDays(6));
            clearance.endedOn = day;
            clearance.ending = ClearanceEnding.LEFT_OFFICE;
            clearance.endedAt = clearance.recordedAt.plus(6, ChronoUnit.DAYS);
            clearance.endedBy = team.manager().name();
            came(clearance, invited);
            return;
        }
        var one = invited(person, level(person), invited);
        switch (which % 5) {
            case 0 -> one.submitted(invited.plusDays(4)).withdrawn(day);
            case 1 -> {
                // the invitation ran out by itself
            }
            case 2 ->
                one.submitted(invited.plusDays(5))
                        .authenticated(invited.plusDays(7))
                        .checking(invited.plusDays(8))
                        .found(
                                "C4",
                                MatterKind.LIVE_INVESTIGATION,
                                "Under investigation elsewhere.",
                                invited.plusDays(20))
                        .discontinued("Until the investigation is over.", day);
            default ->
                one.submitted(invited.plusDays(2))
                        .authenticated(invited.plusDays(3))
                        .checking(invited.plusDays(4))
                        .found("C9", MatterKind.FINANCE, DEBT, invited.plusDays(9))
                        .answered(ALL, invited.plusDays(10))
                        .toAssess(invited.plusDays(11))
                        .assessed(Outcome.REFUSED, WEIGHED, invited.plusDays(12))
                        .decided(
                                Outcome.REFUSED,
                                "You did not tell us of a debt that was on record.",
                                "Refused on finance and honesty.",
                                invited.plusDays(14),
                                invited.plusDays(28))
                        .appealed("I had forgotten about it.", invited.plusDays(20))
                        .dismissed("The panel agrees with the reasons.", PANEL, day);
        }
    }

    /** The case that a clearance came of, from the invitation to the decision. */
    private InventedCase came(Clearance clearance, LocalDate invited) {
        var day = clearance.grantedOn;
        var restricted = !clearance.restrictions.isEmpty();
        var outcome = restricted ? Outcome.GRANTED_WITH_RESTRICTIONS : Outcome.GRANTED;
        var one = invited(clearance.volunteer, clearance.level, invited)
                .submitted(invited.plusDays(3))
                .authenticated(invited.plusDays(4))
                .checking(invited.plusDays(5));
        if (restricted) {
            one.found("C13", MatterKind.ASSOCIATION, "A relative with a record, who was named.", invited.plusDays(6));
        }
        one.answered(ALL, invited.plusDays(7))
                .toAssess(later(invited.plusDays(8), day.minusDays(5)))
                .assessed(outcome, restricted ? WEIGHED : CLEAN, later(invited.plusDays(8), day.minusDays(3)))
                .decided(
                        outcome,
                        restricted ? "Your clearance is granted, and a condition applies." : "",
                        restricted ? "The association is known and distant; the condition meets it." : NOTHING_FOUND,
                        day,
                        clearance.lastValidDay)
                .conditions(clearance.restrictions, day.plusYears(1));
        clearance.caseRef = one.row().ref;
        if (clearance.endedOn != null) one.ended(clearance.endedOn);
        return one;
    }

    private Clearance clearance(Volunteer person, LocalDate day, RestrictionCode... codes) {
        var clearance = new Clearance();
        clearance.force = person.force;
        clearance.ref = Reference.from(random);
        clearance.volunteer = person;
        clearance.level = level(person);
        clearance.grantedOn = day;
        clearance.lastValidDay = Clearance.lastValidDay(day, clearance.level == ClearanceLevel.RECRUITMENT ? 10 : 5);
        clearance.restrictions.addAll(List.of(codes));
        clearance.origin = ClearanceOrigin.DECIDED_HERE;
        clearance.recordedAt = day.atTime(11, 20).atZone(ClockOfAttest.LONDON).toInstant();
        clearance.recordedBy = team.manager().name();
        batch.clearances.add(clearance);
        return clearance;
    }

    // --- days

    /** A day between then and today: this share of the way. */
    private LocalDate between(LocalDate then, double share) {
        return then.plusDays(2 + Math.max(0, Math.round((ChronoUnit.DAYS.between(then, today) - 2) * share)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
