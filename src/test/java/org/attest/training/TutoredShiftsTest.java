package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.audit.TrailEntry;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.junit.jupiter.api.Test;

/** A shift beside a tutor: recorded and signed by the tutor, counter-signed by the learner, locked from then on. */
@QuarkusTest
class TutoredShiftsTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    private record Learning(As at, Volunteer person) {

        String path() {
            return "/volunteers/" + person.ref + "/training/tutored-shifts";
        }
    }

    /** Somebody who may be tutored. */
    private static Learning learning() {
        var at = As.role(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.TRAINING)
                .withAccount(at.accountId())
                .saved();
        TestShifts.mayBeTutored(person, TODAY.minusDays(60));
        return new Learning(at, person);
    }

    private static As tutor() {
        return As.role(Role.TUTOR, "kent");
    }

    private static Map<String, Object> shift(LocalDate day, String from, String until) {
        var form = new HashMap<String, Object>();
        form.put("day-day", day.getDayOfMonth());
        form.put("day-month", day.getMonthValue());
        form.put("day-year", day.getYear());
        form.put("from", from);
        form.put("until", until);
        form.put("report", "Worked through prepared material.");
        form.put("rating-plan-a-search", "ON_OWN");
        return form;
    }

    private static Map<String, Object> yesterday() {
        return shift(TODAY.minusDays(1), "18:30", "22:45");
    }

    /** What a redirect leads to. */
    private static String kept(As tutor, Learning learning, Map<String, Object> form) {
        return tutor.post(learning.path() + "/drafts/new", form)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("https?://[^/]+", "");
    }

    private static String signed(As tutor, Learning learning, Map<String, Object> form) {
        var draft = kept(tutor, learning, form);
        tutor.post(draft + "/signature", Map.of()).statusCode(303);
        return draft.replaceAll(".*/", "");
    }

    private static String own(String shift, String what) {
        return "/me/training/tutored-shifts/" + shift + what;
    }

    private static List<TutoredShift> shifts(Learning learning) {
        return Rows.of(
                () -> TutoredShift.signed(Volunteer.byRef(learning.person.ref).orElseThrow()));
    }

    private static List<String> noticesOf(As who) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a order by n.id", String.class)
                .setParameter("a", who.accountId())
                .getResultList());
    }

    @Test
    void areRecordedSignedAndCounterSigned() {
        var learning = learning();
        var blank = learning.path() + "/drafts/new";
        for (var role : List.of(Role.COORDINATOR, Role.ASSESSOR, Role.SUPERVISOR, Role.VETTING_OFFICER)) {
            As.role(role, "kent").get(blank).statusCode(403);
            As.role(role, "kent").post(blank, yesterday()).statusCode(403);
        }
        As.role(Role.TUTOR, "gwent").get(blank).statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get(learning.path()).statusCode(403);
        As.coordinatorOf("gwent").get(learning.path()).statusCode(404);
        var tutor = tutor();
        tutor.get("/volunteers/" + learning.person.ref + "/training").body(containsString(learning.path()));
        tutor.get(learning.path()).statusCode(200).body(containsString("No shift is signed yet"));
        tutor.get(blank).statusCode(200).body(containsString("Escalate a live risk to a child at once"));

        var draft = kept(tutor, learning, yesterday());
        tutor.get(learning.path()).body(containsString(draft));
        tutor.get(draft).body(containsString("value=\"22:45\"")).body(containsString("prepared material"));
        // nobody else meets a draft
        tutor().get(draft).statusCode(404);
        tutor().post(draft + "/signature", Map.of()).statusCode(404);
        var assessor = As.role(Role.ASSESSOR, "kent");
        assessor.get(learning.path()).body(not(containsString("10:45pm")));
        assessor.get(draft.replace("/drafts/", "/")).statusCode(404);
        learning.at.get(own(draft.replaceAll(".*/", ""), "")).statusCode(404);

        tutor.get(draft + "/signature").statusCode(200).body(containsString("4 hours 15 minutes"));
        tutor.post(draft + "/signature", Map.of()).statusCode(303);
        var shift = draft.replaceAll(".*/", "");
        tutor.post(draft, yesterday()).statusCode(404);
        tutor.post(draft + "/signature", Map.of()).statusCode(404);
        tutor.post(draft + "/discarding", Map.of()).statusCode(404);
        assessor.get(learning.path()).body(containsString("10:45pm")).body(containsString("0 shifts count"));
        assertTrue(noticesOf(learning.at).get(0).startsWith("Read your tutored shift of Monday 15 June 2026"));

        learning.at.get("/me").body(containsString("Counter-sign your tutored shift of 15 June 2026"));
        learning.at.get("/me/training/tutored-shifts").statusCode(200).body(containsString("waits for you"));
        learning.at.get(own(shift, "")).statusCode(200).body(containsString("Worked through prepared material."));
        learning().at.get(own(shift, "")).statusCode(404);
        learning().at.post(own(shift, "/counter-signature"), Map.of()).statusCode(404);
        learning.at.post(own(shift, "/counter-signature"), Map.of()).statusCode(303);
        learning.at
                .post(own(shift, "/counter-signature"), Map.of())
                .statusCode(422)
                .body(containsString("You have counter-signed it already"));
        learning.at
                .post(own(shift, "/disagreement"), Map.of("dispute", "No"))
                .statusCode(422)
                .body(containsString("You have counter-signed it already"));
        learning.at.get("/me").body(not(containsString("Counter-sign your tutored shift")));
        assertTrue(noticesOf(tutor).get(0).contains("has counter-signed the tutored shift"));
        assessor.get(learning.path())
                .body(containsString("1 shift counts, 4 hours 15 minutes"))
                .body(containsString("1 of 3"));
        var trail = Rows.trail("kent", learning.person.ref);
        for (var deed : List.of("shift written", "shift signed", "shift counter signed")) {
            assertTrue(trail.contains(deed), deed + " is not in " + trail);
        }
    }

    @Test
    void refuseTimesThatCannotBe() {
        var learning = learning();
        var tutor = tutor();
        var blank = learning.path() + "/drafts/new";
        tutor.post(blank, Map.of())
                .statusCode(422)
                .body(containsString("Enter the day"))
                .body(containsString("Enter when it began"));
        for (var wrong : Map.of(
                        shift(TODAY.plusDays(1), "18:00", "20:00"), "The shift lies ahead",
                        shift(TODAY, "08:00", "10:00"), "It is not over yet",
                        shift(TODAY.minusDays(1), "18:10", "20:00"), "Round to the quarter of an hour",
                        shift(TODAY.minusDays(1), "18:00", "20:05"), "Round to the quarter of an hour",
                        shift(TODAY.minusDays(2), "06:00", "18:15"), "A shift has 12 hours at most",
                        shift(TODAY.minusDays(2), "18:00", "18:00"), "A shift has 12 hours at most")
                .entrySet()) {
            tutor.post(blank, wrong.getKey())
                    .statusCode(422)
                    .body(containsString(wrong.getValue()))
                    .body(containsString("Worked through prepared material."));
        }
        // past midnight, and twelve hours to the minute
        kept(tutor, learning, shift(TODAY.minusDays(3), "20:00", "00:30"));
        kept(tutor, learning, shift(TODAY.minusDays(5), "06:00", "18:00"));
    }

    /** Training ruling 6a: stages A and B and what tutored shifts need, passed and in date on the very day. */
    @Test
    void areForThoseWhoHavePassedWhatComesBefore() {
        var learning = learning();
        var tutor = tutor();
        var blank = learning.path() + "/drafts/new";
        tutor.post(blank, shift(TODAY.minusDays(61), "18:00", "20:00"))
                .statusCode(422)
                .body(containsString("is not passed on 16 April 2026"))
                .body(containsString("training ruling 6a"));
        kept(tutor, learning, shift(TODAY.minusDays(60), "18:00", "20:00"));
        for (var missing : List.of("DSC-102", "DSC-205", "DSC-301", "DSC-302")) {
            var without = learning();
            Rows.in(() -> Qualification.of(Volunteer.byRef(without.person.ref).orElseThrow()).stream()
                    .filter(q -> q.moduleCode().equals(missing))
                    .forEach(q -> {
                        q.revokedAt = q.awardedAt;
                        q.revokedBy = "Somebody";
                    }));
            tutor.post(without.path() + "/drafts/new", yesterday())
                    .statusCode(422)
                    .body(containsString("Tutored shifts need " + missing));
            tutor.get(without.path()).body(containsString("Tutored shifts need " + missing));
        }
        // DSC-206 counts only where the force has switched it on, and nobody has passed it here
        assertTrue(Rows.of(
                () -> Qualification.of(Volunteer.byRef(learning.person.ref).orElseThrow()).stream()
                        .noneMatch(q -> q.moduleCode().equals("DSC-206"))));
    }

    /** Features row 33: words for each rating at either end, and for the shift as a whole, before it is signed. */
    @Test
    void demandWordsForHighAndLowRatings() {
        var learning = learning();
        var tutor = tutor();
        var form = yesterday();
        form.put("report", "");
        form.put("rating-plan-a-search", "OUTSTANDING");
        form.put("rating-give-reasons", "NOT_YET");
        form.put("rating-stop-and-ask", "WITH_HELP");
        form.put("then", "sign");
        tutor.post(learning.path() + "/drafts/new", form)
                .statusCode(422)
                .body(containsString("Enter what was done on the shift"))
                .body(containsString("Enter what you saw of “Plan a search before beginning”"))
                .body(containsString("“not yet” needs words"))
                .body(not(containsString("“with help” needs words")));
        // a draft may lack them, a signature may not
        form.remove("then");
        var draft = kept(tutor, learning, form);
        tutor.post(draft + "/signature", Map.of()).statusCode(422).body(containsString("Enter what was done"));
        form.put("version", "0");
        form.put("report", "An evening");
        form.put("seen-plan-a-search", "Named limits nobody had thought of.");
        form.put("seen-give-reasons", "Could not say why.");
        form.put("seen-weigh-a-source", "Words without a rating");
        tutor.post(draft, form).statusCode(422).body(containsString("or take the words away"));
        form.remove("seen-weigh-a-source");
        form.put("rating-weigh-a-source", "SPLENDID");
        tutor.post(draft, form).statusCode(422).body(containsString("Choose of the list how it was shown"));
        form.put("rating-weigh-a-source", "");
        form.put("then", "sign");
        tutor.post(draft, form).statusCode(303);
        tutor.post(draft + "/signature", Map.of()).statusCode(303);
        assertEquals(3, shifts(learning).get(0).skills.size());
    }

    @Test
    void ofOneLearnerDoNotOverlap() {
        var learning = learning();
        var tutor = tutor();
        var first = signed(tutor, learning, yesterday());
        var other = tutor();
        for (var time : List.of(List.of("22:30", "23:30"), List.of("18:00", "18:45"), List.of("19:00", "20:00"))) {
            other.post(learning.path() + "/drafts/new", shift(TODAY.minusDays(1), time.get(0), time.get(1)))
                    .statusCode(422)
                    .body(containsString("has a tutored shift in that time already"));
        }
        kept(other, learning, shift(TODAY.minusDays(1), "22:45", "23:30"));
        // another learner's may
        kept(other, learning(), yesterday());
        // one that the learner disagrees with does not stand, until they agree
        learning.at
                .post(own(first, "/disagreement"), Map.of("dispute", "It began at seven"))
                .statusCode(303);
        var second = signed(tutor, learning, shift(TODAY.minusDays(1), "19:00", "22:45"));
        tutor.get("/").body(containsString("/training/tutored-shifts/" + first));
        learning.at.post(own(second, "/counter-signature"), Map.of()).statusCode(303);
        tutor.get("/").body(not(containsString("/training/tutored-shifts/" + first)));
        learning.at
                .post(own(first, "/counter-signature"), Map.of())
                .statusCode(422)
                .body(containsString("You have a tutored shift in that time already"));
    }

    /** What only its tutor knows neither stands in the way of the learner nor is told to them. */
    @Test
    void areCounterSignedBesideADraftThatTheLearnerDoesNotKnow() {
        var learning = learning();
        var tutor = tutor();
        var shift = signed(tutor, learning, yesterday());
        learning.at
                .post(own(shift, "/disagreement"), Map.of("dispute", "It began at seven"))
                .statusCode(303);
        kept(tutor, learning, shift(TODAY.minusDays(1), "19:00", "22:45"));
        learning.at.post(own(shift, "/counter-signature"), Map.of()).statusCode(303);
    }

    /** No page is shown without an entry: also the one that says why nothing was added. */
    @Test
    void leaveATraceWhenSomebodyElseTriesToAddToOne() {
        var learning = learning();
        var shift = signed(tutor(), learning, yesterday());
        var before = views(learning);
        tutor().post(learning.path() + "/" + shift + "/addenda", Map.of("words", "Mine"))
                .statusCode(422)
                .body(containsString("adds to it"));
        assertEquals(before + 1, views(learning));
    }

    private static long views(Learning learning) {
        return Rows.trail("kent", learning.person.ref).stream()
                .filter(deed -> deed.contains("record viewed"))
                .count();
    }

    @Test
    void ofTwoTutorsSigningTheSameTimeAtOnceOneIsKept() throws Exception {
        var learning = learning();
        var tutors = List.of(tutor(), tutor());
        var drafts = tutors.stream().map(t -> kept(t, learning, yesterday())).toList();
        var pool = Executors.newFixedThreadPool(2);
        var start = new CyclicBarrier(2);
        try {
            var running = List.of(0, 1).stream()
                    .map(i -> pool.submit(() -> {
                        start.await();
                        return tutors.get(i)
                                .post(drafts.get(i) + "/signature", Map.of())
                                .extract()
                                .statusCode();
                    }))
                    .toList();
            var answers = List.of(running.get(0).get(), running.get(1).get());
            assertTrue(answers.contains(303) && answers.contains(422), answers.toString());
        } finally {
            pool.shutdown();
        }
        assertEquals(1, shifts(learning).size());
    }

    @Test
    void showBothWhereAnotherWindowWasFaster() {
        var learning = learning();
        var tutor = tutor();
        var draft = kept(tutor, learning, yesterday());
        var one = yesterday();
        one.put("version", "0");
        one.put("report", "Kept in one window.");
        tutor.post(draft, one).statusCode(303);
        var two = yesterday();
        two.put("version", "0");
        two.put("report", "Typed in the other.");
        two.put("rating-plan-a-search", "WITH_HELP");
        tutor.post(draft, two)
                .statusCode(409)
                .body(containsString("Kept in one window."))
                .body(containsString("Typed in the other."))
                .body(containsString("Plan a search before beginning: on their own"))
                .body(containsString("name=\"version\" value=\"1\""));
        two.put("version", "1");
        tutor.post(draft, two).statusCode(303);
        tutor.get(draft + "/signature").body(containsString("Typed in the other."));
        tutor.post(draft + "/discarding", Map.of()).statusCode(303);
        tutor.get(draft).statusCode(404);
        assertTrue(Rows.trail("kent", learning.person.ref).contains("shift discarded"));
    }

    /** A disagreement needs words; what is locked is put right by an addendum, and agreed to afterwards. */
    @Test
    void areDisagreedWithInWords() {
        var learning = learning();
        var tutor = tutor();
        var shift = signed(tutor, learning, yesterday());
        learning.at
                .post(own(shift, "/disagreement"), Map.of())
                .statusCode(422)
                .body(containsString("Enter what you disagree with"));
        learning.at
                .post(own(shift, "/disagreement"), Map.of("dispute", "I searched alone"))
                .statusCode(303);
        learning.at
                .post(own(shift, "/disagreement"), Map.of("dispute", "Again"))
                .statusCode(422);
        assertTrue(noticesOf(tutor).get(0).contains("disagrees with the tutored shift"));
        As.coordinatorOf("kent")
                .get(learning.path())
                .body(containsString("the learner disagrees"))
                .body(containsString("0 shifts count"));
        var page = learning.path() + "/" + shift;
        As.coordinatorOf("kent").get(page).body(containsString("I searched alone"));
        var addenda = page + "/addenda";
        As.coordinatorOf("kent").post(addenda, Map.of("words", "No")).statusCode(403);
        tutor().post(addenda, Map.of("words", "No")).statusCode(422).body(containsString("adds to it"));
        tutor.post(addenda, Map.of()).statusCode(422).body(containsString("Enter what is to be added"));
        tutor.post(addenda, Map.of("words", "So it was: alone for an hour")).statusCode(303);
        learning.at.post(own(shift, "/addenda"), Map.of("words", "Thank you")).statusCode(303);
        learning.at
                .get(own(shift, ""))
                .body(containsString("So it was: alone for an hour"))
                .body(containsString("Thank you"));
        learning.at.post(own(shift, "/counter-signature"), Map.of()).statusCode(303);
        assertTrue(shifts(learning).get(0).isCounterSigned());
    }

    /** Training rule 6: nobody records a shift of their own. */
    @Test
    void areNeverOnesOwn() {
        var both = As.role(Role.TUTOR, "kent").and(Role.VOLUNTEER, "kent");
        var person = People.special()
                .inStage(Stage.TRAINING)
                .withAccount(both.accountId())
                .saved();
        TestShifts.mayBeTutored(person, TODAY.minusDays(60));
        var path = "/volunteers/" + person.ref + "/training/tutored-shifts";
        both.get(path).statusCode(422);
        both.post(path + "/drafts/new", yesterday()).statusCode(422);
        assertEquals(0, Rows.of(() -> TutoredShift.count("volunteer.ref", person.ref)));
    }

    /** What was seen is read by learner, tutors, assessors and coordinators of the force, and stands in no trail and no notice. */
    @Test
    void areReadByNobodyElse() {
        var learning = learning();
        var tutor = tutor();
        var form = yesterday();
        form.put("report", "Canary-report");
        form.put("rating-plan-a-search", "OUTSTANDING");
        form.put("seen-plan-a-search", "Canary-narrative");
        var shift = signed(tutor, learning, form);
        learning.at
                .post(own(shift, "/disagreement"), Map.of("dispute", "Canary-dispute"))
                .statusCode(303);
        tutor.post(learning.path() + "/" + shift + "/addenda", Map.of("words", "Canary-addendum"))
                .statusCode(303);
        for (var reader : List.of(tutor(), As.role(Role.ASSESSOR, "kent"), As.coordinatorOf("kent"))) {
            reader.get(learning.path() + "/" + shift)
                    .statusCode(200)
                    .body(containsString("Canary-report"))
                    .body(containsString("Canary-narrative"))
                    .body(containsString("Canary-dispute"))
                    .body(containsString("Canary-addendum"));
        }
        var record = "/volunteers/" + learning.person.ref;
        var pages = List.of(
                "/",
                record,
                record + "/profile",
                record + "/training",
                record + "/history",
                learning.path(),
                learning.path() + "/" + shift,
                "/forces/kent/volunteers",
                "/trail",
                "/notices");
        for (var role : Role.values()) {
            if (List.of(Role.TUTOR, Role.ASSESSOR, Role.COORDINATOR).contains(role)) continue;
            var reader = role.isNational() ? As.national(role) : As.role(role, "kent");
            for (var page : pages) {
                var answer = reader.get(page).extract();
                assertFalse(answer.asString().contains("Canary-"), page + " for " + role);
                if (page.startsWith(learning.path())) assertEquals(403, answer.statusCode(), page + " for " + role);
            }
        }
        Rows.in(() -> {
            var entries = TrailEntry.about(
                    learning.person.ref,
                    "shift signed",
                    TestClock.TODAY
                            .minusDays(1)
                            .atStartOfDay(ClockOfAttest.LONDON)
                            .toInstant());
            assertFalse(entries.isEmpty());
            long told = (Long) Panache.getEntityManager()
                    .createQuery("select count(e) from TrailEntry e where e.fields like '%Canary-%' or e.reason like"
                            + " '%Canary-%'")
                    .getSingleResult();
            assertEquals(0, told);
            long noticed = (Long) Panache.getEntityManager()
                    .createQuery("select count(n) from Notice n where n.sentence like '%Canary-%'")
                    .getSingleResult();
            assertEquals(0, noticed);
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTutoredShiftsTest extends TutoredShiftsTest {}
