package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Pause;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WaitingBegun;
import org.attest.web.Refused;
import org.attest.web.Wording;

/**
 * Works out what would be done to each of many people, and does it. What the rules ask is read for all of them together: a
 * fixed number of statements for each stage that they stand in.
 */
@ApplicationScoped
class ActingTogether {

    @Inject
    StageCriteria criteria;

    @Inject
    RefusalLetters letters;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** A line for each: what would happen, or why not. Nothing changes. */
    List<BulkActs.Line> preview(Force force, Map<Volunteer, Errand> errands, BulkTerms terms) {
        var rules = new RulesForMany(force, errands, criteria, false, wording, clock);
        var words = new ErrandWords(wording);
        var lines = new ArrayList<BulkActs.Line>();
        errands.forEach((person, errand) -> {
            var refusal = rules.refusal(person, errand, terms);
            lines.add(new BulkActs.Line(
                    person.ref,
                    person.fullName,
                    errand.standing(person) + " " + errand.typed(),
                    refusal.map(AtHand::sentence).orElseGet(() -> words.would(person, errand, rules)),
                    refusal.isEmpty()));
        });
        return lines;
    }

    /**
     * Does it to each whom no rule refuses and who stands as when it was shown; people must be locked.
     *
     * @param was {@link Errand#standing} of each as it was shown
     */
    BulkAct carryOut(
            Force force,
            Map<Volunteer, Errand> errands,
            Map<Volunteer, String> was,
            BulkTerms terms,
            Actor by,
            Collection<Deed> told) {
        var rules = new RulesForMany(force, errands, criteria, true, wording, clock);
        var words = new ErrandWords(wording);
        var lines = new ArrayList<BulkLine>();
        errands.forEach((person, errand) -> {
            var line = new BulkLine();
            line.force = force;
            line.volunteer = person;
            line.deed = errand.deed();
            line.place = lines.size() + 1;
            var refusal = rules.faster(person, errand, was.get(person)).or(() -> rules.refusal(person, errand, terms));
            if (refusal.isEmpty()) {
                try {
                    var from = person.stage;
                    act(person, errand, terms, rules, line, by, told);
                    line.done = true;
                    line.what = words.did(person, from, errand, line, rules);
                } catch (Refused refused) {
                    refusal = Optional.of(refused);
                }
            }
            refusal.ifPresent(refused -> line.what = AtHand.sentence(refused));
            if (line.what.length() > BulkLine.LONGEST) line.what = line.what.substring(0, BulkLine.LONGEST);
            lines.add(line);
        });
        int done = (int) lines.stream().filter(l -> l.done).count();
        var act = BulkAct.record(
                force, ErrandWords.titleOf(errands.values(), rules), done, lines.size() - done, by, clock);
        for (var line : lines) {
            line.act = act;
            line.persist();
        }
        told.add(new ActedTogether(by, act));
        return act;
    }

    private void act(
            Volunteer person,
            Errand errand,
            BulkTerms terms,
            RulesForMany rules,
            BulkLine line,
            Actor by,
            Collection<Deed> told) {
        switch (errand.deed()) {
            case NEXT -> {
                line.sinceBefore = person.stageSince;
                line.clockBefore = person.clockFrom;
                line.change = tell(
                                person.moveTo(
                                        RulesForMany.next(person),
                                        rules.today,
                                        terms.note(),
                                        rules.criteriaOfNext.getOrDefault(person, List.of()),
                                        by,
                                        clock),
                                told)
                        .change();
            }
            case COHORT -> {
                var cohort = rules.cohorts.get(errand.code());
                line.cohortBefore = person.cohort;
                line.cohortAfter = cohort;
                if (tell(rules.line(errand).take(person, by, clock), told) instanceof WaitingBegun begun) {
                    line.waitBegun = begun.waiting();
                }
            }
            case PAUSE ->
                line.pause = tell(
                                Pause.begin(
                                        person,
                                        PauseReason.valueOf(terms.codeOf(errand)),
                                        terms.note(),
                                        rules.today,
                                        terms.reviewOn(),
                                        by,
                                        clock),
                                told)
                        .pause();
            case GO_ON ->
                line.pause = tell(rules.lasting.get(person).end(rules.today, by, clock), told)
                        .pause();
            case LEAVE -> {
                line.waitEnded = rules.waits.get(person);
                line.pause = rules.lasting.get(person);
                line.sinceBefore = person.stageSince;
                var lastDay = rules.today.minusDays(1).isBefore(person.stageSince.minusDays(1))
                        ? rules.today
                        : rules.today.minusDays(1);
                line.clockBefore = person.clockFrom.plusDays(
                        person.pausedSince == null
                                ? 0
                                : Math.max(0, ChronoUnit.DAYS.between(person.pausedSince, lastDay.plusDays(1))));
                line.change = tell(
                                person.leave(
                                        lastDay, LeavingReason.valueOf(terms.codeOf(errand)), terms.note(), by, clock),
                                told)
                        .change();
            }
            case REFUSE -> {
                var reason = RefusalReason.of(terms.codeOf(errand)).orElseThrow();
                var letter = letters.of(person, reason, rules.windows, rules.today);
                var refused =
                        tell(Refusal.refuse(person, reason, terms.note(), rules.windows, letter, by, clock), told);
                line.change = tell(refused.moved(), told).change();
                letters.send(refused);
            }
        }
    }

    private static <D extends Deed> D tell(D deed, Collection<Deed> told) {
        told.add(deed);
        return deed;
    }
}
