package org.attest.readiness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.attest.policy.Owner;
import org.attest.policy.Policy;
import org.attest.policy.Policy.Asked;
import org.attest.policy.PolicyHistory;
import org.attest.policy.Requirement.MinimumAge;
import org.attest.policy.Requirement.ModulesPassed;
import org.attest.policy.Severity;
import org.attest.policy.Terms.Reasons;
import org.attest.policy.Tier;
import org.attest.readiness.Finding.Mend;
import org.attest.readiness.Judgement.Ruling;
import org.attest.volunteer.Ages;

/**
 * The decision: facts, a policy, a tier and a day make a verdict. Pure: no clock, no database, nobody asked.
 *
 * <p>Facts begin and end on known days, so between two of those days nothing can change. Each requirement is judged once
 * for every stretch between them; the day's verdict, since when it stands, how long it will and when anything changes next
 * are then read off, and none of them can disagree.
 */
public final class Deployability {

    private final Policy policy;
    private final Tier tier;
    private final List<Asked> asked;
    /** First day of each stretch but the first, which has no beginning. */
    private final List<LocalDate> starts;
    /** By requirement, then by stretch. */
    private final Ruling[][] rulings;

    private Deployability(Facts facts, Policy policy, Tier tier) {
        this.policy = policy;
        this.tier = tier;
        this.asked = policy.of(tier);
        var days = new TreeSet<LocalDate>(facts.turningPoints());
        for (var one : asked) {
            // not among the facts, but made of one
            if (one.requirement() instanceof MinimumAge age && facts.birthDate() != null) {
                days.add(Ages.birthday(facts.birthDate(), age.years()));
            }
            if (one.requirement() instanceof ModulesPassed passed
                    && passed.after() != null
                    && facts.modules() != null) {
                var first = facts.firstPassed(passed.after().module());
                if (first != null)
                    days.add(PassedModules.notAskedUntil(passed.after(), first).plusDays(1));
            }
        }
        if (policy.from() != null) days.add(policy.from());
        if (policy.nextFrom() != null) days.add(policy.nextFrom());
        this.starts = List.copyOf(days);
        this.rulings = new Ruling[asked.size()][starts.size() + 1];
        for (int stretch = 0; stretch <= starts.size(); stretch++) {
            var day = stretch == 0
                    ? (starts.isEmpty() ? LocalDate.EPOCH : starts.get(0).minusDays(1))
                    : starts.get(stretch - 1);
            var judgement = new Judgement(facts, day);
            for (int i = 0; i < asked.size(); i++)
                rulings[i][stretch] = asked.get(i).requirement().by(judgement);
        }
    }

    /** May this person be deployed in this tier on this day, by this policy? */
    public static Verdict decide(Facts facts, Policy policy, Tier tier, LocalDate day) {
        return new Deployability(facts, policy, tier).on(day);
    }

    /** The same by the policy of the day, with an answer that an earlier policy gave already counted in {@code since}. */
    public static Verdict decide(Facts facts, PolicyHistory history, Tier tier, LocalDate day) {
        var policy = history.on(day);
        var verdict = decide(facts, policy, tier, day);
        var since = verdict.since();
        while (since != null && since.equals(policy.from())) {
            var eve = since.minusDays(1);
            policy = history.on(eve);
            var before = decide(facts, policy, tier, eve);
            if (before.answer() != verdict.answer()) break;
            since = before.since();
        }
        return Objects.equals(since, verdict.since())
                ? verdict
                : new Verdict(
                        tier,
                        day,
                        verdict.answer(),
                        since,
                        verdict.lastDay(),
                        verdict.findings(),
                        verdict.nextChangeOn(),
                        verdict.policy());
    }

    /** The verdicts of a span of days, each standing from its day until the day before the next; the first stands on {@code from}. */
    public static List<Verdict> timeline(Facts facts, PolicyHistory history, Tier tier, LocalDate from, LocalDate to) {
        var verdicts = new ArrayList<Verdict>();
        for (var day = from; day != null && !day.isAfter(to); ) {
            var verdict = decide(facts, history, tier, day);
            verdicts.add(verdict);
            day = verdict.nextChangeOn();
        }
        return List.copyOf(verdicts);
    }

    private Verdict on(LocalDate day) {
        int stretch = stretchOf(day);
        var findings = new ArrayList<Finding>();
        LocalDate next = policy.nextFrom() != null && policy.nextFrom().isAfter(day) ? policy.nextFrom() : null;
        for (int i = 0; i < asked.size(); i++) {
            var finding = finding(i, stretch, day);
            if (finding != null) findings.add(finding);
            next = earlier(next, nextChange(i, stretch, day, finding));
        }
        var answer = answer(stretch);
        int first = stretch;
        while (first > 0 && answer(first - 1) == answer && mayLookBack(first)) first--;
        int last = stretch;
        while (last < starts.size() && answer(last + 1) == answer) last++;
        return new Verdict(
                tier,
                day,
                answer,
                first == 0 ? null : starts.get(first - 1),
                last == starts.size() ? null : starts.get(last).minusDays(1),
                List.copyOf(findings),
                next,
                policy.label());
    }

