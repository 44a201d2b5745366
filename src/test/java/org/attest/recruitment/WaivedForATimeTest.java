package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.People;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;

/** Moving on without what a stage asks for: a reason, a second person, a last day, an entry in the register. */
@QuarkusTest
class WaivedForATimeTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String RESIDENT = "Resident for the 3 years before the application";

    @Inject
    StageCriteria criteria;

    /** Applied in March 2026, resident since the May before (vetting rule 12). */
    private static Volunteer newcomer(String slug) {
        return People.special()
                .in(slug)
                .inStage(Stage.INTERVIEW)
                .eligible(new EligibilityAnswers(
                        RightToRemain.INDEFINITE_LEAVE,
                        LocalDate.of(2025, 5, 1),
                        false,
                        false,
                        "Translator",
                        OccupationFinding.NO_CONFLICT))
                .saved();
    }

    private static Map<String, Object> request(String criterion, String reason, LocalDate lastDay) {
        var form = new HashMap<String, Object>();
        form.put("criterion", criterion);
        form.put("reason", reason);
        form.put("lastDay-day", lastDay.getDayOfMonth());
        form.put("lastDay-month", lastDay.getMonthValue());
        form.put("lastDay-year", lastDay.getYear());
        return form;
    }

    private static Map<String, Object> move() {
        return Map.of(
                "was",
                "INTERVIEW",
                "to",
                "VETTING",
                "onDay-day",
                TODAY.getDayOfMonth(),
                "onDay-month",
                TODAY.getMonthValue(),
                "onDay-year",
                TODAY.getYear());
    }

    private static String addressOf(As who, String slug, Volunteer person) {
        var page = who.get("/forces/" + slug + "/waivers")
                .statusCode(200)
                .extract()
                .asString();
        var found = java.util.regex.Pattern.compile(
                        person.ref + "\">.*?href=\"(/waivers/\\w+)\"", java.util.regex.Pattern.DOTALL)
                .matcher(page);
        if (!found.find()) throw new AssertionError(page);
        return found.group(1);
    }

    @Test
    void letsAPersonMoveOnOnceASecondPersonAgrees() {
        var person = newcomer("west-mercia");
        var kent = As.coordinatorOf("west-mercia");
        var inspector = As.role(Role.INSPECTOR, "west-mercia");
        var path = "/volunteers/" + person.ref + "/waivers/new";
        var stage = "/volunteers/" + person.ref + "/stage";
        kent.get(stage).body(containsString("waived by an inspector for a time"));
        kent.post(stage, move()).statusCode(422).body(containsString("(vetting rule 12)"));

        kent.post(path, request("", "", TODAY)).statusCode(422).body(containsString("Choose what should be waived"));
        kent.post(path, request(RESIDENT, "Why", TODAY.plusYears(2)))
                .statusCode(422)
                .body(containsString("A waiver lasts a year at most"));
        kent.post(path, request(RESIDENT, "Lived here as a child", TODAY.plusDays(30)))
                .statusCode(303);
        kent.post(path, request(RESIDENT, "Once more", TODAY.plusDays(30)))
                .statusCode(422)
                .body(containsString("is asked for already, and waits"));
        kent.post(stage, move()).statusCode(422);

        var waiver = addressOf(kent, "west-mercia", person);
        kent.get(waiver).body(containsString("You asked for it: a second person has to decide"));
        kent.post(waiver, Map.of("decision", "grant")).statusCode(403);
        As.role(Role.INSPECTOR, "gwent").get(waiver).statusCode(404);
        inspector.get("/").body(containsString("Waiver asked for: " + person.fullName));
        inspector.post(waiver, Map.of()).statusCode(422).body(containsString("Choose whether you grant it"));
        inspector
                .post(waiver, Map.of("decision", "decline"))
                .statusCode(422)
                .body(containsString("Enter why it is declined"));
        inspector.post(waiver, Map.of("decision", "grant")).statusCode(303);
        inspector
                .post(waiver, Map.of("decision", "decline", "answer", "No"))
                .statusCode(409)
                .body(containsString("Somebody was faster"));

        kent.get(stage).body(containsString("Waived by " + inspector.name() + " until 16 July 2026"));
        kent.post(stage, move()).statusCode(303);
        assertEquals(
                List.of("waiver asked", "waiver decided", "stage moved"),
                Rows.trail("west-mercia", person.ref).stream()
                        .filter(a -> !a.equals("record viewed") && !a.equals("person entered"))
                        .toList());
        kent.get("/volunteers/" + person.ref + "/history").body(containsString("Waiver granted"));
    }

    @Test
    void isNeverGrantedByWhoeverAskedForIt() {
        var person = newcomer("west-mercia");
        var both = As.coordinatorOf("west-mercia").and(Role.INSPECTOR, "west-mercia");
        both.post("/volunteers/" + person.ref + "/waivers/new", request(RESIDENT, "Why", TODAY.plusDays(9)))
                .statusCode(303);
        var waiver = addressOf(both, "west-mercia", person);
        both.get(waiver).body(not(containsString("Your decision")));
        both.post(waiver, Map.of("decision", "grant"))
                .statusCode(422)
                .body(containsString("You asked for this waiver: a second person has to decide"));
    }

    @Test
    void countsAsUnmetAgainTheDayAfterItsLast() {
        var person = newcomer("west-mercia");
        var kent = As.coordinatorOf("west-mercia");
        kent.post("/volunteers/" + person.ref + "/waivers/new", request(RESIDENT, "Why", TODAY.plusDays(9)))
                .statusCode(303);
        As.role(Role.INSPECTOR, "west-mercia")
                .post(addressOf(kent, "west-mercia", person), Map.of("decision", "grant"))
                .statusCode(303);
        Rows.in(() -> {
            var again = Volunteer.byRef(person.ref).orElseThrow();
            assertEquals(
                    Criterion.State.WAIVED, resident(again, TODAY.plusDays(9)).state());
            var expired = resident(again, TODAY.plusDays(10));
            assertEquals(Criterion.State.UNMET, expired.state());
            assertEquals(true, expired.sentence().contains("expired on 25 June 2026"), expired.sentence());
        });
        // in the fortnight before its last day
        kent.get("/").body(containsString("Waiver ends: " + person.fullName));
    }

    private static Map<String, Object> revocation(LocalDate from, String why) {
        var form = new HashMap<String, Object>();
        form.put("revokedFrom-day", from.getDayOfMonth());
        form.put("revokedFrom-month", from.getMonthValue());
        form.put("revokedFrom-year", from.getYear());
        form.put("revocationReason", why);
        return form;
    }

    @Test
    void canBeRevokedFromADayOnByWhoeverMayDecideIt() {
        var person = newcomer("west-mercia");
        var asker = As.coordinatorOf("west-mercia");
        asker.post("/volunteers/" + person.ref + "/waivers/new", request(RESIDENT, "Why", TODAY.plusDays(30)))
                .statusCode(303);
        var waiver = addressOf(asker, "west-mercia", person);
        var revoke = waiver + "/revocation";
        var inspector = As.role(Role.INSPECTOR, "west-mercia");
        inspector
                .post(revoke, revocation(TODAY, "Never granted"))
                .statusCode(422)
                .body(containsString("It was not granted"));
        inspector.post(waiver, Map.of("decision", "grant")).statusCode(303);

        asker.get(waiver).body(not(containsString("Revoke the waiver")));
        asker.post(revoke, revocation(TODAY, "No")).statusCode(403);
        As.role(Role.INSPECTOR, "gwent").post(revoke, revocation(TODAY, "No")).statusCode(404);
        inspector.get(waiver).body(containsString("Revoke the waiver"));
        inspector.post(revoke, Map.of()).statusCode(422).body(containsString("Enter why it is revoked"));
        inspector
                .post(revoke, revocation(TODAY.minusDays(1), "Late"))
                .statusCode(422)
                .body(containsString("a waiver is revoked from today or a later day on"));
        inspector
                .post(revoke, revocation(TODAY.plusDays(31), "Late"))
                .statusCode(422)
                .body(containsString("It ends before, on 16 July 2026"));

        var from = TODAY.plusDays(5);
        inspector
                .post(revoke, revocation(from, "The address history was not true"))
                .statusCode(303);
        inspector.post(revoke, revocation(TODAY, "Again")).statusCode(409).body(containsString("Somebody was faster"));
        asker.get(waiver).body(containsString("from 21 June 2026 on: The address history was not true"));
        asker.get("/forces/west-mercia/waivers").body(containsString("Revoked from 21 June 2026 on"));
        asker.get("/volunteers/" + person.ref + "/history").body(containsString("Waiver revoked"));
        asker.get("/notices")
                .body(containsString("The waiver you asked for was revoked from 21 June 2026 on: " + person.fullName));
        Rows.in(() -> {
            var again = Volunteer.byRef(person.ref).orElseThrow();
            var before = resident(again, from.minusDays(1));
            assertEquals(Criterion.State.WAIVED, before.state());
            assertEquals(true, before.sentence().contains("until 20 June 2026"), before.sentence());
            var revoked = resident(again, from);
            assertEquals(Criterion.State.UNMET, revoked.state());
            assertEquals(true, revoked.sentence().contains("was revoked from 21 June 2026 on"), revoked.sentence());
        });
        assertEquals(
                List.of("waiver asked", "waiver decided", "waiver revoked"),
                Rows.trail("west-mercia", person.ref).stream()
                        .filter(a -> a.startsWith("waiver"))
                        .toList());
    }

    @Test
    void anotherThatStillHoldsStandsForTheOneRevoked() {
        var person = newcomer("west-mercia");
        var asker = As.coordinatorOf("west-mercia");
        var inspector = As.role(Role.INSPECTOR, "west-mercia");
        var path = "/volunteers/" + person.ref + "/waivers/new";
        asker.post(path, request(RESIDENT, "Long", TODAY.plusDays(60))).statusCode(303);
        var waiver = addressOf(asker, "west-mercia", person);
        inspector.post(waiver, Map.of("decision", "grant")).statusCode(303);
        inspector.post(waiver + "/revocation", revocation(TODAY, "Too long")).statusCode(303);
        asker.post("/volunteers/" + person.ref + "/stage", move()).statusCode(422);
        asker.post(path, request(RESIDENT, "Short", TODAY.plusDays(7))).statusCode(303);
        inspector
                .post(addressOf(asker, "west-mercia", person), Map.of("decision", "grant"))
                .statusCode(303);
        asker.post("/volunteers/" + person.ref + "/stage", move()).statusCode(303);
    }

    private Criterion resident(Volunteer person, LocalDate day) {
        return criteria.of(person, Stage.VETTING, day).stream()
                .filter(c -> c.truth().equals(RESIDENT))
                .findFirst()
                .orElseThrow();
    }

    /** Vetting rules 16 and 17, and attestation, are law. */
    @Test
    void neverStandsForWhatIsLaw() {
        var person = People.special()
                .in("west-mercia")
                .inStage(Stage.ATTESTATION)
                .eligible()
                .saved();
        As.coordinatorOf("west-mercia")
                .get("/volunteers/" + person.ref + "/waivers/new")
                .statusCode(200)
                .body(containsString("what is not met is the law"))
                .body(containsString("Attested, if a special constable"));
    }
}
