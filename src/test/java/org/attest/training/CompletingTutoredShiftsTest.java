package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Tutored shifts end with an assessor who tutored on none of them, and with a coordinator who looks where they take long. */
@QuarkusTest
class CompletingTutoredShiftsTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    /** Few other tests leave work there: homes show the oldest promises only. */
    private static final String FORCE = "civil-nuclear";

    @Inject
    SessionFactory sessions;

    private record Learning(As at, Volunteer person) {

        String path() {
            return "/volunteers/" + person.ref + "/training/tutored-shifts";
        }
    }

    private static Learning learning() {
        var at = As.role(Role.VOLUNTEER, FORCE);
        var person = People.special()
                .in(FORCE)
                .inStage(Stage.TRAINING)
                .withAccount(at.accountId())
                .saved();
        TestShifts.mayBeTutored(person, TODAY.minusDays(200));
        return new Learning(at, person);
    }

    /** Just enough (training rule 7): six shifts of four hours, the last with the other tutor. */
    private static void enough(Learning learning, As tutor, As other) {
        for (int i = 0; i < 5; i++) TestShifts.counted(learning.person, tutor, TODAY.minusDays(40 - i), 240);
        TestShifts.counted(learning.person, other, TODAY.minusDays(30), 240);
    }

    private static As role(Role role) {
        return As.role(role, FORCE);
    }

    private static List<Qualification> passed(Learning learning) {
        return Rows.of(
                () -> Qualification.of(Volunteer.byRef(learning.person.ref).orElseThrow()).stream()
                        .filter(q -> q.moduleCode().equals("DSC-307"))
                        .toList());
    }

    @Test
    void anAssessorConfirmsThem() {
        var learning = learning();
        enough(learning, role(Role.TUTOR), role(Role.TUTOR));
        var completion = learning.path() + "/completion";
        for (var role : List.of(Role.TUTOR, Role.COORDINATOR, Role.SUPERVISOR)) {
            role(role).get(completion).statusCode(403);
            role(role).post(completion, Map.of("read", "yes")).statusCode(403);
        }
        As.role(Role.ASSESSOR, "gwent").get(completion).statusCode(404);
        var assessor = role(Role.ASSESSOR);
        assessor.get("/").body(containsString(completion));
        assessor.get("/forces/" + FORCE + "/tutored-shifts").body(containsString("Complete: waits for an assessor"));
        assessor.get(learning.path()).body(containsString("Confirm that they are complete"));
        role(Role.TUTOR).get(learning.path()).body(not(containsString("Confirm that they are complete")));
        assessor.get(completion).statusCode(200).body(containsString("6 shifts count, 24 hours"));
        assessor.post(completion, Map.of())
                .statusCode(422)
                .body(containsString("Say that you have read what the tutors saw"));
        assertEquals(List.of(), passed(learning));

        assessor.post(completion, Map.of("read", "yes")).statusCode(303);
        var earned = passed(learning).get(0);
        assertEquals(assessor.name(), earned.assessor);
        assertEquals(TODAY, earned.earnedOn);
        assertEquals("6 tutored shifts from 7 May 2026 to 17 May 2026, 24 hours, 2 tutors", earned.evidence);
        assertEquals(assessor.name(), earned.evidenceVerifiedBy);
        assertEquals(6, Rows.of(() -> TutoredShift.count("qualification.ref", earned.ref)));
        assertTrue(Rows.trail(FORCE, learning.person.ref).contains("qualification earned"));
        learning.at.get("/me/training/tutored-shifts").body(containsString("Your tutored shifts are complete."));
        assessor.get("/").body(not(containsString(completion)));
        assessor.post(completion, Map.of("read", "yes"))
                .statusCode(422)
                .body(containsString("It is confirmed already"));
        role(Role.TUTOR)
                .post(learning.path() + "/drafts/new", Map.of("day-day", "15"))
                .statusCode(422);
    }

    /** Training rule 7: one shift too few. What else can be missing stands in ShiftProgressTest. */
    @Test
    void areNotConfirmedWhileAnythingIsMissing() {
        var learning = learning();
        var tutor = role(Role.TUTOR);
        for (int i = 0; i < 4; i++) TestShifts.counted(learning.person, tutor, TODAY.minusDays(40 - i), 300);
        TestShifts.counted(learning.person, role(Role.TUTOR), TODAY.minusDays(30), 300);
        TestShifts.signed(learning.person);
        var completion = learning.path() + "/completion";
        role(Role.ASSESSOR).get("/").body(not(containsString(completion)));
        role(Role.ASSESSOR)
                .post(completion, Map.of("read", "yes"))
                .statusCode(422)
                .body(containsString("1 shift more (training rule 7)"));
        assertEquals(List.of(), passed(learning));
    }

    /** Training rule 6. */
    @Test
    void areNotConfirmedByWhoTutoredThemNorByTheLearner() {
        var learning = learning();
        var both = role(Role.ASSESSOR).and(Role.TUTOR, FORCE);
        enough(learning, role(Role.TUTOR), both);
        var completion = learning.path() + "/completion";
        both.get("/").body(not(containsString(completion)));
        both.post(completion, Map.of("read", "yes"))
                .statusCode(422)
                .body(containsString("does not confirm their shifts (training rule 6)"));
        var own = role(Role.ASSESSOR).and(Role.VOLUNTEER, FORCE);
        var person = People.special()
                .in(FORCE)
                .inStage(Stage.TRAINING)
                .withAccount(own.accountId())
                .saved();
        var mine = new Learning(own, person);
        TestShifts.mayBeTutored(person, TODAY.minusDays(200));
        enough(mine, role(Role.TUTOR), role(Role.TUTOR));
        own.get("/").body(not(containsString(mine.path())));
        own.post(mine.path() + "/completion", Map.of("read", "yes")).statusCode(422);
        assertEquals(List.of(), passed(learning));
        assertEquals(List.of(), passed(mine));
    }

    /** Training rule 6: whoever tutored the learner is no assessor of their final board, though they tutor nobody any more. */
    @Test
    void keepTheirTutorsOffTheFinalBoard() {
        var learning = learning();
        var tutoredOnce = role(Role.ASSESSOR);
        enough(learning, role(Role.TUTOR), tutoredOnce);
        TestQualifications.passed(learning.person, "DSC-307", TODAY.minusDays(20));
        var board = new HashMap<String, Object>();
        board.put("module", "DSC-308");
        board.put("earnedOn-day", TODAY.getDayOfMonth());
        board.put("earnedOn-month", TODAY.getMonthValue());
        board.put("earnedOn-year", TODAY.getYear());
        board.put("mark", "75");
        board.put("assessor", tutoredOnce.ref());
        board.put("confirmed", "yes");
        var results = "/volunteers/" + learning.person.ref + "/training/results";
        role(Role.COORDINATOR)
                .post(results, board)
                .statusCode(422)
                .body(containsString("is no assessor of their final board (training rule 6)"));
        board.put("assessor", role(Role.ASSESSOR).ref());
        role(Role.COORDINATOR).post(results, board).statusCode(303);
        // another learner's board is open to them
        var other = learning();
        TestQualifications.passed(other.person, "DSC-307", TODAY.minusDays(20));
        board.put("assessor", tutoredOnce.ref());
        role(Role.COORDINATOR)
                .post("/volunteers/" + other.person.ref + "/training/results", board)
                .statusCode(303);
    }

    /** Training rule 7: looked at 112 days after the first shift, and again on the day that was agreed. */
    @Test
    void areLookedAtWhereTheyTakeLong() {
        var soon = learning();
        TestShifts.counted(soon.person, role(Role.TUTOR), TODAY.minusDays(111), 240);
        var slow = learning();
        TestShifts.counted(slow.person, role(Role.TUTOR), TODAY.minusDays(112), 240);
        var reviews = slow.path() + "/reviews";
        var coordinator = role(Role.COORDINATOR);
        coordinator.get("/").body(containsString(reviews)).body(not(containsString(soon.path())));
        role(Role.ASSESSOR).get("/").body(not(containsString(reviews)));
        role(Role.ASSESSOR).get(reviews).statusCode(403);
        As.coordinatorOf("gwent").get(reviews).statusCode(404);
        coordinator.get(slow.path()).body(containsString("The coordinator looks at them since 16 June 2026"));
        coordinator.get(soon.path()).body(containsString("the coordinator looks at them on 17 June 2026"));
        coordinator.get(reviews).statusCode(200);
        coordinator.post(reviews, Map.of()).statusCode(422).body(containsString("Enter what was found and agreed"));
        for (var wrong : List.of(TODAY, TODAY.plusDays(113))) {
            coordinator
                    .post(reviews, review("Two evenings a month from now on", wrong))
                    .statusCode(422)
                    .body(containsString("within 112 days (training rule 7)"));
        }
        coordinator
                .post(reviews, review("Two evenings a month from now on", TODAY.plusDays(56)))
                .statusCode(303);
        coordinator.get("/").body(not(containsString(reviews)));
        role(Role.TUTOR)
                .get(slow.path())
                .body(containsString("Two evenings a month from now on"))
                .body(containsString("the coordinator looks at them on 11 August 2026"));
        assertTrue(Rows.trail(FORCE, slow.person.ref).contains("shifts reviewed"));
        assertEquals(0L, (Long) Rows.of(() -> Panache.getEntityManager()
                .createQuery("select count(e) from TrailEntry e where e.fields like '%evenings%'")
                .getSingleResult()));
    }

    private static Map<String, Object> review(String words, LocalDate next) {
        return Map.of(
                "words",
                words,
                "nextOn-day",
                next.getDayOfMonth(),
                "nextOn-month",
                next.getMonthValue(),
                "nextOn-year",
                next.getYear());
    }

    @Test
    void standOnTheHomeOfTheirTutor() {
        var learning = learning();
        var tutor = role(Role.TUTOR);
        var draft = TestShifts.draft(learning.person, tutor);
        tutor.get("/").body(containsString(learning.path() + "/drafts/" + draft.ref));
        role(Role.TUTOR).get("/").body(not(containsString(draft.ref)));
        TestShifts.counted(learning.person, tutor, TODAY.minusDays(9), 240);
        var list = "/forces/" + FORCE + "/tutored-shifts";
        var ready = learning();
        tutor.get("/").body(containsString(list));
        tutor.get(list)
                .statusCode(200)
                .body(containsString("you tutor them"))
                .body(containsString(ready.path()))
                .body(containsString(learning.path()));
        role(Role.TUTOR).get(list).body(not(containsString("you tutor them")));
        role(Role.SUPERVISOR).get(list).statusCode(403);
        As.role(Role.TUTOR, "gwent").get(list).statusCode(404);
    }

    @Test
    void areListedInAsManyStatementsForManyAsForFew() {
        var tutor = role(Role.TUTOR);
        TestShifts.counted(learning().person, tutor, TODAY.minusDays(9), 240);
        learning();
        long few = statements(tutor, "/forces/" + FORCE + "/tutored-shifts");
        long atHome = statements(tutor, "/");
        for (int i = 0; i < 15; i++) {
            var one = learning();
            TestShifts.counted(one.person, tutor, TODAY.minusDays(9), 240);
            TestShifts.draft(one.person, tutor);
            learning();
        }
        assertEquals(few, statements(tutor, "/forces/" + FORCE + "/tutored-shifts"));
        assertEquals(atHome, statements(tutor, "/"));
    }

    private long statements(As who, String path) {
        who.get(path).statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        who.get(path).statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCompletingTutoredShiftsTest extends CompletingTutoredShiftsTest {}
