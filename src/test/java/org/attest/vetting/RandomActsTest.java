package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/**
 * Random people do random things to cases, again and again: nothing is ever accepted that table 3.2 and the separation of
 * duties (vetting section 3.4, vetting rule 27) do not allow, and what is refused leaves no row. {@code -Dattest.seed}
 * repeats a run.
 */
@QuarkusTest
class RandomActsTest {

    private static final long SEED = Long.getLong("attest.seed", 20_260_528L);
    private static final int CASES = 24;
    private static final int ACTS = 30;

    private final Random random = new Random(SEED);

    /** Somebody of the force, with what their roles allow. */
    private record Somebody(String ref, boolean recruits, boolean runs, boolean decides, boolean hears) {

        Worker on(boolean own, boolean close) {
            return new Worker(
                    new Actor(ref, "Test " + ref, ref), CaseTeam.hands(recruits, runs, decides, hears, own, close));
        }
    }

    private static final List<Somebody> PEOPLE = List.of(
            new Somebody("coordinator", true, false, false, false),
            new Somebody("officer", false, true, false, false),
            new Somebody("officer-2", false, true, false, false),
            new Somebody("manager", false, true, true, false),
            new Somebody("manager-2", false, true, true, false),
            new Somebody("manager-who-chairs", false, true, true, true),
            new Somebody("officer-who-chairs", false, true, false, true),
            new Somebody("officer-who-recruits", true, true, true, true),
            new Somebody("chair", false, false, false, true),
            new Somebody("applicant", false, false, false, false));

    /** One thing that can be tried. */
    private interface Act {
        List<Deed> on(VettingCase one, Worker by);
    }

