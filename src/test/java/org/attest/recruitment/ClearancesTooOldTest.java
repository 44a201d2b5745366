package org.attest.recruitment;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.security.Role;
import org.attest.vetting.ClearanceLevel;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.junit.jupiter.api.Test;

/** Whose clearance will be too old on the day of the appointment is seen while there is time to vet anew (vetting rule 2). */
@QuarkusTest
class ClearancesTooOldTest {

    private static final String LIST = "/forces/northumbria/volunteers?stage=pipeline&only=clearance-too-old";
    private static final LocalDate APPOINTED = TestClock.TODAY.plusMonths(5);

    private static People grantedOn(String name, LocalDate day) {
        return People.special()
                .in("northumbria")
                .named(name)
                .inStage(Stage.TRAINING)
                .withClearance(
                        ClearanceLevel.RECRUITMENT, day, day.plusYears(10).minusDays(1));
    }

    @Test
    void areAWarningOnTheBoardAndTheRecordAndAListOfTheirOwn() {
        var tooOld = grantedOn("Tamsin Tooold", APPOINTED.minusMonths(6).minusDays(1))
                .inCohort("Appointed soon")
                .saved();
        grantedOn("Rees Recent", APPOINTED.minusMonths(6))
                .inCohort("Appointed soon")
                .saved();
        grantedOn("Lone Cohortless", APPOINTED.minusYears(2)).saved();
        People.support()
                .in("northumbria")
                .named("Sam Support")
                .inStage(Stage.TRAINING)
                .inCohort("Appointed soon")
                .withClearanceUntil(APPOINTED.plusYears(1))
                .saved();
        Rows.in(() -> Cohort.of(Force.bySlug("northumbria").orElseThrow()).get(0).endsOn = APPOINTED);
        var coordinator = As.coordinatorOf("northumbria");
        coordinator
                .get(LIST)
                .statusCode(200)
                .body(containsString("Tamsin Tooold"))
                .body(not(containsString("Rees Recent")))
                .body(not(containsString("Lone Cohortless")))
                .body(not(containsString("Sam Support")))
                .body(containsString("whose recruitment vetting would be too old on the day"));
        coordinator
                .get("/forces/northumbria/board")
                .body(allOf(containsString("Vet 1 person anew in time"), containsString("only=clearance-too-old")));
        coordinator
                .get("/volunteers/" + tooOld.ref + "/profile")
                .body(containsString("would be older than 6 months on"))
                .body(containsString("(vetting rule 2)"));
        coordinator
                .get("/volunteers/" + tooOld.ref + "/vetting")
                .body(containsString("would be older than 6 months on"));
        As.role(Role.VETTING_MANAGER, "northumbria")
                .post("/forces/northumbria/vetting-settings/appointment", Map.of("amount", ""))
                .statusCode(303);
        coordinator.get("/forces/northumbria/board").body(not(containsString("anew in time")));
        coordinator.get(LIST).body(not(containsString("Tamsin Tooold")));
        coordinator.get("/volunteers/" + tooOld.ref + "/profile").body(not(containsString("would be older than")));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgClearancesTooOldTest extends ClearancesTooOldTest {}
