package org.attest.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.ClearanceOrigin;
import org.attest.vetting.Compartment;
import org.attest.vetting.InventedCase;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;

/**
 * The vetting cases of one force: who is in the vetting stage has a case that runs, some of those who left there one that
 * ended, and where people sign in, some whose clearance was granted here the case it came of.
 */
final class CasesStory {

    /** Months for which a clearance that was there already has its case. */
    private static final int LATELY = 12;

    private final Batch batch;
    private final InventedCase.Team team;
    private final Compartment compartment;
    private final Instant now;
    final LocalDate today;
    private final Random random;
    private final List<InventedCase> cases = new ArrayList<>();
    private final Map<Volunteer, Eligibility> eligibility = new HashMap<>();
    private final Names names;

    private CasesStory(
            Batch batch, Names names, InventedCase.Team team, Compartment compartment, Instant now, Random random) {
        this.batch = batch;
        this.team = team;
        this.compartment = compartment;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ClockOfAttest.LONDON);
        this.random = random;
        this.names = names;
        for (var found : batch.eligibility) eligibility.put(found.volunteer, found);
    }

    /**
     * The rows of one force, to be stored in this order, after its people; and into the batch the clearances that came of
     * them.
     *
     * @param everybody whether who is cleared already has the case of it too
     */
    static List<List<?>> of(
            Batch batch,
            Names names,
            boolean everybody,
            InventedCase.Team team,
            Compartment compartment,
            Instant now,
            Random random) {
        var story = new CasesStory(batch, names, team, compartment, now, random);
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
        var ended = new EndedCases(this, batch, team.manager().name(), random);
        var running = new RunningCases(this, ended, today);
        for (var person : batch.people) {
            if (person.stage == Stage.VETTING) running.tell(person);
            // who can sign in has a form to go on with
            else if (person.stage == Stage.APPLIED && person.accountId != null) {
                begun(invited(person, level(person), today.minusDays(2)), person, today.minusDays(1));
            }
        }
        for (var change : batch.stages) {
            boolean leftVetting =
                    change.volunteer.stage == Stage.LEFT && change.from == Stage.VETTING && change.to == Stage.LEFT;
            if (leftVetting) ended.tell(change.volunteer, change.onDay);
        }
        if (!everybody) return;
        for (var clearance : before) {
            boolean lately = clearance.grantedOn.isAfter(today.minusMonths(LATELY));
            if (clearance.origin == ClearanceOrigin.DECIDED_HERE && lately) {
                ended.came(clearance, clearance.grantedOn.minusDays(45));
            }
        }
    }

    static ClearanceLevel level(Volunteer person) {
        return person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                ? ClearanceLevel.RECRUITMENT
                : ClearanceLevel.NPPV_3;
    }

    InventedCase invited(Volunteer person, ClearanceLevel level, LocalDate day) {
        var one = new InventedCase(person, level, day, team, compartment, now, random);
        cases.add(one);
        return one;
    }

    /** The applicant fills the form in and sends it on the day. */
    InventedCase sent(InventedCase one, Volunteer person, LocalDate day, FormStory.Trait trait) {
        return one.wrote(form(person, day).complete(trait), later(one.row().invitedOn, day.minusDays(1)))
                .submitted(day);
    }

    /** The applicant has begun the form by the day, and not sent it. */
    void begun(InventedCase one, Volunteer person, LocalDate day) {
        one.wrote(form(person, day).begun(), day);
    }

    /** The applicant mends the form that was sent on one day and came back, on the other. */
    void mended(InventedCase one, Volunteer person, LocalDate sent, LocalDate day) {
        one.wrote(form(person, sent).mended(), day);
    }

    private FormStory form(Volunteer person, LocalDate day) {
        return new FormStory(person, eligibility.get(person), names, day);
    }

    // --- days

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
