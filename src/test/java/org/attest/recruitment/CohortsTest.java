package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cohorts of a force: opened, changed, filled and seen. */
@QuarkusTest
class CohortsTest {

    private static Map<String, Object> plan(String name) {
        var form = new HashMap<String, Object>();
        form.put("name", name);
        form.put("startsOn-day", "5");
        form.put("startsOn-month", "September");
        form.put("startsOn-year", "2026");
        form.put("capacity", "12");
        form.put("targetDeployable", "8");
        return form;
    }

    private static String opened(String name) {
        var location = As.coordinatorOf("kent")
                .post("/forces/kent/cohorts/new", plan(name))
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void areForThoseWhoSeePeopleAndChangedByTheCoordinator() {
        var ref = opened("Gates " + Reference.random());
        for (var path : new String[] {"/forces/kent/cohorts", "/cohorts/" + ref}) {
            As.stranger().get(path).statusCode(303);
            As.role(Role.FORCE_LEAD, "kent").get(path).statusCode(403);
            As.role(Role.SUPERVISOR, "kent").get(path).statusCode(200);
            As.role(Role.SUPERVISOR, "gwent").get(path).statusCode(404);
        }
        for (var path : new String[] {"/forces/kent/cohorts/new", "/cohorts/" + ref + "/edit"}) {
            As.role(Role.SUPERVISOR, "kent").get(path).statusCode(403);
            As.role(Role.SUPERVISOR, "kent").post(path, plan("x")).statusCode(403);
            As.coordinatorOf("gwent").get(path).statusCode(404);
            As.coordinatorOf("gwent").post(path, plan("x")).statusCode(404);
            As.coordinatorOf("kent").get(path).statusCode(200);
        }
        As.coordinatorOf("kent").get("/cohorts/" + Reference.random()).statusCode(404);
    }

    @Test
    void countPeopleOfPlacesAndDeployableOfTarget() {
        var name = "Counted " + Reference.random();
        var ref = opened(name);
        var ready = People.deployable().inCohort(name).saved();
        var trainee = People.special().inStage(Stage.TRAINING).inCohort(name).saved();
        People.special().inStage(Stage.LEFT).inCohort(name).saved();
        var kent = As.coordinatorOf("kent");
        kent.get("/forces/kent/cohorts")
                .body(containsString("2 of 12<span class=\"govuk-visually-hidden\"> people in " + name))
                .body(containsString("1 of 8<span class=\"govuk-visually-hidden\"> deployable in " + name));
        kent.get("/cohorts/" + ref)
                .body(containsString("2 people</a> for 12 places"))
                .body(containsString("1 deployable today</a> of a target of 8"))
                .body(containsString(ready.ref))
                .body(containsString(trainee.ref));
        kent.get("/forces/kent/volunteers?cohort=" + ref + "&ready=yes")
                .body(containsString(ready.ref))
                .body(not(containsString(trainee.ref)));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Enter a name for the cohort",
        "startsOn-day, 40, is not a day of the calendar",
        "startsOn-year, '', Enter the year as four digits",
        "capacity, lots, Enter the number of places as a number",
        "capacity, 0, Enter a number of places between 1 and 500",
        "targetDeployable, 13, Enter a target between 0 and the number of places",
        "lead, 99, Choose somebody of the list"
    })
    void refuseWhatIsWrongBesideItsField(String field, String value, String message) {
        var form = plan("Wrong " + Reference.random());
        form.put(field, value);
        As.coordinatorOf("kent")
                .post("/forces/kent/cohorts/new", form)
                .statusCode(422)
                .body(org.hamcrest.Matchers.containsStringIgnoringCase(message));
    }

    @Test
    void areLedBySomebodyOfTheForce() {
        var tutor = As.role(Role.TUTOR, "kent");
        var foreign = As.role(Role.TUTOR, "gwent");
        var form = plan("Led " + Reference.random());
        form.put("lead", foreign.accountId());
        var kent = As.coordinatorOf("kent");
        kent.post("/forces/kent/cohorts/new", form)
                .statusCode(422)
                .body(containsString("Choose somebody of the list"))
                .body(not(containsString(foreign.name())));
        form.put("lead", tutor.accountId());
        var location = kent.post("/forces/kent/cohorts/new", form)
                .statusCode(303)
                .extract()
                .header("Location");
        kent.get(location.replaceAll("^https?://[^/]+", "")).body(containsString("led by " + tutor.name()));
    }

    @Test
    void haveNamesOfTheirOwnAndRoomForWhoIsInThem() {
        var name = "Own " + Reference.random();
        var ref = opened(name);
        var kent = As.coordinatorOf("kent");
        kent.post("/forces/kent/cohorts/new", plan(name.toUpperCase()))
                .statusCode(422)
                .body(containsString("The force has a cohort of this name already"));
        People.special().inCohort(name).saved();
        People.special().inCohort(name).saved();
        var form = plan(name);
        form.put("version", Rows.of(() -> Cohort.byRef(ref).orElseThrow().version));
        form.put("capacity", "1");
        form.put("targetDeployable", "1");
        kent.post("/cohorts/" + ref + "/edit", form)
                .statusCode(422)
                .body(containsString("2 people are in the cohort: it cannot have room for 1"));
        form.put("capacity", "30");
        kent.post("/cohorts/" + ref + "/edit", form).statusCode(303);
        // the form of before is stale now
        form.put("capacity", "40");
        kent.post("/cohorts/" + ref + "/edit", form)
                .statusCode(409)
                .body(containsString("Somebody saved this cohort while you were typing"))
                .body(containsString("30 places"))
                .body(containsString("value=\"40\""));
        Rows.in(() -> assertEquals(30, Cohort.byRef(ref).orElseThrow().capacity));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCohortsTest extends CohortsTest {}
