package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.attest.As;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** The figures of a force's vetting: shown with their source, set one by one, kept with their history. */
@QuarkusTest
class VettingSettingPagesTest {

    private static final String PAGE = "/forces/gwent/vetting-settings";

    @Test
    void sayWhereEachDefaultComesFromAndWhatToConfirm() {
        As.role(Role.VETTING_OFFICER, "gwent").get(PAGE).statusCode(403);
        As.role(Role.VETTING_MANAGER, "kent").get(PAGE).statusCode(404);
        As.role(Role.VETTING_MANAGER, "gwent")
                .get(PAGE)
                .statusCode(200)
                .body(containsString("Commons Library, police vetting, 2023"))
                .body(containsString("Confirm with your force"))
                .body(containsString("20 calendar days"))
                .body(containsString("grants at this level wait until it is set"));
    }

    @Test
    void areSetOneByOneAndKeepWhatWasSetBefore() {
        var manager = As.role(Role.VETTING_MANAGER, "gwent");
        manager.get(PAGE + "/nothing").statusCode(404);
        manager.get(PAGE + "/validity-management").statusCode(200).body(containsString("No source seen"));
        manager.post(PAGE + "/service", Map.of("amount", ""))
                .statusCode(422)
                .body(containsString("Enter a number between 1 and 730"));
        manager.post(PAGE + "/validity-management", Map.of("amount", "seven"))
                .statusCode(422)
                .body(containsString("Enter a number between 1 and 30"))
                .body(containsString("value=\"seven\""));
        manager.post(PAGE + "/validity-management", Map.of("amount", "7"))
                .statusCode(422)
                .body(containsString("This is what is set already"));
        manager.post(PAGE + "/appeal-recruitment", Map.of("amount", "21"))
                .statusCode(422)
                .body(containsString("Choose in what it is counted"));
        manager.post(PAGE + "/appeal-recruitment", Map.of("amount", "21", "unit", "CALENDAR_DAYS"))
                .statusCode(303);
        manager.post(PAGE + "/validity-recruitment", Map.of("amount", "11"))
                .statusCode(422)
                .body(containsString(
                        "The published figure is 10 years: a force may only be stricter (vetting rule 4)"));
        for (var looser : List.of("2", "")) {
            manager.post(PAGE + "/residency-recruitment", Map.of("amount", looser))
                    .statusCode(422)
                    .body(containsString("The published figure is 3 years"))
                    .body(containsString("vetting rule 12"));
        }
        manager.post(PAGE + "/appointment", Map.of("amount", "")).statusCode(303);
        manager.post(PAGE + "/validity-management", Map.of("amount", "5")).statusCode(303);
        manager.get(PAGE + "/validity-management").body(containsString("Set so far"));
        Rows.in(() -> {
            var settings = VettingSettings.of(Force.bySlug("gwent").orElseThrow());
            assertEquals(5, settings.neededValidityYears(ClearanceLevel.MANAGEMENT));
            assertEquals(
                    "21 calendar days",
                    settings.appealWindow(ClearanceLevel.RECRUITMENT).words());
            assertTrue(settings.appointmentWithinMonths().isEmpty(), "switched off");
            assertEquals(
                    3L,
                    Panache.getEntityManager()
                            .createQuery(
                                    "select count(e) from TrailEntry e where e.chain = 'gwent'"
                                            + " and e.action = 'vetting setting set'",
                                    Long.class)
                            .getSingleResult());
        });
    }
}
