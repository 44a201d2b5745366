package org.attest.recruitment;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** Every page of this package is valid HTML, as it is first seen and with refusals on it. */
@QuarkusTest
class ValidPagesTest {

    private static void valid(As who, String path) {
        ValidHtml.assertValid(who.get(path).extract().asString());
    }

    @Test
    void asFirstSeenAndWithRefusals() {
        var name = "Valid \"&<> " + Reference.random();
        var person = People.deployable().named(name).inCohort(name).saved();
        var applicant = People.special()
                .named(name)
                .eligible()
                .holding(EquipmentKind.FORCE_LAPTOP, TestClock.TODAY.minusDays(20), TestClock.TODAY.minusDays(2))
                .onHold(HoldCause.CONDUCT, TestClock.TODAY, TestClock.TODAY.plusDays(9))
                .saved();
        var gone = People.special().inStage(Stage.LEFT).saved();
        var cohort = Rows.of(() -> Cohort.named(person.force, name).orElseThrow().ref);
        var kent = As.coordinatorOf("kent");
        for (var path : List.of(
                "/forces/kent/volunteers",
                "/forces/kent/volunteers?q=%22%3C%26&ready=no&stage=vetting",
                "/forces/kent/volunteers?stage=limbo",
                "/forces/kent/volunteers/new",
                "/forces/kent/cohorts",
                "/forces/kent/cohorts/new",
                "/forces/kent/joining-age",
                "/cohorts/" + cohort,
                "/cohorts/" + cohort + "/edit")) {
            valid(kent, path);
        }
        for (var ref : List.of(person.ref, applicant.ref, gone.ref)) {
            for (var part : List.of(
                    "details",
                    "eligibility",
                    ref.equals(gone.ref) ? "reopening" : "stage",
                    "pause",
                    "refusal",
                    "waivers/new",
                    "leaving",
                    "appointments/new",
                    "appointments/end",
                    "attestations/new",
                    "equipment")) {
                valid(kent, "/volunteers/" + ref + "/" + part);
                ValidHtml.assertValid(kent.post("/volunteers/" + ref + "/" + part, Map.of())
                        .extract()
                        .asString());
            }
        }
        valid(As.role(Role.VETTING_MANAGER, "kent"), "/volunteers/" + applicant.ref + "/holds/new");
        valid(As.role(Role.SUPERVISOR, "kent"), "/forces/kent/volunteers?stage=service");
        var acts = "/forces/kent/bulk-acts";
        var ticked = List.of(person.ref, applicant.ref);
        for (var deed : List.of("NEXT", "PAUSE", "GO_ON", "LEAVE", "REFUSE")) {
            ValidHtml.assertValid(kent.post(acts, Map.of("deed", deed, "person", ticked))
                    .extract()
                    .asString());
        }
        ValidHtml.assertValid(kent.post(acts, Map.of()).extract().asString());
        ValidHtml.assertValid(kent.post(acts + "/done", Map.of()).extract().asString());
        valid(
                kent,
                kent.post(acts + "/done", Map.of("person", applicant.ref + " APPLIED NEXT"))
                        .extract()
                        .header("Location")
                        .replaceAll("^https?://[^/]+", ""));
        ValidHtml.assertValid(kent.post("/forces/kent/volunteers/new", Map.of("fullName", name))
                .extract()
                .asString());
        ValidHtml.assertValid(
                kent.post("/forces/kent/cohorts/new", Map.of()).extract().asString());
    }
}
