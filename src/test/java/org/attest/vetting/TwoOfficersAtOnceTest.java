package org.attest.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/**
 * Two officers decide the same case at the same moment, 200 times: one decision a round. A panel sends each case back, so
 * that it is decided again.
 */
@QuarkusTest
class TwoOfficersAtOnceTest {

    private static final int CASES = 5;
    private static final int ROUNDS_OF_EACH = 40;
    /** Of the rounds of each case, those that go through the pages. */
    private static final int BY_PAGE = 4;

    private final CyclicBarrier together = new CyclicBarrier(2);

    @Test
    void makeOneDecisionEachTime() throws Exception {
        var one = As.role(Role.VETTING_MANAGER, "kent");
        var other = As.role(Role.VETTING_MANAGER, "kent");
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < CASES; i++) {
                var vettingCase = TestCases.invited().upTo(CaseState.ASSESSMENT);
                for (int round = 1; round <= ROUNDS_OF_EACH; round++) {
                    assess(vettingCase);
                    List<Callable<String>> both = new ArrayList<>();
                    if (round <= BY_PAGE) {
                        both.add(() -> byPage(one, vettingCase));
                        both.add(() -> byPage(other, vettingCase));
                    } else {
                        both.add(() -> byRules("manager-1", vettingCase));
                        both.add(() -> byRules("manager-2", vettingCase));
                    }
                    var ends = new ArrayList<String>();
                    for (var end : threads.invokeAll(both)) ends.add(end.get(30, TimeUnit.SECONDS));
                    var when = "case " + i + ", round " + round + ": " + ends;
                    assertEquals(1, ends.stream().filter("decided"::equals).count(), when);
                    assertEquals(1, ends.stream().filter("conflict"::equals).count(), when);
                    assertEquals(
                            round, vettingCase.<Integer>read(c -> Decision.of(c).size()), when);
                    sendBack(vettingCase);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assess(TestCases one) {
        one.does(c -> Assessment.assess(
                c,
                Outcome.REFUSED,
                TestCases.WEIGHED,
                TestCases.officer(),
                TestCases.compartment(),
                TestCases.clock()));
    }

    private static void sendBack(TestCases one) {
        one.does(c -> Appeal.lodge(c, "Not me", TestCases.applicant(), TestCases.compartment(), TestCases.clock()));
        one.doesAll(c -> List.copyOf(Appeal.waiting(c)
                .orElseThrow()
                .hear(
                        new Appeal.Hearing(Appeal.Result.SEND_BACK, "Look again", List.of(), null),
                        VettingSettings.of(c.force),
                        TestCases.worker("chair " + c.round, Hand.CHAIR),
                        TestCases.compartment(),
                        TestCases.clock())
                .moved()));
    }

    private String byPage(As who, TestCases one) throws Exception {
        var fields = Map.of(
                "outcome", Outcome.REFUSED.name(),
                "forPerson", "For you",
                "harmTested", "yes",
                "inFull", "In full, by " + who.name(),
                "confirmed", "yes");
        together.await(10, TimeUnit.SECONDS);
        var answer =
                who.post("/vetting-cases/" + one.ref() + "/decision", fields).extract();
        if (answer.statusCode() == 303) return "decided";
        assertEquals(409, answer.statusCode());
        assertTrue(answer.asString().contains("What you wanted to decide"), "both values");
        assertTrue(answer.asString().contains("In full, by " + who.name()));
        return "conflict";
    }

    /** Past the pages. */
    private String byRules(String who, TestCases one) throws Exception {
        together.await(10, TimeUnit.SECONDS);
        try {
            one.decided(Outcome.REFUSED, TestCases.worker(who, Hand.OFFICER, Hand.MANAGER));
            return "decided";
        } catch (RuntimeException e) {
            return isConflict(e) ? "conflict" : "failed: " + e;
        }
    }

    private static boolean isConflict(Throwable e) {
        var expected = Set.of(
                "Refused", "OptimisticLockException", "StaleObjectStateException", "ConstraintViolationException");
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (expected.contains(cause.getClass().getSimpleName())) return true;
        }
        return false;
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTwoOfficersAtOnceTest extends TwoOfficersAtOnceTest {}