    /** Before its own first day a policy says nothing. */
    private boolean mayLookBack(int stretch) {
        return policy.from() == null || starts.get(stretch - 1).isAfter(policy.from());
    }

    /** Worst first: what blocks, what is not known, what limits. */
    private Answer answer(int stretch) {
        boolean unknown = false;
        boolean limited = false;
        for (int i = 0; i < asked.size(); i++) {
            var severity = asked.get(i).requirement().terms().severity();
            var standing = rulings[i][stretch].standing();
            if (severity == Severity.ADVISES || standing == null) continue;
            if (standing == Standing.UNMET && severity == Severity.BLOCKS) return Answer.NOT_DEPLOYABLE;
            if (standing == Standing.CANNOT_DECIDE) unknown = true;
            if (standing == Standing.UNMET) limited = true;
        }
        if (unknown) return Answer.CANNOT_DECIDE;
        return limited ? Answer.WITH_LIMITS : Answer.DEPLOYABLE;
    }

    private Finding finding(int i, int stretch, LocalDate day) {
        var ruling = rulings[i][stretch];
        if (ruling.standing() == null) return null;
        var requirement = asked.get(i).requirement();
        int first = stretch;
        while (first > 0 && rulings[i][first - 1].standing() == ruling.standing() && mayLookBack(first)) first--;
        int last = stretch;
        while (last < starts.size() && rulings[i][last + 1].standing() == ruling.standing()) last++;
        var since = first == 0 || ruling.discreet() ? null : starts.get(first - 1);
        var lastDay = last == starts.size() ? null : starts.get(last).minusDays(1);
        var standing = ruling.standing();
        if (standing == Standing.MET && lapses(i, last) && !day.isBefore(dueFrom(lastDay)))
            standing = Standing.DUE_SOON;
        // what lies ahead of a requirement that lapses soon is what its owner has to see to now
        var gap = standing == Standing.DUE_SOON ? rulings[i][last + 1].gap() : ruling.gap();
        return new Finding(
                requirement.terms().code(),
                requirement.truth(),
                requirement.terms().rule(),
                asked.get(i).stricterHere(),
                requirement.terms().severity(),
                standing,
                since,
                lastDay,
                ruling.reviewedBy(),
                ruling.gap() == null ? "" : requirement.filled(ruling.gap().sentence()),
                ruling.evidence(),
                gap == null ? Owner.NOBODY : gap.owner(),
                gap == null ? "" : requirement.filled(gap.move()),
                ruling.standing() == Standing.MET ? null : mendsItself(i, last) ? Mend.BY_ITSELF : ruling.mend(),
                ruling.standing() == Standing.UNMET && requirement.terms().reasons() == Reasons.ENTITLED,
                ruling.behind());
    }

    /** First later day on which this finding reads otherwise to somebody who may not know its causes. */
    private LocalDate nextChange(int i, int stretch, LocalDate day, Finding finding) {
        LocalDate next = null;
        var now = finding == null ? null : finding.masked();
        for (int later = stretch; later < starts.size(); later++) {
            var then = finding(i, later + 1, starts.get(later));
            if (!Objects.equals(now, then == null ? null : then.masked())) {
                next = starts.get(later);
                break;
            }
        }
        if (finding != null && finding.standing() == Standing.MET && finding.lastDay() != null) {
            int last = stretchOf(finding.lastDay());
            var due = dueFrom(finding.lastDay());
            if (lapses(i, last) && due.isAfter(day)) next = earlier(next, due);
        }
        return next;
    }

    private boolean mendsItself(int i, int last) {
        return last < starts.size() && !lapses(i, last);
    }

    private boolean lapses(int i, int last) {
        if (last == starts.size()) return false;
        var after = rulings[i][last + 1].standing();
        return after == Standing.UNMET || after == Standing.CANNOT_DECIDE;
    }

    private LocalDate dueFrom(LocalDate lastDay) {
        return lastDay.minusDays(policy.noticeDays());
    }

    private int stretchOf(LocalDate day) {
        int stretch = 0;
        while (stretch < starts.size() && !starts.get(stretch).isAfter(day)) stretch++;
        return stretch;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        if (a == null || b == null) return a == null ? b : a;
        return a.isBefore(b) ? a : b;
    }
}
