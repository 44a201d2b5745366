package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** The list of occupations is guidance: a force sets its own treatment over it and beside it (vetting section 6). */
@QuarkusTest
class OccupationsOfAForceTest {

    private static void set(As coordinator, String slug, String occupation, String treatment) {
        coordinator
                .post(
                        "/forces/" + slug + "/occupations",
                        Map.of(
                                "occupation",
                                occupation,
                                "treatment",
                                treatment,
                                "reason",
                                "The chief officer, order 7"))
                .statusCode(303);
    }

    private static Eligibility found(Volunteer person) {
        return Rows.of(() ->
                Eligibility.newest(Volunteer.byRef(person.ref).orElseThrow()).orElse(null));
    }

    private static Map<String, Object> finding(String occupation, String finding) {
        var form = new HashMap<>(Evening.typed("eligibility"));
        form.put("occupation", occupation);
        form.put("occupationFinding", finding);
        return form;
    }

    private static Map<String, Object> preCheck(String occupation) {
        var form = new HashMap<>(Evening.typed("eligibility"));
        form.putAll(Map.of("birthDate-day", "5", "birthDate-month", "5", "birthDate-year", "1990", "hours", "yes"));
        form.put("occupation", occupation);
        return form;
    }

    @Test
    void areSetByTheForcesCoordinatorWithAReasonAndEveryChangeStays() {
        var path = "/forces/norfolk/occupations";
        var coordinator = As.coordinatorOf("norfolk");
        As.role(Role.SUPERVISOR, "norfolk").get(path).statusCode(403);
        As.coordinatorOf("kent").get(path).statusCode(404);
        ValidHtml.assertValid(coordinator
                .get(path)
                .statusCode(200)
                .body(containsString("V1: policespecials 2011"))
                .body(containsString("Confirm with your force"))
                .extract()
                .asString());
        coordinator
                .post(path, Map.of())
                .statusCode(422)
                .body(containsString("Enter the occupation"))
                .body(containsString("Choose how your force treats it"))
                .body(containsString("Enter why"));
        coordinator
                .post(path, Map.of("occupation", "Nurse", "treatment", "PERMISSION_GIVEN", "reason", "x"))
                .statusCode(422)
                .body(containsString("Permission is given to a person, not to an occupation"));
        coordinator
                .post(path, Map.of("occupation", "Diver", "treatment", "national", "reason", "x"))
                .statusCode(422)
                .body(containsString("It is treated like that already"));
        set(coordinator, "norfolk", "Lighthouse keeper", "BARRED");
        set(coordinator, "norfolk", "NURSE", "NO_CONFLICT");
        set(coordinator, "norfolk", "Nurse", "national");
        coordinator
                .get(path)
                .body(containsString("Lighthouse keeper"))
                .body(containsString("Not on it"))
                .body(containsString("NURSE: No conflict"))
                .body(containsString("Nurse: as the national list says"))
                .body(containsString("The chief officer, order 7"));
        assertEquals(3L, Rows.<Long>of(() -> Volunteer.getEntityManager()
                .createQuery(
                        "select count(e) from TrailEntry e where e.chain = 'norfolk' and e.action = 'occupation rule set'",
                        Long.class)
                .getSingleResult()));
    }

    @Test
    void decideThePreCheckOfThatForceAlone() {
        var coordinator = As.coordinatorOf("suffolk");
        set(coordinator, "suffolk", "Librarian", "BARRED");
        set(coordinator, "suffolk", "Magistrate", "NO_CONFLICT");
        var barred = "This work is on the list of those normally barred";
        As.stranger()
                .post("/apply/suffolk/eligibility", preCheck("librarian"))
                .statusCode(200)
                .body(containsString(barred));
        As.stranger()
                .post("/apply/kent/eligibility", preCheck("librarian"))
                .statusCode(200)
                .body(not(containsString(barred)));
        As.stranger()
                .post("/apply/suffolk/eligibility", preCheck("Magistrate"))
                .statusCode(200)
                .body(not(containsString(barred)));
        As.stranger()
                .post("/apply/kent/eligibility", preCheck("Magistrate"))
                .statusCode(200)
                .body(containsString(barred));
    }

    @Test
    void areFoundSoWhenAnApplicationIsSentAndARequestAnswered() {
        set(As.coordinatorOf("cumbria"), "cumbria", "Librarian", "PERMISSION_NEEDED");
        set(As.coordinatorOf("cumbria"), "cumbria", "Nurse", "NO_CONFLICT");
        assertEquals(
                OccupationFinding.PERMISSION_NEEDED,
                found(Evening.sent("cumbria").person()).occupationFinding);
        assertNull(found(Evening.sent("durham").person()).occupationFinding, "anywhere else the coordinator decides");

        var own = As.role(Role.APPLICANT, "cumbria");
        var asked = People.special()
                .in("cumbria")
                .inStage(Stage.APPLIED)
                .withAccount(own.accountId())
                .saved();
        own.post("/me/requests/" + TestRequests.open(asked).ref, Map.of("occupation", "Nurse"))
                .statusCode(303);
        assertEquals(OccupationFinding.NO_CONFLICT, found(asked).occupationFinding);
    }

    @Test
    void changeNothingThatWasFoundBefore() {
        var coordinator = As.coordinatorOf("dorset");
        var before = People.special().in("dorset").inStage(Stage.APPLIED).saved();
        var path = "/volunteers/" + before.ref + "/eligibility";
        coordinator.post(path, finding("Translator", "NO_CONFLICT")).statusCode(303);
        set(coordinator, "dorset", "Translator", "BARRED");
        assertEquals(OccupationFinding.NO_CONFLICT, found(before).occupationFinding);
        // another answer about the same person does not have to take it back
        var form = finding("Translator", "NO_CONFLICT");
        form.put("residentSince-year", "1991");
        coordinator.post(path, form).statusCode(303);

        var after = People.special().in("dorset").inStage(Stage.APPLIED).saved();
        for (var job : List.of("Translator", "translator"))
            coordinator
                    .post("/volunteers/" + after.ref + "/eligibility", finding(job, "NO_CONFLICT"))
                    .statusCode(422)
                    .body(containsString("on the list of those normally barred"));
        coordinator
                .post("/volunteers/" + after.ref + "/eligibility", finding("Translator", "PERMISSION_GIVEN"))
                .statusCode(303);
    }
}