    private Map<String, Act> acts() {
        var all = new TreeMap<String, Act>();
        all.put("submit", (c, by) -> List.of(c.submit(VettingSettings.of(c.force), by, TestCases.clock())));
        all.put("return", (c, by) -> List.of(c.returnForm("Missing", by, TestCases.compartment(), TestCases.clock())));
        all.put("withdraw", (c, by) -> List.of(c.withdraw(by, TestCases.clock())));
        all.put("authenticate", (c, by) -> List.of(c.authenticate(by, TestCases.clock())));
        all.put("begin", (c, by) -> List.of(c.beginChecks(CheckSettings.of(c.force), by, TestCases.clock())));
        all.put("check", (c, by) -> List.of(anyCheck(c, by)));
        all.put("checks", this::everyCheck);
        all.put("end checks", (c, by) -> List.of(c.endChecks(by, TestCases.clock())));
        all.put("interview", (c, by) -> List.of(c.interview("Why", by, TestCases.compartment(), TestCases.clock())));
        all.put("end interview", (c, by) -> List.of(c.endInterview(by, TestCases.clock())));
        all.put(
                "matter",
                (c, by) -> List.of(Matter.record(
                        c,
                        any(List.of(MatterKind.values())),
                        Matter.Grading.CREDIBLE,
                        new Matter.Text("What", "Whence"),
                        by,
                        TestCases.compartment(),
                        TestCases.clock())));
        all.put(
                "strike",
                (c, by) -> List.of(Matter.standing(c).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refused("Nothing to strike", ""))
                        .strike("Somebody else", by, TestCases.compartment(), TestCases.clock())));
        all.put(
                "discontinue",
                (c, by) -> List.of(c.discontinue("On bail", by, TestCases.compartment(), TestCases.clock())));
        all.put(
                "assess",
                (c, by) -> List.of(Assessment.assess(
                        c,
                        any(List.of(Outcome.values())),
                        random.nextBoolean() ? TestCases.REBUTTED : TestCases.CLEAN,
                        by,
                        TestCases.compartment(),
                        TestCases.clock())));
        for (var outcome : Outcome.values()) all.put("decide " + outcome, (c, by) -> decide(c, outcome, by));
        all.put(
                "appeal",
                (c, by) -> List.of(Appeal.lodge(c, "Not me", by, TestCases.compartment(), TestCases.clock())));
        for (var result : Appeal.Result.values()) all.put("hear " + result, (c, by) -> hear(c, result, by));
        all.put("review", (c, by) -> List.of(c.review("Why", by, TestCases.compartment(), TestCases.clock())));
        all.put("maintain", (c, by) -> List.of(c.maintain("Why", by, TestCases.compartment(), TestCases.clock())));
        all.put("end", (c, by) -> List.of(c.end("Not needed", by, TestCases.compartment(), TestCases.clock())));
        all.put("follow", (c, by) -> List.of(c.follow(TestClock.TODAY, by, TestCases.clock())));
        return all;
    }

    private Deed anyCheck(VettingCase one, Worker by) {
        var checks = Check.of(one);
        if (checks.isEmpty()) throw new Refused("No check", "");
        return any(checks)
                .record(
                        any(List.of(CheckResult.CLEAR, CheckResult.REQUESTED, CheckResult.ADVERSE)),
                        "The bureau",
                        TestClock.TODAY,
                        "Note",
                        by,
                        TestCases.compartment(),
                        TestCases.clock());
    }

    private List<Deed> everyCheck(VettingCase one, Worker by) {
        var deeds = new ArrayList<Deed>();
        for (var check : Check.of(one)) {
            if (check.result.isDone()) continue;
            deeds.add(check.record(
                    CheckResult.CLEAR,
                    "The bureau",
                    TestClock.TODAY,
                    null,
                    by,
                    TestCases.compartment(),
                    TestCases.clock()));
        }
        return deeds;
    }

    private static Decision.Draft draft(Outcome outcome) {
        var conditions = outcome == Outcome.GRANTED_WITH_RESTRICTIONS
                ? List.of(new Restriction.Draft(
                        RestrictionCode.SUPERVISED_ONLY, LocalDate.of(2027, 1, 1), "Text", "Why", "Told"))
                : List.<Restriction.Draft>of();
        return new Decision.Draft("For you", "In full", true, conditions);
    }

    private static List<Deed> decide(VettingCase one, Outcome outcome, Worker by) {
        var decided = Decision.decide(
                one,
                outcome,
                draft(outcome),
                VettingSettings.of(one.force),
                by,
                TestCases.compartment(),
                TestCases.clock());
        return decided.clearance() == null ? List.of(decided.moved()) : List.of(decided.moved(), decided.clearance());
    }

    private List<Deed> hear(VettingCase one, Appeal.Result result, Worker by) {
        var appeal = Appeal.waiting(one).orElseThrow(() -> new Refused("Nothing waits", ""));
        var members = List.of(
                random.nextInt(3) == 0
                        ? new Appeal.Member("officer", "Test officer")
                        : new Appeal.Member(null, "Ada Member"));
        var heard = appeal.hear(
                new Appeal.Hearing(
                        result,
                        "Because",
                        members,
                        new Decision.Draft("For you", "In full", true, List.of(), "Long ago", "Considered")),
                VettingSettings.of(one.force),
                by,
                TestCases.compartment(),
                TestCases.clock());
        var deeds = new ArrayList<Deed>(heard.moved());
        if (heard.decided() != null)
            deeds.addAll(List.of(heard.decided().moved(), heard.decided().clearance()));
        return deeds;
    }

    /** What leads on from here, so that cases come far. */
    private static final Map<CaseState, List<String>> USUAL = new EnumMap<>(Map.of(
            CaseState.INVITED, List.of("submit"),
            CaseState.RETURNED, List.of("submit"),
            CaseState.SUBMITTED, List.of("checks", "authenticate", "authenticate"),
            CaseState.AUTHENTICATED, List.of("begin"),
            CaseState.CHECKS, List.of("checks", "end checks", "matter"),
            CaseState.INTERVIEW, List.of("end interview"),
            CaseState.ASSESSMENT,
                    List.of("assess", "assess", "decide GRANTED", "decide REFUSED", "decide GRANTED_WITH_RESTRICTIONS"),
            CaseState.REFUSED, List.of("appeal"),
            CaseState.APPEALED, List.of("hear GRANT", "hear SEND_BACK", "hear DISMISS")));

    /** Everything that a case consists of, as counts and as its newest. */
    private record Rows(List<Long> counts, List<CaseStep> steps, Set<String> decisions, CaseState state, int round) {

        static Rows of(VettingCase one) {
            return new Rows(
                    List.of(
                            (long) CaseStep.of(one).size(),
                            (long) Part.of(one).size(),
                            (long) Check.of(one).size(),
                            (long) CheckEntry.of(one).size(),
                            (long) Matter.of(one).size(),
                            Matter.of(one).stream()
                                    .filter(m -> m.struckAt != null)
                                    .count(),
                            (long) Assessment.of(one).size(),
                            (long) Decision.of(one).size(),
                            (long) Appeal.of(one).size(),
                            (long) ClockStop.of(one).size(),
                            (long) Clearance.of(one.volunteer).size()),
                    CaseStep.of(one),
                    new HashSet<>(Decision.of(one).stream().map(d -> d.ref).toList()),
                    one.state,
                    one.round);
        }
    }

    /** How a case stood before an act. */
    private record Before(Rows rows, List<Part> parts, Findings findings) {}

    @Test
    void nothingIsAcceptedThatTheTableAndTheSeparationOfDutiesDoNotAllow() {
        var acts = acts();
        int accepted = 0;
        var reached = EnumSet.noneOf(CaseState.class);
        for (int i = 0; i < CASES; i++) {
            var one = TestCases.invited().livedHere();
            var close = random.nextInt(4) == 0 ? any(PEOPLE).ref : null;
            var before = one.read(RandomActsTest::standing);
            for (int n = 0; n < ACTS; n++) {
                var state = before.rows.state;
                boolean usual = random.nextInt(4) > 0 && USUAL.containsKey(state);
                var name = usual ? any(USUAL.get(state)) : any(List.copyOf(acts.keySet()));
                var who = usual && random.nextInt(4) > 0 ? any(fitting(name)) : any(PEOPLE);
                boolean own = who.ref.equals("applicant") || !usual && random.nextInt(12) == 0;
                var tried = tried(one, before, name, acts.get(name), who.on(own, who.ref.equals(close)));
                if (tried.accepted) accepted++;
                before = tried.after;
                reached.add(before.rows.state);
            }
        }
        assertTrue(accepted > CASES * 6, "too little was accepted to say anything: " + accepted);
        assertTrue(
                reached.containsAll(
                        Set.of(CaseState.GRANTED, CaseState.REFUSED, CaseState.APPEALED, CaseState.APPEAL_DISMISSED)),
                "the walk did not come far: " + reached);
    }

    /** Whom the table lets do it, for the most part. */
    private static List<Somebody> fitting(String act) {
        if (Set.of("submit", "withdraw", "appeal").contains(act)) {
            return PEOPLE.stream().filter(p -> p.ref.equals("applicant")).toList();
        }
        if (act.startsWith("hear")) return PEOPLE.stream().filter(p -> p.hears).toList();
        return PEOPLE.stream()
                .filter(p -> act.startsWith("decide") && !act.endsWith("GRANTED") ? p.decides : p.runs)
                .toList();
    }

    /** What came of it. */
    private record Tried(boolean accepted, Before after) {}

    private static Before standing(VettingCase one) {
        return new Before(Rows.of(one), Part.of(one), Findings.of(one));
    }

    private Tried tried(TestCases one, Before before, String name, Act act, Worker by) {
        boolean done = true;
        try {
            one.doesAll(c -> act.on(c, by));
        } catch (Refused refused) {
            done = false;
        }
        var what = name + " by " + by.ref() + " with " + by.hands() + " in " + before.rows.state + ", seed " + SEED;
        boolean accepted = done;
        return one.read(c -> {
            var after = standing(c);
            if (accepted) holds(c, before, after.rows, by, what);
            else {
                assertEquals(before.rows.counts, after.rows.counts, "refused, and left a row: " + what);
                assertEquals(before.rows.state, after.rows.state, what);
            }
            return new Tried(accepted, after);
        });
    }

    private static void holds(VettingCase one, Before before, Rows after, Worker by, String what) {
        boolean changed = !before.rows.counts.equals(after.counts);
        assertFalse(changed && by.hands().isEmpty(), "somebody without a hand in the case did it: " + what);
        var state = before.rows.state;
        for (var step : after.steps.subList(before.rows.steps.size(), after.steps.size())) {
            assertEquals(state, step.from, "a gap between steps: " + what);
            assertTrue(Moves.allows(step.from, step.to, by.hands()), "not in table 3.2: " + step.to + ", " + what);
            state = step.to;
        }
        assertEquals(state, after.state, what);
        var decisions = Decision.of(one);
        assertEquals(
                decisions.size(),
                decisions.stream().map(d -> d.round).distinct().count(),
                "two decisions in a round: " + what);
        boolean chaired = Appeal.of(one).stream().anyMatch(a -> by.ref().equals(a.decidedByRef))
                && before.rows.state == CaseState.APPEALED
                && after.state != CaseState.APPEALED;
        if (chaired) {
            assertTrue(
                    before.parts.stream().noneMatch(p -> p.accountRef.equals(by.ref())),
                    "the chair had taken a part (vetting rule 27): " + what);
        }
        if (decisions.size() > before.rows.decisions.size() && !chaired) {
            assertTrue(
                    before.parts.stream().noneMatch(p -> p.accountRef.equals(by.ref()) && p.part == Part.Kind.HEARD),
                    "who heard the appeal decided the case anew (vetting rule 27): " + what);
            boolean worked = before.parts.stream()
                    .anyMatch(p -> p.accountRef.equals(by.ref())
                            && (p.part == Part.Kind.RAN_CHECKS || p.part == Part.Kind.ASSESSED));
            assertFalse(
                    onceAdverse(one) && worked,
                    "who ran or assessed an adverse case decided it (vetting section 3.4): " + what);
            boolean barred = before.findings.matters().contains(MatterKind.BARRED_LIST)
                    && decisions.get(decisions.size() - 1).outcome == Outcome.REFUSED;
            assertTrue(
                    before.findings.openChecks().isEmpty() || barred,
                    "decided with a mandatory check open (vetting rule 24): " + what);
        }
    }

    /** Whether anything adverse stands in the rows of the case, struck out or corrected since. */
    private static boolean onceAdverse(VettingCase one) {
        return !Matter.of(one).isEmpty()
                || CheckEntry.of(one).stream().anyMatch(e -> e.result == CheckResult.ADVERSE)
                || Check.of(one).stream().anyMatch(c -> c.result == CheckResult.UNABLE_TO_CHECK);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
