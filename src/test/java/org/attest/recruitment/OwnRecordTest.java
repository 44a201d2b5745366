package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.recruitment.meeting.MeetingKind;
import org.attest.recruitment.meeting.TestMeetings;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortPlan;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coordinators who volunteer themselves: a colleague has to change their record, on whichever way. */
@QuarkusTest
class OwnRecordTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    private final As colleague = As.coordinatorOf("kent");
    private final As myself = As.coordinatorOf("kent");

    private People me() {
        return People.special().withEmail(myself.email()).withAccount(myself.accountId());
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    @AfterEach
    void today() {
        TestClock.set(TestClock.TODAY);
    }

    private static String imported(As who, String text) {
        var batch = who.withToken()
                .multiPart("kind", "APPLICANTS")
                .multiPart("file", "people.csv", text.getBytes(StandardCharsets.UTF_8), "application/octet-stream")
                .post("/forces/kent/imports")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
        var mapping = Map.of(
                "delimiter",
                "COMMA",
                "FULL_NAME",
                0,
                "EMAIL",
                1,
                "PHONE",
                2,
                "appointmentType",
                "SPECIAL_CONSTABLE",
                "stage",
                "APPLIED");
        who.post(batch + "/mapping", mapping).statusCode(303);
        var page = who.get(batch + "?show=refused").statusCode(200).extract().asString();
        var seen = SEEN.matcher(page);
        if (seen.find()) who.post(batch + "/commit", Map.of("seen", seen.group(1)));
        return batch;
    }

    @Test
    void isNotBroughtInFromAFileNorUndone() {
        var me = me().inStage(Stage.APPLIED).saved();
        var file = "Name,Email,Phone\n" + me.fullName + "," + me.email + ",01622 555 0909\n";
        var mine = imported(myself, file);
        assertNull(Rows.of(() -> again(me).phone));
        myself.get(mine + "/refused.csv").statusCode(200).body(containsString("this is your own record"));

        var theirs = imported(colleague, file);
        assertEquals("01622 555 0909", Rows.of(() -> again(me).phone));
        var why = Map.of("because", "It was the sheet of last year");
        myself.post(theirs + "/undoing", why).statusCode(422).body(containsString("brought in your own record"));
        assertEquals("01622 555 0909", Rows.of(() -> again(me).phone));
        colleague.post(theirs + "/undoing", why).statusCode(303);
        assertNull(Rows.of(() -> again(me).phone));
    }

    @Test
    void getsNoResultOfAMeeting() {
        var slot = TestMeetings.open("kent", MeetingKind.INTERVIEW, 1, 2);
        TestClock.set(TestClock.TODAY.plusDays(2));
        var meLater = As.coordinatorOf("kent");
        var colleagueLater = As.coordinatorOf("kent");
        TestClock.set(TestClock.TODAY);
        var me = People.special()
                .inStage(Stage.INTERVIEW)
                .withAccount(meLater.accountId())
                .saved();
        var field = "result-" + TestMeetings.booked(me, slot).ref;
        TestClock.set(TestClock.TODAY.plusDays(2));
        var path = "/meetings/" + slot.ref + "/results";
        meLater.get(path)
                .statusCode(200)
                .body(containsString("This is your own record"))
                .body(not(containsString("name=\"" + field)));
        meLater.post(path, Map.of(field, "PASSED")).statusCode(422).body(containsString("This is your own record"));
        colleagueLater.post(path, Map.of(field, "PASSED")).statusCode(303);
    }

    @Test
    void isNotAmongWhatOneUndoes() {
        var me = me().eligible().inStage(Stage.INTERVIEW).saved();
        var act = MovingTogetherTest.done(colleague, MovingTogetherTest.shown("", me.ref + " INTERVIEW NEXT"))
                .replaceAll("\\?.*", "");
        myself.get(act).body(containsString("This is your own record")).body(not(containsString("Undo for all")));
        myself.post(act + "/undoing", Map.of()).statusCode(422);
        colleague.post(act + "/undoing", Map.of()).statusCode(303);
        assertEquals(Stage.INTERVIEW, Rows.of(() -> again(me).stage));
    }

    private static Cohort cohort() {
        var name = "Own " + Reference.random();
        return Rows.of(() -> Cohort.open(
                        Force.bySlug("kent").orElseThrow(),
                        new CohortPlan(name, TestClock.TODAY.plusDays(30), null, 1, 1, null, null, true),
                        People.SOMEBODY)
                .cohort());
    }

    @Test
    void isNotCarriedToTheNextCohort() {
        var full = cohort();
        var next = cohort();
        People.special().inCohort(full.name).saved();
        me().inStage(Stage.INTERVIEW).saved();
        myself.and(Role.APPLICANT, "kent");
        myself.post("/me/cohorts/" + full.ref + "/place", Map.of()).statusCode(303);
        var path = "/cohorts/" + full.ref + "/waiting-list/carrying";
        myself.post(path, Map.of("to", next.ref)).statusCode(422).body(containsString("This is your own record"));
        colleague.post(path, Map.of("to", next.ref)).statusCode(200);
    }

    @Test
    void withAnotherAddressLeavesTheOneACoordinatorSignsInWith() {
        var me = me().inStage(Stage.SERVICE).saved();
        myself.and(Role.VOLUNTEER, "kent");
        var address = Reference.random().toLowerCase() + "@new.example";
        myself.post("/me/detail-changes/EMAIL", Map.of("value", address)).statusCode(303);
        var path = "/detail-changes/" + Rows.of(() -> KeyChange.of(again(me)).get(0).ref);
        colleague.get(path).body(containsString("signs in as before: the administrator changes that address"));
        colleague.post(path + "/approval", Map.of("seen", myself.email())).statusCode(303);
        assertEquals(address, Rows.of(() -> again(me).email));
        assertEquals(myself.email(), Rows.of(() -> Account.<Account>findById(myself.accountId()).email));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgOwnRecordTest extends OwnRecordTest {}
