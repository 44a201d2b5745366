package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The questions of a module: answered a page at a time, kept, handed in, marked, and never given away. */
@QuarkusTest
class AnsweringQuestionsTest {

    private static final String FORCE = "west-yorkshire";
    private static final Pattern VALUE =
            Pattern.compile("<(?:input[^>]*type=\"(?:radio|checkbox)\"|option) ?[^>]*value=\"([^\"]*)\"");

    private record Learning(As at, Volunteer person) {

        /** The same, signed in anew: a session ends when the clock moves on. */
        Learning again() {
            return new Learning(at.again(), person);
        }
    }

    private static Learning learning() {
        var at = As.role(Role.VOLUNTEER, FORCE);
        return new Learning(
                at,
                People.special()
                        .in(FORCE)
                        .inStage(Stage.TRAINING)
                        .withAccount(at.accountId())
                        .saved());
    }

    private static String path(String code, String attempt) {
        return "/me/training/" + code + "/attempts/" + attempt;
    }

    /** Begins as the page does it; the reference of the attempt. */
    private static String begin(Learning learning, String code) {
        return learning.at
                .post("/me/training/" + code + "/attempts", Map.of())
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*/attempts/(\\w+).*", "$1");
    }

    private static Map<String, Object> form(String attempt, int position, boolean right, String was) {
        var form = new HashMap<String, Object>(TestAttempts.form(attempt, position, right));
        form.put("was", was);
        return form;
    }

    /** Answers every question, so many of them wrongly, and hands in. */
    private static void answer(Learning learning, String code, String attempt, int wrong) {
        int questions = TestAttempts.questions(attempt);
        for (int i = 1; i <= questions; i++) {
            learning.at
                    .post(path(code, attempt) + "/questions/" + i, form(attempt, i, i > wrong, ""))
                    .statusCode(303);
        }
        learning.at.post(path(code, attempt) + "/handing-in", Map.of()).statusCode(303);
    }

