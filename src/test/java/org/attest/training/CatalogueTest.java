package org.attest.training;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.attest.As;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** The catalogue of training: by stage, with what each module needs and what needs it. */
@QuarkusTest
class CatalogueTest {

    @Test
    void namesEveryModuleWithWhatItNeeds() {
        As.role(Role.VETTING_OFFICER, "kent").get("/training").statusCode(403);
        As.coordinatorOf("kent")
                .get("/training")
                .statusCode(200)
                .body(containsString("22 modules of training"))
                .body(containsString("165 hours"))
                .body(containsString("Online undercover licence"));
    }

    @Test
    void tellsOfEachModuleItsOutcomesAndItsDates() {
        var learner = As.role(Role.APPLICANT, "kent");
        learner.get("/training/DSC-999").statusCode(404);
        learner.get("/training/dsc-304")
                .statusCode(200)
                .body(containsString("Controlled first exposure"))
                .body(containsString("Passed on 16 June 2026, it is valid until 16 June 2027, that day included"))
                .body(containsString("href=\"/training/DSC-205\""))
                .body(containsString("href=\"/training/DSC-305\""))
                .body(containsString("T3, T4"));
        learner.get("/training/DSC-101").statusCode(200).body(containsString("Role, ethics and conduct"));
        As.role(Role.TUTOR, "kent").get("/training/DSC-101").statusCode(200);
    }
}
