package org.attest.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attest.web.Formats;

/**
 * What a stranger may ask before they apply: would I be eligible, and if not, what would change the answer and when. The
 * rules are those that hold for everybody else; nothing is stored.
 *
 * @param reasons one for each rule, met or not, in the order of the form
 */
public record PreCheck(List<Reason> reasons) {

    /** How one rule answers. */
    public enum Weight {
        /** Nothing stands in the way. */
        MET,
        /** An application can be made, and something has to be brought or permitted on the way. */
        TO_BRING,
        /** An application would not go on. */
        STOPS
    }

    /**
     * @param truth as it should hold: {@code May remain in the United Kingdom without limit}
     * @param change what would change the answer; null where it is met
     * @param from the first day on which it is another by itself; null where time alone changes nothing
     */
    public record Reason(String truth, Weight weight, String rule, String change, LocalDate from) {

        /** A rule that holds. */
        public static Reason met(String truth, String rule) {
            return new Reason(truth, Weight.MET, rule, null, null);
        }

        /** A rule that stops an application until the change is made. */
        public static Reason stops(String truth, String rule, String change) {
            return new Reason(truth, Weight.STOPS, rule, change, null);
        }

        /** The kind of its mark. */
        public String mark() {
            return switch (weight) {
                case MET -> "met";
                case TO_BRING -> "soon";
                case STOPS -> "unmet";
            };
        }
    }

    /** Asks the rules of joining about somebody who would apply on the day of the clock. */
    public static PreCheck of(LocalDate born, EligibilityAnswers answers, JoiningRules rules, Clock clock) {
        var day = LocalDate.now(clock);
        var somebody = new Volunteer();
        somebody.stage = Stage.ENQUIRY;
        somebody.birthDate = born;
        var facts = new JoiningFacts(somebody, Eligibility.said(answers, clock.instant()), List.of(), List.of());
        var reasons = new ArrayList<Reason>();
        reasons.add(age(facts.oldEnoughToApply(day, rules), born, rules));
        reasons.add(remain(facts.mayRemain()));
        reasons.add(residence(
                facts.residentLongEnough(day, rules),
                facts.eligibility().residencyMetFrom(rules.residencyYears()),
                rules));
        reasons.add(conduct(facts.goodConductAbroad()));
        reasons.add(occupation(facts.occupationAllows(), answers.occupationFinding()));
        return new PreCheck(List.copyOf(reasons));
    }

    /** The same with more that a force asks. */
    public PreCheck and(List<Reason> more) {
        var all = new ArrayList<>(reasons);
        all.addAll(more);
        return new PreCheck(List.copyOf(all));
    }

    public boolean mayApply() {
        return reasons.stream().noneMatch(r -> r.weight == Weight.STOPS);
    }

    /** Whether an application can be made but something has to be brought on the way. */
    public boolean isToBring() {
        return reasons.stream().anyMatch(r -> r.weight == Weight.TO_BRING);
    }

    /** The first day on which an application can be made if nothing else changes; null where time alone does not help. */
    public LocalDate from() {
        var stops = reasons.stream().filter(r -> r.weight == Weight.STOPS).toList();
        return stops.isEmpty() || stops.stream().anyMatch(r -> r.from == null)
                ? null
                : stops.stream()
                        .map(Reason::from)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null);
    }

    private static Reason age(Criterion criterion, LocalDate born, JoiningRules rules) {
        if (criterion.isMet()) return Reason.met(criterion.truth(), criterion.rule());
        var birthday = Ages.birthday(born, rules.youngestApplicant());
        return new Reason(
                criterion.truth(),
                Weight.STOPS,
                criterion.rule(),
                "You can apply from " + Formats.inWords(birthday) + ", your " + rules.youngestApplicant()
                        + "th birthday. Nobody is appointed before the " + Ages.APPOINTMENT + "th birthday.",
                birthday);
    }

    private static Reason remain(Criterion criterion) {
        return criterion.isMet()
                ? Reason.met(criterion.truth(), criterion.rule())
                : Reason.stops(
                        criterion.truth(),
                        criterion.rule(),
                        "You can apply once you have leave to enter or remain without limit; settled status counts. No"
                                + " date can be given: it depends on that decision.");
    }

    private static Reason residence(Criterion criterion, LocalDate from, JoiningRules rules) {
        return criterion.isMet()
                ? Reason.met(criterion.truth(), criterion.rule())
                : new Reason(
                        criterion.truth(),
                        Weight.STOPS,
                        criterion.rule(),
                        "You can apply from " + Formats.inWords(from) + ", when you have lived here for "
                                + rules.residencyYears()
                                + " years without a break. Service abroad for the Crown counts as living here (vetting rule 15).",
                        from);
    }

    private static Reason conduct(Criterion criterion) {
        return criterion.isMet()
                ? Reason.met(criterion.truth(), criterion.rule())
                : new Reason(
                        criterion.truth(),
                        Weight.TO_BRING,
                        criterion.rule(),
                        "Ask that country for a certificate of good conduct: it must be seen before"
                                + " vetting begins, and getting one can take months.",
                        null);
    }

    private static Reason occupation(Criterion criterion, OccupationFinding finding) {
        if (criterion.isMet()) return Reason.met(criterion.truth(), criterion.rule());
        return finding == OccupationFinding.BARRED
                ? Reason.stops(
                        criterion.truth(),
                        criterion.rule(),
                        "This work is on the list of those normally barred. You can apply once you no longer do it, or if"
                                + " the chief officer of the force permits it: ask the force first.")
                : new Reason(
                        criterion.truth(),
                        Weight.TO_BRING,
                        criterion.rule(),
                        "This work needs the permission of your employer or of the force: ask for it"
                                + " early, because it must be there before vetting begins.",
                        null);
    }
}
