package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.security.Role;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.Pause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.StageWait;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Paused applications: no clock counts their days, wherever days are shown, and nothing moves on. */
@QuarkusTest
class ApplicationsThatRestTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    private static Map<String, Object> form(String reason, LocalDate from, LocalDate review) {
        var form = new HashMap<String, Object>();
        form.put("reason", reason);
        day(form, "startsOn", from);
        day(form, "reviewOn", review);
        return form;
    }

    private static Map<String, Object> day(Map<String, Object> form, String field, LocalDate day) {
        form.put(field + "-day", day.getDayOfMonth());
        form.put(field + "-month", day.getMonthValue());
        form.put(field + "-year", day.getYear());
        return form;
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    @Test
    void restWithAReasonAndGoOnAgain() {
        var person = People.special()
                .in("sussex")
                .eligible()
                .inStage(Stage.VETTING, TODAY.minusDays(40))
                .saved();
        var path = "/volunteers/" + person.ref + "/pause";
        var kent = As.coordinatorOf("sussex");
        As.stranger().get(path).statusCode(303);
        As.role(Role.SUPERVISOR, "sussex").get(path).statusCode(403);
        As.coordinatorOf("gwent").get(path).statusCode(404);
        kent.get(path).statusCode(200).body(containsString("Pause the application"));
        kent.post(path, form("", TODAY, TODAY))
                .statusCode(422)
                .body(containsString("Choose why the application rests"));
        kent.post(path, form("AWAY", TODAY.plusDays(1), TODAY.plusDays(9)))
                .statusCode(422)
                .body(containsString("The first paused day is in the future"));
        kent.post(path, form("AWAY", TODAY.minusDays(41), TODAY.plusDays(9)))
                .statusCode(422)
                .body(containsString("before the vetting stage began"));
        kent.post(path, form("AWAY", TODAY.minusDays(10), TODAY.plusDays(3))).statusCode(303);
        kent.post(path, form("AWAY", TODAY, TODAY.plusDays(3)))
                .statusCode(422)
                .body(containsString("is paused already, since 6 June 2026"));
        kent.get("/").body(containsString("Paused: " + person.fullName));
        kent.get("/forces/sussex/volunteers?q=" + person.ref)
                .body(containsString("30 days in this stage, paused since 6 June 2026"));
        kent.post(
                        "/volunteers/" + person.ref + "/stage",
                        day(new HashMap<>(Map.of("was", "VETTING", "to", "TRAINING")), "onDay", TODAY))
                .statusCode(422)
                .body(containsString("is paused since 6 June 2026: the application has to go on first"));

        kent.get(path).body(containsString("Let the application go on"));
        kent.post(path + "/end", day(new HashMap<>(), "backOn", TODAY.minusDays(11)))
                .statusCode(422)
                .body(containsString("and this day is before it"));
        kent.post(path + "/end", day(new HashMap<>(), "backOn", TODAY.minusDays(4)))
                .statusCode(303);
        kent.post(path + "/end", day(new HashMap<>(), "backOn", TODAY)).statusCode(422);
        // 41 days from the first to today, six of them paused
        kent.get("/forces/sussex/volunteers?q=" + person.ref).body(containsString("35 days in this stage<"));
        Rows.in(() -> {
            var period = StageChange.periods(again(person), TODAY).get(0);
            assertEquals(List.of(35L, 6L), List.of(period.days(), period.pausedDays()));
            assertNull(again(person).pausedSince);
            assertEquals(TODAY.minusDays(34), again(person).clockFrom);
        });
        assertEquals(
                List.of(
                        "person entered",
                        "record viewed",
                        "application paused",
                        "record viewed",
                        "application resumed"),
                Rows.trail("sussex", person.ref));
        kent.get("/volunteers/" + person.ref + "/history")
                .body(containsString("Application paused"))
                .body(containsString("Away. From 6 June 2026"))
                .body(containsString("Application goes on"))
                .body(containsString("Last paused day 11 June 2026"));
    }

    @Test
    void areForPeopleBeforeServiceWhoHaveLeaveInstead() {
        var serving = People.deployable().saved();
        As.coordinatorOf("kent")
                .get("/volunteers/" + serving.ref + "/pause")
                .statusCode(200)
                .body(containsString("is in service: an absence is recorded as leave"));
    }

    @Test
    void endWithThePersonsLeaving() {
        var person = People.special()
                .inStage(Stage.INTERVIEW, TODAY.minusDays(20))
                .pausedFrom(TODAY.minusDays(10))
                .saved();
        Rows.in(() -> again(person).leave(TODAY.minusDays(1), LeavingReason.WITHDREW, null, People.SOMEBODY, clock));
        Rows.in(() -> {
            assertNull(again(person).pausedSince);
            assertEquals(TODAY.minusDays(1), Pause.of(again(person)).get(0).lastDay);
            assertEquals(10, StageChange.periods(again(person), TODAY).get(0).days());
        });
    }

    /** Two people of 70 days in vetting, whose target is 60: one rested for 15 of them, one rests now. */
    @Test
    void doNotStallWhileTheClockStandsStill() {
        var slug = "essex";
        var stalled = People.special()
                .in(slug)
                .inStage(Stage.VETTING, TODAY.minusDays(70))
                .saved();
        var rested = People.special()
                .in(slug)
                .inStage(Stage.VETTING, TODAY.minusDays(70))
                .saved();
        People.special()
                .in(slug)
                .inStage(Stage.VETTING, TODAY.minusDays(70))
                .pausedFrom(TODAY.minusDays(3))
                .saved();
        var coordinator = As.coordinatorOf(slug);
        var path = "/volunteers/" + rested.ref + "/pause";
        coordinator.post(path, form("AWAY", TODAY.minusDays(15), TODAY)).statusCode(303);
        coordinator.post(path + "/end", day(new HashMap<>(), "backOn", TODAY)).statusCode(303);
        Rows.in(() -> {
            var force = Force.bySlug(slug).orElseThrow();
            var waits = StageWait.in(force, StageSettings.in(force, targets), TODAY);
            assertEquals(List.of(1L), waits.stream().map(StageWait::people).toList());
        });
        coordinator
                .get("/forces/" + slug + "/volunteers?only=over-target")
                .body(containsString(stalled.fullName))
                .body(not(containsString(rested.fullName)));
        coordinator
                .get("/")
                .body(containsString("1 person is over the target of the stage vetting"))
                .body(containsString("vetting unit"));
        coordinator.get("/forces/" + slug).body(containsString("only=over-target\">1<"));
        coordinator.get("/volunteers/" + stalled.ref).body(containsString("10 days over the target of the stage"));
        coordinator.get("/volunteers/" + rested.ref).body(not(containsString("over the target of the stage")));
    }

    @Test
    void leaveTheirDaysOutOfTheUsualTime() {
        var slug = "surrey";
        var person = People.special()
                .in(slug)
                .eligible()
                .inStage(Stage.APPLIED, TODAY.minusDays(30))
                .saved();
        var coordinator = As.coordinatorOf(slug);
        var path = "/volunteers/" + person.ref + "/pause";
        coordinator.post(path, form("AWAY", TODAY.minusDays(12), TODAY)).statusCode(303);
        coordinator
                .post(path + "/end", day(new HashMap<>(), "backOn", TODAY.minusDays(2)))
                .statusCode(303);
        coordinator
                .post(
                        "/volunteers/" + person.ref + "/stage",
                        day(new HashMap<>(Map.of("was", "APPLIED", "to", "INTERVIEW")), "onDay", TODAY))
                .statusCode(303);
        Rows.in(() -> {
            var times = StageTimes.in(Force.bySlug(slug).orElseThrow(), TODAY);
            assertEquals(new StageTimes(1, 20), times.get(Stage.APPLIED));
        });
        coordinator
                .get("/volunteers/" + person.ref + "/history")
                .body(containsString("After 20 days and 10 paused days in the stage applied."));
    }

    @Test
    void haveTargetsThatAForceSetsAndAnotherKeeps() {
        var slug = "hampshire";
        People.special().in(slug).inStage(Stage.INTERVIEW, TODAY.minusDays(20)).saved();
        var coordinator = As.coordinatorOf(slug);
        var path = "/forces/" + slug + "/stage-settings";
        As.role(Role.SUPERVISOR, slug).get(path).statusCode(403);
        As.coordinatorOf("kent").get(path).statusCode(404);
        coordinator.get(path).statusCode(200).body(containsString("value=\"28\""));
        var wanted = new HashMap<String, Object>();
        targets.days().forEach((stage, days) -> wanted.put(stage.slug() + "-target", days));
        coordinator.post(path, wanted).statusCode(422).body(containsString("Nothing is different from what is set"));
        wanted.put("interview-target", "soon");
        coordinator.post(path, wanted).statusCode(422).body(containsString("Enter the target as a number of days"));
        wanted.put("interview-target", "0");
        coordinator.post(path, wanted).statusCode(422).body(containsString("between 1 and 730 days"));
        wanted.put("interview-target", "14");
        wanted.put("interview-usual", "About two weeks");
        coordinator.post(path, wanted).statusCode(303);
        coordinator.get(path).body(containsString("Interview: 14 days, “About two weeks”"));
        coordinator.get("/forces/" + slug + "/volunteers?only=over-target").body(containsString("1 person"));
        Rows.in(() -> {
            var set = StageSettings.in(Force.bySlug(slug).orElseThrow(), targets);
            assertEquals("About two weeks", set.usualTime(Stage.INTERVIEW));
            assertEquals(60, set.days().get(Stage.VETTING));
            var other = StageSettings.in(Force.bySlug("kent").orElseThrow(), targets);
            assertNull(other.usualTime(Stage.INTERVIEW));
            assertTrue(!other.advances(Stage.INTERVIEW));
        });
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgApplicationsThatRestTest extends ApplicationsThatRestTest {}
