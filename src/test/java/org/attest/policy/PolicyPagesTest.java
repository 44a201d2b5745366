package org.attest.policy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** What is published can be read by everybody it concerns, and changed by nobody. */
@QuarkusTest
class PolicyPagesTest {

    @Inject
    PolicyPress press;

    private void gwentIsStricter() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (PublishedPolicy.count("issuer", "gwent") > 0) return;
            press.publish(
                    Force.bySlug("gwent").orElseThrow(),
                    TestPolicies.document(
                            LocalDate.of(2027, 1, 1),
                            List.of(Tier.T2),
                            new Requirement.MinimumAge(
                                    TestPolicies.asked(Tier.T1, "age").terms(), 19)),
                    Actor.program("test"));
        });
    }

    @Test
    void areForWhoeverIsSignedIn() {
        As.stranger().get("/policy").statusCode(303);
        As.nobody().get("/policy").statusCode(403);
        As.role(Role.VOLUNTEER, "kent").get("/policy").statusCode(200);
        As.national(Role.AUDITOR).get("/policy").statusCode(200);
    }

    @Test
    void sayWhatAppliesInWords() {
        As.coordinatorOf("kent")
                .get("/policy")
                .statusCode(200)
                .body(containsString("National policy 3 applies today"))
                .body(containsString("In force"))
                .body(containsString("1 January 2026"))
                .body(containsString("welfare check-ins"));
        As.coordinatorOf("kent")
                .get("/policy/national/3")
                .statusCode(200)
                .body(containsString("DSC-101, DSC-102, DSC-103, DSC-104"))
                .body(containsString("DSC-206 where the force has switched it on"))
                .body(containsString("Recruitment vetting at most 6 months old at the appointment"))
                .body(containsString("Asked of those whose clearance was given on the condition"))
                .body(containsString("Aged 18 or over"))
                .body(containsString("Aged 21 or over"))
                .body(containsString("Training rule 14"))
                .body(containsString("Vetting rule 16"))
                .body(containsString("Asked of special constables only"))
                .body(containsString("Off in every force"))
                .body(not(containsString("Stricter here")));
    }

    @Test
    void showWhereAForceIsStricter() {
        gwentIsStricter();
        As.coordinatorOf("gwent").get("/policy").body(containsString("Gwent policy 1"), containsString("To come"));
        As.coordinatorOf("gwent")
                .get("/policy/gwent/1")
                .statusCode(200)
                .body(containsString("Aged 19 or over"))
                .body(containsString("Stricter here"));
        As.national(Role.POLICY_MAKER).get("/policy/gwent/1").statusCode(200);
    }

    @Test
    void findNothingOfAnotherForceNorOfAVersionThatIsNot() {
        gwentIsStricter();
        var kent = As.coordinatorOf("kent");
        kent.get("/policy").body(not(containsString("Gwent")));
        kent.get("/policy/gwent/1").statusCode(404);
        kent.get("/policy/national/99").statusCode(404);
        kent.get("/policy/nowhere/1").statusCode(404);
        kent.get("/policy/national/x").statusCode(404);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgPolicyPagesTest extends PolicyPagesTest {}