    private static List<Qualification> earned(Learning learning) {
        return Rows.of(() -> {
            var all = Qualification.of(Volunteer.byRef(learning.person.ref).orElseThrow());
            all.forEach(q -> assertNotNull(q.moduleCode()));
            return all;
        });
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @AfterEach
    void backToToday() {
        TestClock.reset();
    }

    @Test
    void passTheModuleWithTheMarkAndTheAttemptAsEvidence() {
        var learning = learning();
        var address = "/me/training/DSC-101";
        learning.at
                .post(address + "/attempts", Map.of())
                .statusCode(422)
                .body(containsString("Read every section first"));
        TestAttempts.read(learning.person, "DSC-101");
        var attempt = begin(learning, "DSC-101");
        learning.at.get(address).body(containsString("Go on with the questions"));
        learning.at
                .post(path("DSC-101", attempt) + "/handing-in", Map.of())
                .statusCode(422)
                .body(containsString("10 questions have no answer yet"));
        answer(learning, "DSC-101", attempt, 2);

        var result = learning.at
                .get(path("DSC-101", attempt))
                .statusCode(200)
                .extract()
                .asString();
        ValidHtml.assertValid(result);
        assertTrue(result.contains("Passed with 80%"), result);
        assertTrue(result.contains("Valid until 16 June 2028"), result);
        assertTrue(result.contains("What to read again"), result);
        assertTrue(
                result.contains(address + "/sections/"
                        + TestAttempts.question(attempt, 1).section()),
                result);
        Rows.in(() -> {
            var one = Qualification.of(Volunteer.byRef(learning.person.ref).orElseThrow())
                    .get(0);
            assertEquals(attempt, one.attempt.ref);
            assertEquals(80, one.percent);
            assertEquals(TestClock.TODAY, one.earnedOn);
        });
        var trail = Rows.trail(FORCE, learning.person.ref);
        assertTrue(
                trail.containsAll(List.of("attempt begun", "attempt marked", "qualification earned")),
                trail.toString());
        assertEquals(
                List.of("DSC-101 Role, ethics and conduct is recorded as passed, valid until 16 June 2028"),
                noticesOf(learning.at));
        learning.at.get("/me/training").body(containsString("Passed: 1 module"));
        // handed in is handed in
        learning.at.post(path("DSC-101", attempt) + "/handing-in", Map.of()).statusCode(303);
        learning.at
                .post(path("DSC-101", attempt) + "/questions/1", form(attempt, 1, true, ""))
                .statusCode(303);
        assertEquals(1, earned(learning).size());
        // and renewal is not open yet (training rule 5)
        learning.at
                .post(address + "/attempts", Map.of())
                .statusCode(422)
                .body(containsString("renewal opens on 17 April 2028"));
    }

    /** What is taught in the classroom too is not passed by its questions. */
    @Test
    void leaveTheRestToTheClassroom() {
        var learning = learning();
        TestQualifications.passed(learning.person, "DSC-101", TestClock.TODAY.minusDays(9));
        var attempt = TestAttempts.open(learning.person, "DSC-103");
        answer(learning, "DSC-103", attempt, 0);
        learning.at
                .get(path("DSC-103", attempt))
                .body(containsString("Passed with 100%"))
                .body(containsString("The questions are passed"));
        assertEquals(1, earned(learning).size());
    }

    /** Training rule 2. */
    @Test
    void refuseToBeginWithoutWhatTheModuleNeeds() {
        var learning = learning();
        learning.at
                .get("/me/training/DSC-103/sections/signs")
                .statusCode(200)
                .body(not(containsString("I have read this, go on")));
        learning.at
                .post("/me/training/DSC-103/sections/signs", Map.of("number", "1"))
                .statusCode(422)
                .body(containsString("DSC-103 needs DSC-101, which is not passed (training rule 2)"));
        learning.at
                .post("/me/training/DSC-103/attempts", Map.of())
                .statusCode(422)
                .body(containsString("DSC-103 needs DSC-101, which is not passed (training rule 2)"));
    }

    /** Training rule 3, as example 7 has it: failed on 16 June, refused on 22 June, passed on 23 June. */
    @Test
    void giveTheNextAttemptAfterSevenFullDaysAndTheThirdFailToTheCoordinator() {
        var coordinator = As.coordinatorOf(FORCE);
        var learning = learning();
        var first = TestAttempts.open(learning.person, "DSC-102");
        answer(learning, "DSC-102", first, 3);
        learning.at
                .get(path("DSC-102", first))
                .body(containsString("Not passed with 70%"))
                .body(containsString("The next attempt can begin on 23 June 2026"));
        assertEquals(
                List.of(
                        "DSC-102 Information security and data protection: not passed. The next attempt can begin on 23 June 2026"),
                noticesOf(learning.at));
        TestClock.set(TestClock.TODAY.plusDays(6));
        learning = learning.again();
        learning.at
                .post("/me/training/DSC-102/attempts", Map.of())
                .statusCode(422)
                .body(containsString(
                        "The next attempt can begin on 23 June 2026, 7 full days after the last (training rule 3)"));
        TestClock.set(TestClock.TODAY.plusDays(7));
        learning = learning.again();
        var second = begin(learning, "DSC-102");
        answer(learning, "DSC-102", second, 5);
        TestClock.set(TestClock.TODAY.plusDays(14));
        learning = learning.again();
        assertEquals(List.of(), noticesOf(coordinator));
        answer(learning, "DSC-102", begin(learning, "DSC-102"), 5);
        TestClock.set(TestClock.TODAY.plusDays(50));
        learning = learning.again();
        learning.at
                .post("/me/training/DSC-102/attempts", Map.of())
                .statusCode(422)
                .body(containsString("the coordinator decides how it goes on (training rule 3)"));
        assertTrue(
                noticesOf(coordinator)
                        .contains(learning.person.fullName
                                + " has not passed DSC-102 for the third time in twelve months: decide how it goes on"),
                noticesOf(coordinator).toString());
        assertEquals(0, earned(learning).size());
    }

    /** Training rule 5: up to 90 days late the questions are enough, without reading anything again. */
    @Test
    void areEnoughToRenewUntilNinetyDaysLate() {
        var learning = learning();
        TestQualifications.passed(
                learning.person, "DSC-102", TestClock.TODAY.minusMonths(12).minusDays(90));
        learning.at.get("/me/training/DSC-102").body(containsString("the questions are enough (training rule 5)"));
        answer(learning, "DSC-102", begin(learning, "DSC-102"), 0);
        assertEquals(2, earned(learning).size());
        var late = learning();
        TestQualifications.passed(
                late.person, "DSC-102", TestClock.TODAY.minusMonths(12).minusDays(91));
        late.at
                .post("/me/training/DSC-102/attempts", Map.of())
                .statusCode(422)
                .body(containsString("Read every section first"));
    }

    /** No page before or after says which answer is right, in words, by its number or by its place. */
    @Test
    void neverGiveTheRightAnswersAway() {
        var learning = learning();
        var kinds = new HashSet<Question.Kind>();
        for (var code : List.of("DSC-101", "DSC-102")) {
            var attempt = TestAttempts.open(learning.person, code);
            var pages = new ArrayList<String>();
            int questions = TestAttempts.questions(attempt);
            for (int i = 1; i <= questions; i++) {
                var page = learning.at
                        .get(path(code, attempt) + "/questions/" + i)
                        .statusCode(200)
                        .extract()
                        .asString();
                ValidHtml.assertValid(page);
                var question = TestAttempts.question(attempt, i);
                kinds.add(question.kind());
                assertFalse(page.contains(question.id()), page);
                // what a choice sends is the number of its line, whatever stands there
                var numbers = VALUE.matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .filter(value -> !value.isEmpty())
                        .toList();
                int offered = question.offered().size();
                assertFalse(numbers.isEmpty());
                for (int n = 0; n < numbers.size(); n++) {
                    assertEquals(String.valueOf(n % offered + 1), numbers.get(n), page);
                }
                pages.add(page);
            }
            pages.add(learning.at.get(path(code, attempt)).extract().asString());
            pages.add(learning.at.get("/me/training/" + code).extract().asString());
            answer(learning, code, attempt, 4);
            var result = learning.at.get(path(code, attempt)).extract().asString();
            pages.add(result);
            var bank = Rows.of(
                    () -> Curriculum.current().module(code).orElseThrow().questions());
            for (var question : bank) {
                for (var page : pages) assertFalse(page.contains(escaped(question.because())), question.id());
                for (var offered : question.offered()) {
                    if (offered.length() > 30) assertFalse(result.contains(escaped(offered)), question.id());
                }
            }
        }
        assertTrue(kinds.size() > 3, kinds.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    @Test
    void areKeptAndShownAgainAndRefusedWhenTheyAreNone() {
        var learning = learning();
        var attempt = TestAttempts.open(learning.person, "DSC-101");
        int questions = TestAttempts.questions(attempt);
        for (int i = 1; i <= questions; i++) {
            var address = path("DSC-101", attempt) + "/questions/" + i;
            learning.at.post(address, Map.of("was", "")).statusCode(422).body(containsString("There is a problem"));
            learning.at
                    .post(address, Map.of("was", "", "answer", "99", "line-1", "99"))
                    .statusCode(422);
            assertNull(TestAttempts.kept(attempt, i));
            for (boolean right : List.of(false, true)) {
                var form = TestAttempts.form(attempt, i, right);
                var was = stamp(learning, address);
                var sent = new HashMap<String, Object>(form);
                sent.put("was", was);
                learning.at.post(address, sent).statusCode(303);
                var kept = TestAttempts.kept(attempt, i);
                assertEquals(right, TestAttempts.question(attempt, i).isRight(kept));
                // the page shows what is kept
                assertEquals(
                        sizeOf(form), chosen(learning.at.get(address).extract().asString()));
            }
        }
        learning.at
                .get(path("DSC-101", attempt))
                .body(containsString("Each question has an answer"))
                .body(containsString("Hand in my answers"));
        learning.at.get(path("DSC-101", attempt) + "/questions/11").statusCode(404);
        learning.at.get(path("DSC-102", attempt)).statusCode(404);
        learning().at.get(path("DSC-101", attempt)).statusCode(404);
        learning().at.post(path("DSC-101", attempt) + "/handing-in", Map.of()).statusCode(404);
    }

    private static int sizeOf(Map<String, List<String>> form) {
        return form.values().stream().mapToInt(List::size).sum();
    }

    private static int chosen(String page) {
        return (int)
                Pattern.compile(" checked>| selected>").matcher(page).results().count();
    }

    private static String stamp(Learning learning, String address) {
        var found = Pattern.compile("name=\"was\" value=\"([^\"]*)\"")
                .matcher(learning.at.get(address).extract().asString());
        assertTrue(found.find());
        return found.group(1);
    }

    /** Of two windows the later sees what the earlier saved, before anything is replaced. */
    @Test
    void showBothWhereTwoWindowsAnswer() {
        var learning = learning();
        var attempt = TestAttempts.open(learning.person, "DSC-101");
        var address = path("DSC-101", attempt) + "/questions/1";
        learning.at.post(address, form(attempt, 1, true, "")).statusCode(303);
        // the same once more changes nothing and disturbs nobody
        learning.at.post(address, form(attempt, 1, true, "")).statusCode(303);
        learning.at
                .post(address, form(attempt, 1, false, ""))
                .statusCode(409)
                .body(containsString("Another answer was saved after you opened this page"));
        assertTrue(TestAttempts.question(attempt, 1).isRight(TestAttempts.kept(attempt, 1)));
        learning.at
                .post(address, form(attempt, 1, false, stamp(learning, address)))
                .statusCode(303);
        assertFalse(TestAttempts.question(attempt, 1).isRight(TestAttempts.kept(attempt, 1)));
    }

    /** Pressed twice at the same moment: one attempt, and one result. */
    @Test
    void areBegunOnceAndHandedInOnce() throws Exception {
        var learning = learning();
        TestAttempts.read(learning.person, "DSC-101");
        assertEquals(List.of(303, 303), together(learning, "/me/training/DSC-101/attempts"));
        var attempts =
                Rows.of(() -> Attempt.of(Volunteer.byRef(learning.person.ref).orElseThrow()).stream()
                        .map(a -> a.ref)
                        .toList());
        assertEquals(1, attempts.size());
        var address = path("DSC-101", attempts.get(0));
        for (int i = 1; i <= TestAttempts.questions(attempts.get(0)); i++) {
            learning.at
                    .post(address + "/questions/" + i, form(attempts.get(0), i, true, ""))
                    .statusCode(303);
        }
        assertEquals(List.of(303, 303), together(learning, address + "/handing-in"));
        assertEquals(1, earned(learning).size());
        assertEquals(1, noticesOf(learning.at).size());
    }

    private static List<Integer> together(Learning learning, String address) throws Exception {
        var ready = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 2; i++) {
                var at = learning.at.again();
                var request = at.withToken();
                answers.add(both.submit(() -> {
                    ready.await();
                    return request.post(address).statusCode();
                }));
            }
            var codes = new ArrayList<Integer>();
            for (var answer : answers) codes.add(answer.get());
            return codes;
        } finally {
            both.shutdown();
        }
    }

    /** A new version leaves an attempt with the one it was begun with: its questions, its answers, its pass mark. */
    @Test
    void stayWithTheVersionTheyWereBegunWith() {
        var learning = learning();
        var attempt = TestAttempts.open(learning.person, "DSC-102");
        Long published = Rows.of(() -> {
            var module = Curriculum.current().module("DSC-102").orElseThrow();
            var other = new Question(
                    "new-1",
                    Question.Kind.SINGLE,
                    module.sections().get(0).slug(),
                    null,
                    "A question of the version after it",
                    List.of("This", "That"),
                    List.of(0),
                    null,
                    null,
                    "It is new.");
            ModuleVersion.publish(
                    module.with(module.sections(), List.of(other), 1),
                    Actor.ATTEST,
                    TestClock.TODAY.atTime(9, 0).atZone(ClockOfAttest.LONDON).toInstant());
            return ModuleVersion.taughtOn("DSC-102", TestClock.TODAY).orElseThrow().id;
        });
        try {
            learning.at
                    .get("/me/training/DSC-102")
                    .body(containsString("version 2"))
                    .body(containsString("at version 1: it stays with that version"));
            answer(learning, "DSC-102", attempt, 1);
            learning.at
                    .get(path("DSC-102", attempt))
                    .body(containsString("version 1"))
                    .body(containsString("Passed with 90%"))
                    .body(not(containsString("A question of the version after it")));
            Rows.in(() -> assertEquals(
                    1,
                    Qualification.of(Volunteer.byRef(learning.person.ref).orElseThrow())
                            .get(0)
                            .moduleVersion
                            .number));
            var fresh = learning();
            var next = TestAttempts.open(fresh.person, "DSC-102");
            fresh.at
                    .get(path("DSC-102", next) + "/questions/1")
                    .body(containsString("A question of the version after it"));
            // nothing of it stays for other tests
            Rows.in(() -> {
                AttemptAnswer.delete("attempt.id in (select a.id from Attempt a where a.ref = ?1)", next);
                Attempt.delete("ref", next);
                SectionRead.delete("moduleVersion.id", published);
            });
        } finally {
            Rows.in(() -> Panache.getEntityManager()
                    .createNativeQuery("delete from module_version where id = " + published)
                    .executeUpdate());
        }
        assertEquals(
                1,
                Rows.of(() -> ModuleVersion.taughtOn("DSC-102", TestClock.TODAY).orElseThrow().number));
    }

    @Test
    void leadOnToWhatHasNoAnswer() {
        var learning = learning();
        var attempt = TestAttempts.open(learning.person, "DSC-101");
        int last = TestAttempts.questions(attempt);
        learning.at
                .post(path("DSC-101", attempt) + "/questions/" + last, form(attempt, last, true, ""))
                .header("Location", endsWith("/questions/1"));
        learning.at
                .get(path("DSC-101", attempt))
                .body(containsString("9 questions have no answer yet"))
                .body(containsString("Go on with question 1"));
        for (int i = 1; i < last; i++) {
            learning.at
                    .post(path("DSC-101", attempt) + "/questions/" + i, form(attempt, i, true, ""))
                    .header("Location", endsWith(i == last - 1 ? attempt : "/questions/" + (i + 1)));
        }
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgAnsweringQuestionsTest extends AnsweringQuestionsTest {}
