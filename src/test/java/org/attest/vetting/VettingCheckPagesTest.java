package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.force.Force;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;

/** Which checks a force asks for at each level. */
@QuarkusTest
class VettingCheckPagesTest {

    private static final String PAGE = "/forces/cheshire/vetting-checks";

    private static Map<String, Object> asItIs(String stamp) {
        return Rows.of(() -> {
            var settings = CheckSettings.of(Force.bySlug("cheshire").orElseThrow());
            var form = new HashMap<String, Object>();
            form.put("stamp", stamp);
            for (var kind : CheckKind.all()) {
                form.put("asked-" + kind.code(), settings.asked(kind, ClearanceLevel.MANAGEMENT));
            }
            return form;
        });
    }

    @Test
    void areSetForALevelBesideHowTheProposalIsKnown() {
        As.role(Role.VETTING_OFFICER, "cheshire").get(PAGE).statusCode(403);
        As.role(Role.VETTING_MANAGER, "kent").get(PAGE).statusCode(404);
        var manager = As.role(Role.VETTING_MANAGER, "cheshire");
        manager.get(PAGE).statusCode(200).body(containsString("Seen in a source"));
        manager.get(PAGE + "/developed-vetting").statusCode(404);
        manager.get(PAGE + "/management")
                .statusCode(200)
                .body(containsString("Proposed: confirm with your force"))
                .body(containsString("vetting rule 23"));
        var form = asItIs("0");
        form.put("asked-C7", "");
        manager.post(PAGE + "/management", form).statusCode(422).body(containsString("Choose whether C7"));
        form.put("asked-C7", "NOT_ASKED");
        form.put("asked-C1", "NOT_ASKED");
        manager.post(PAGE + "/management", form).statusCode(303);
        manager.post(PAGE + "/management", form).statusCode(409).body(containsString("Somebody was faster"));
        manager.get(PAGE).body(containsString("Set by your force"));
        Rows.in(() -> {
            var settings = CheckSettings.of(Force.bySlug("cheshire").orElseThrow());
            assertEquals(CheckSetting.Asked.NOT_ASKED, settings.asked(CheckKind.of("C7"), ClearanceLevel.MANAGEMENT));
            assertEquals(
                    CheckSetting.Asked.MANDATORY,
                    settings.asked(CheckKind.of("C1"), ClearanceLevel.MANAGEMENT),
                    "vetting rule 23");
            assertEquals(CheckSetting.Asked.MANDATORY, settings.asked(CheckKind.of("C7"), ClearanceLevel.RECRUITMENT));
        });
    }
}
