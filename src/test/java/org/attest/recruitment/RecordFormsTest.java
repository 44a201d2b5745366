package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.policy.Tier;
import org.attest.readiness.Answer;
import org.attest.readiness.Determination;
import org.attest.security.Role;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.Hold;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.People;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms about one person, gate by gate and to the rows behind them. */
@QuarkusTest
class RecordFormsTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    private static Map<String, Object> day(String field, LocalDate day) {
        var form = new HashMap<String, Object>();
        form.put(field + "-day", day.getDayOfMonth());
        form.put(field + "-month", day.getMonthValue());
        form.put(field + "-year", day.getYear());
        return form;
    }

    private static Map<String, Object> and(Map<String, Object> form, Object... more) {
        for (int i = 0; i < more.length; i += 2) form.put(more[i].toString(), more[i + 1]);
        return form;
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static Map<String, Object> details(Volunteer person) {
        var now = Rows.of(() -> again(person));
        var form = new HashMap<String, Object>(now.details().fields());
        form.remove("birthDate");
        form.putAll(day("birthDate", now.birthDate));
        form.put("version", now.version);
        return form;
    }

    // --- gates

    @ParameterizedTest
    @ValueSource(
            strings = {
                "details",
                "eligibility",
                "stage",
                "leaving",
                "appointments/new",
                "appointments/end",
                "appointments/withdrawal",
                "attestations/new",
                "equipment"
            })
    void areForTheForcesCoordinatorAlone(String part) {
        var person = People.special().saved();
        var path = "/volunteers/" + person.ref + "/" + part;
        As.stranger().get(path).statusCode(303);
        for (var role :
                List.of(Role.SUPERVISOR, Role.VETTING_MANAGER, Role.INSPECTOR, Role.FORCE_LEAD, Role.VOLUNTEER)) {
            As.role(role, "kent").get(path).statusCode(403);
            As.role(role, "kent").post(path, Map.of()).statusCode(403);
        }
        // held in another force only; and another role in this one
        As.coordinatorOf("gwent").get(path).statusCode(404);
        As.coordinatorOf("gwent").post(path, Map.of()).statusCode(404);
        As.coordinatorOf("gwent").and(Role.SUPERVISOR, "kent").get(path).statusCode(404);
        As.coordinatorOf("kent")
                .get("/volunteers/" + Reference.random() + "/" + part)
                .statusCode(404);
        var page = As.coordinatorOf("kent")
                .get(path)
                .statusCode(200)
                .body(containsString(person.fullName))
                .body(containsString(Reference.grouped(person.ref)))
                .body(containsString("href=\"/volunteers/" + person.ref + "\""));
        page.header("Cache-Control", containsString("no-store"));
        assertTrue(Rows.trail("kent", person.ref).contains("record viewed"));
        var sent = As.coordinatorOf("kent").post(path, Map.of()).extract().statusCode();
        assertTrue(sent == 422 || sent == 409, part + " answered an empty form with " + sent);
    }

    @Test
    void nobodyChangesTheirOwnRecord() {
        var coordinator = As.coordinatorOf("kent");
        var person = People.special().withAccount(coordinator.accountId()).saved();
        for (var part : List.of("details", "stage", "equipment", "eligibility")) {
            coordinator
                    .get("/volunteers/" + person.ref + "/" + part)
                    .statusCode(422)
                    .body(containsString("This is your own record"));
        }
    }

    // --- appointments to come

    @Test
    void withdrawsAnAppointmentThatHasNotBegun() {
        var person = People.special()
                .inStage(Stage.TRAINING)
                .appointedOn(TODAY.plusDays(20))
                .saved();
        var kent = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/appointments/withdrawal";
        kent.get("/volunteers/" + person.ref + "/appointments/end").body(containsString(path));
        kent.get(path).body(containsString("from 6 July 2026"));
        kent.post(path, Map.of()).statusCode(422).body(containsString("Tick the box"));
        kent.post(path, Map.of("withdraw", "yes")).statusCode(303);
        assertTrue(Rows.of(() -> Appointment.of(again(person)).get(0).isWithdrawn()));
        assertTrue(Rows.trail("kent", person.ref).contains("appointment withdrawn"));
        kent.get("/volunteers/" + person.ref + "/profile").body(containsString("withdrawn before it began"));
        kent.get("/volunteers/" + person.ref + "/history").body(containsString("Appointment withdrawn"));
        kent.post(path, Map.of("withdraw", "yes")).statusCode(422).body(containsString("is to come"));
    }

    // --- details

    @Test
    void savesDetailsAndCohortAndTellsTheTrail() {
        var person = People.special().withPhone("01622 555 0101").saved();
        var cohort = "Cohort " + person.ref;
        People.special().inCohort(cohort).saved();
        var ref = Rows.of(
                () -> org.attest.volunteer.Cohort.named(person.force, cohort).orElseThrow().ref);
        As.coordinatorOf("kent")
                .post(
                        "/volunteers/" + person.ref + "/details",
                        and(details(person), "fullName", "Ñame " + person.ref, "cohort", ref))
                .statusCode(303);
        Rows.in(() -> {
            assertEquals("Ñame " + person.ref, again(person).fullName);
            assertEquals(cohort, again(person).cohort.name);
        });
        assertEquals(List.of("person entered", "details changed", "cohort changed"), Rows.trail("kent", person.ref));
    }

    @Test
    void showsBothValuesWhenSomebodySavedFirst() {
        var person = People.special().withPhone("01622 555 0101").saved();
        var mine = and(details(person), "phone", "01622 555 0102");
        var kent = As.coordinatorOf("kent");
        kent.post("/volunteers/" + person.ref + "/details", and(details(person), "phone", "01622 555 0199"))
                .statusCode(303);
        var page = kent.post("/volunteers/" + person.ref + "/details", mine)
                .statusCode(409)
                .body(containsString("Somebody saved this record while you were typing"))
                .body(containsString("01622 555 0199"))
                .body(containsString("value=\"01622 555 0102\""));
        Rows.in(() -> assertEquals("01622 555 0199", again(person).phone));
        // the page carries the version now stored: saving again is a decision
        var version = page.extract().asString().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        kent.post("/volunteers/" + person.ref + "/details", and(mine, "version", version))
                .statusCode(303);
        Rows.in(() -> assertEquals("01622 555 0102", again(person).phone));
    }

    @Test
    void refusesAnotherPersonsAddressInOtherCase() {
        var other = People.special().saved();
        var person = People.special().saved();
        As.coordinatorOf("kent")
                .post(
                        "/volunteers/" + person.ref + "/details",
                        and(details(person), "email", other.email.toUpperCase(), "phone", "1"))
                .statusCode(422)
                .body(containsString("Somebody in the force has this email address already"));
        Rows.in(() -> assertEquals(person.email, again(person).email));
        assertEquals(List.of("person entered"), Rows.trail("kent", person.ref));
    }

    // --- eligibility

    @Test
    void keepsEveryFindingAboutEligibility() {
        var person = People.special().saved();
        var path = "/volunteers/" + person.ref + "/eligibility";
        var kent = As.coordinatorOf("kent");
        var form = and(
                day("residentSince", LocalDate.of(2020, 1, 1)),
                "rightToRemain",
                "INDEFINITE_LEAVE",
                "longAbroad",
                "no",
                "occupation",
                "Potter",
                "occupationFinding",
                "NO_CONFLICT");
        kent.post(path, form).statusCode(303);
        kent.post(path, form).statusCode(303); // the same again adds nothing
        kent.post(path, and(form, "rightToRemain", "LIMITED_LEAVE")).statusCode(303);
        Rows.in(() -> {
            var found = Eligibility.of(again(person));
            assertEquals(2, found.size());
            assertEquals(RightToRemain.LIMITED_LEAVE, found.get(1).rightToRemain);
        });
        kent.get(path).body(containsString("the application cannot proceed without indefinite leave"));
        kent.post(path, and(form, "occupation", "Magistrate"))
                .statusCode(422)
                .body(containsString("on the list of those normally barred"));
        kent.post(path, and(form, "occupation", "Potter", "goodConductSeen", "yes"))
                .statusCode(422)
                .body(containsString("vetting rule 14"));
        kent.post(path, and(form, "rightToRemain", "SOME")).statusCode(422);
    }

    // --- from appointment to equipment: the answer follows

    @Test
    void aPersonBecomesDeployableDeedByDeed() {
        var person = People.special()
                .inStage(Stage.ATTESTATION)
                .eligible()
                .holding(EquipmentKind.FORCE_LAPTOP, EquipmentKind.FORCE_ACCOUNT)
                .trained()
                .saved();
        var base = "/volunteers/" + person.ref;
        var kent = As.coordinatorOf("kent");
        kent.post(
                        base + "/attestations/new",
                        and(day("attestedOn", TODAY), "magistrate", "J Okoro JP", "place", "Maidstone"))
                .statusCode(422)
                .body(containsString("record the appointment first (training rule 8)"))
                .body(containsString("value=\"J Okoro JP\""));
        kent.post(base + "/appointments/new", day("appointedOn", TODAY.minusDays(4)))
                .statusCode(303);
        kent.post(base + "/appointments/new", day("appointedOn", TODAY.minusDays(4)))
                .statusCode(422)
                .body(containsString("is appointed already"));
        kent.post(
                        base + "/attestations/new",
                        and(day("attestedOn", TODAY), "magistrate", "J Okoro JP", "place", "Maidstone"))
                .statusCode(303);
        kent.post(base + "/equipment", and(day("issuedOn", TODAY), "kind", "WARRANT_CARD", "serial", "W" + person.ref))
                .statusCode(303);
        assertFalse(answer(person).isYes());
        kent.post(base + "/stage", and(day("onDay", TODAY), "was", "ATTESTATION", "to", "SERVICE"))
                .statusCode(303);
        assertEquals(Answer.DEPLOYABLE, answer(person));
        Rows.in(() -> {
            assertEquals(1, Appointment.of(again(person)).size());
            assertEquals("J Okoro JP", Attestation.of(again(person)).get(0).magistrate);
        });

        kent.get(base + "/equipment").body(containsString("Warrant card W" + person.ref));
        var card = Rows.of(() -> Equipment.of(again(person)).stream()
                .filter(e -> e.kind == EquipmentKind.WARRANT_CARD)
                .findFirst()
                .orElseThrow()
                .id);
        kent.post(base + "/equipment/return", day("returnedOn", TODAY)).statusCode(422);
        kent.post(base + "/equipment/return", and(day("returnedOn", TODAY.plusDays(1)), "equipment", card))
                .statusCode(422)
                .body(containsString("The day of return is in the future"));
        kent.post(base + "/equipment/return", and(day("returnedOn", TODAY), "equipment", card))
                .statusCode(303);
        assertFalse(answer(person).isYes());
        var other = People.special().saved();
        kent.post("/volunteers/" + other.ref + "/equipment/return", and(day("returnedOn", TODAY), "equipment", card))
                .statusCode(404);
        kent.post(base + "/appointments/end", day("endedOn", TODAY)).statusCode(303);
        kent.post(base + "/appointments/end", day("endedOn", TODAY.minusDays(9)))
                .statusCode(422);
    }

    private static Answer answer(Volunteer person) {
        return Rows.of(() -> Determination.of(again(person), Tier.FIRST_LIVE).orElseThrow().answer);
    }

    // --- stage and leaving

    @Test
    void movesOneStageAndSaysWhyNot() {
        var person = People.special().saved();
        var path = "/volunteers/" + person.ref + "/stage";
        var kent = As.coordinatorOf("kent");
        kent.get(path)
                .body(containsString("The right to remain is not recorded: ask for it"))
                .body(containsString("vetting rule 17"));
        kent.post(path, and(day("onDay", TODAY), "was", "APPLIED", "to", "INTERVIEW"))
                .statusCode(422)
                .body(containsString("The right to remain is not recorded: ask for it (vetting rule 17)"));
        kent.post(path, and(day("onDay", TODAY), "was", "APPLIED", "to", "SERVICE"))
                .statusCode(422);
        kent.post(path, and(day("onDay", TODAY), "was", "APPLIED", "to", "ENQUIRY"))
                .statusCode(422)
                .body(containsString("goes back a stage"));
        kent.post(path, and(day("onDay", TODAY), "was", "APPLIED", "to", "ENQUIRY", "reason", "Not an application yet"))
                .statusCode(303);
        // sent twice, or somebody was faster
        kent.post(path, and(day("onDay", TODAY), "was", "APPLIED", "to", "ENQUIRY", "reason", "Not an application yet"))
                .statusCode(409)
                .body(containsString("Somebody was faster"));
        Rows.in(() -> {
            var changes = StageChange.of(again(person));
            assertEquals(2, changes.size());
            assertEquals("Not an application yet", changes.get(1).reason);
        });
    }

    @Test
    void recordsALeavingWithItsReason() {
        var person = People.deployable().saved();
        var path = "/volunteers/" + person.ref + "/leaving";
        var kent = As.coordinatorOf("kent");
        kent.get(path).body(containsString("Still held"));
        kent.post(path, day("lastDay", TODAY)).statusCode(422).body(containsString("Choose why the person leaves"));
        kent.post(path, and(day("lastDay", TODAY.plusDays(3)), "reason", "RESIGNED"))
                .statusCode(422)
                .body(containsString("in the future"));
        kent.post(path, and(day("lastDay", TODAY.minusDays(1)), "reason", "RESIGNED", "note", "Thanked"))
                .statusCode(303);
        Rows.in(() -> {
            assertEquals(Stage.LEFT, again(person).stage);
            var changes = StageChange.of(again(person));
            assertEquals(LeavingReason.RESIGNED, changes.get(changes.size() - 1).leavingReason);
            assertEquals(TODAY.minusDays(1), Appointment.of(again(person)).get(0).endedOn);
        });
        assertFalse(answer(person).isYes());
        kent.post(path, and(day("lastDay", TODAY), "reason", "RESIGNED"))
                .statusCode(422)
                .body(containsString("has left already"));
    }

    // --- holds

    @Test
    void holdsAreForWhoDecidesTheirCause() {
        var person = People.deployable().saved();
        var path = "/volunteers/" + person.ref + "/holds/new";
        As.stranger().get(path).statusCode(303);
        for (var role : List.of(Role.COORDINATOR, Role.SUPERVISOR, Role.WELFARE_OFFICER)) {
            As.role(role, "kent").get(path).statusCode(403);
        }
        As.role(Role.VETTING_MANAGER, "gwent").get(path).statusCode(404);
        var manager = As.role(Role.VETTING_MANAGER, "kent");
        var inspector = As.role(Role.INSPECTOR, "kent");
        manager.get(path)
                .statusCode(200)
                .body(containsString("value=\"CONDUCT\""))
                .body(containsString("value=\"ADMINISTRATION\""))
                .body(not(containsString("value=\"LEAVE\"")));
        inspector.get(path).body(containsString("value=\"LEAVE\"")).body(not(containsString("value=\"CONDUCT\"")));
        var form = day("startsOn", TODAY);
        form.putAll(day("reviewOn", TODAY.plusDays(14)));
        manager.post(path, and(form, "cause", "LEAVE")).statusCode(422);
        manager.post(path, and(form, "cause", "WELFARE")).statusCode(422);
        manager.post(path, and(form, "cause", "CONDUCT", "note", "A matter")).statusCode(303);
        manager.post(path, form).statusCode(422).body(containsString("A hold of this kind is there already"));
        assertFalse(answer(person).isYes());

        var hold = Rows.of(() -> Hold.of(again(person)).get(0));
        assertEquals(HoldCause.CONDUCT, hold.cause);
        var end = "/volunteers/" + person.ref + "/holds/" + hold.ref + "/end";
        // who may not know the cause finds nothing, as for a hold that is not there
        inspector.get(end).statusCode(404);
        inspector.post(end, day("endedOn", TODAY)).statusCode(404);
        manager.get("/volunteers/" + person.ref + "/holds/" + Reference.random() + "/end")
                .statusCode(404);
        inspector.get(path).body(not(containsString(hold.ref))).body(not(containsString("A matter")));
        manager.get(end).statusCode(200).body(containsString("A matter"));
        manager.post(end, day("endedOn", TODAY.minusDays(1))).statusCode(422);
        manager.post(end, day("endedOn", TODAY)).statusCode(303);
        manager.post(end, day("endedOn", TODAY)).statusCode(422).body(containsString("The hold ended on"));
        Rows.in(() -> assertNotNull(Hold.of(again(person)).get(0).endedBy));
        assertTrue(Rows.trail("kent", person.ref).containsAll(List.of("hold placed", "hold ended")));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgRecordFormsTest extends RecordFormsTest {}
