package org.attest.recruitment.application;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.junit.jupiter.api.Test;

/** Digital skills with level and evidence, verified by somebody else (features row 8). */
@QuarkusTest
class DigitalSkillsTest {

    private static String of(Volunteer person) {
        return "/volunteers/" + person.ref + "/skills";
    }

    private static DigitalSkill first(Volunteer person) {
        return Rows.of(() -> DigitalSkill.of(person).get(0));
    }

    private static Evening withSkill() {
        var evening = Evening.begun();
        evening.browser().post("/me/skills", Evening.skill()).statusCode(303);
        return evening;
    }

    @Test
    void areClaimedWithALevelInDefinedWords() {
        var evening = withSkill();
        ValidHtml.assertValid(evening.browser()
                .get("/me/skills")
                .statusCode(200)
                .body(containsString("1 skill"))
                .body(containsString("Claimed as advanced: solves what is new, helps others"))
                .body(containsString("Not verified yet"))
                .extract()
                .asString());
        ValidHtml.assertValid(evening.browser()
                .post("/me/skills", Map.of("detail", "Kept as typed"))
                .statusCode(422)
                .body(containsString("Choose a field"))
                .body(containsString("Choose how well"))
                .body(containsString("Kept as typed"))
                .extract()
                .asString());
    }

    @Test
    void areVerifiedByCoordinatorOrAssessorOnly() {
        var person = withSkill().person();
        var path = of(person) + "/verification";
        var form = new HashMap<String, Object>();
        form.put("skill", first(person).ref);
        form.put("level", "WORKING");
        form.put("how", "A task in the interview");
        As.role(Role.TUTOR, "kent").get(of(person)).statusCode(200).body(containsString("Python"));
        As.role(Role.TUTOR, "kent").post(path, form).statusCode(403);
        As.role(Role.ASSESSOR, "gwent").post(path, form).statusCode(404);
        var assessor = As.role(Role.ASSESSOR, "kent");
        ValidHtml.assertValid(assessor.get(path + "?skill=" + first(person).ref)
                .statusCode(200)
                .body(containsString("Ten years at a library"))
                .extract()
                .asString());
        ValidHtml.assertValid(assessor.post(path, Map.of("skill", first(person).ref))
                .statusCode(422)
                .body(containsString("Choose the level you found"))
                .extract()
                .asString());
        assessor.post(path, form).statusCode(303);
        ValidHtml.assertValid(assessor.get(of(person))
                .body(containsString("Verified as working (does usual tasks alone) by " + assessor.name()))
                .extract()
                .asString());
        assertTrue(Rows.trail("kent", person.ref).contains("skill verified"));
    }

    /** What was verified stays what it was: a change is another row, which nobody has verified. */
    @Test
    void areVerifiedAnewAfterAChange() {
        var evening = withSkill();
        var before = first(evening.person());
        As.role(Role.ASSESSOR, "kent")
                .post(
                        of(evening.person()) + "/verification",
                        Map.of("skill", before.ref, "level", "ADVANCED", "how", "Certificate"))
                .statusCode(303);
        var form = new HashMap<>(Evening.skill());
        form.put("level", "EXPERT");
        ValidHtml.assertValid(evening.browser()
                .get("/me/skills/" + before.ref)
                .statusCode(200)
                .extract()
                .asString());
        evening.browser().post("/me/skills/" + before.ref, form).statusCode(303);
        evening.browser().get("/me/skills").body(containsString("Not verified yet"));
        Rows.in(() -> {
            DigitalSkill old = DigitalSkill.find("ref", before.ref).firstResult();
            assertEquals(SkillLevel.ADVANCED, old.verifiedLevel);
            assertTrue(old.endedAt != null);
        });
    }

    @Test
    void areTakenOffOnlyByTheirOwner() {
        var evening = withSkill();
        var skill = first(evening.person());
        Evening.begun()
                .browser()
                .post("/me/skills/" + skill.ref + "/end", Map.of())
                .statusCode(404);
        evening.browser().post("/me/skills/" + skill.ref + "/end", Map.of()).statusCode(303);
        evening.browser().get("/me/skills").body(not(containsString("Ten years at a library")));
    }

    @Test
    void findTheOthersWhoHaveThem() {
        var person = withSkill().person();
        var priya = As.coordinatorOf("kent");
        priya.get("/forces/kent/volunteers?only=skill-programming&order=newest")
                .statusCode(200)
                .body(containsString(person.ref));
        priya.get("/forces/kent/volunteers?only=skill-cryptocurrency&order=newest")
                .statusCode(200)
                .body(not(containsString(person.ref)));
        priya.get("/forces/kent/volunteers?only=skill-juggling").statusCode(404);
    }
}
