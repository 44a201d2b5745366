package org.attest.vetting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts with wide access: the force's list, who holds one, who was stopped, and who holds one without the clearance. */
@QuarkusTest
class DesignatedPostsTest {

    private static final String LIST = "/forces/cumbria/designated-posts";

    private final As manager = As.role(Role.VETTING_MANAGER, "cumbria");
    private final As coordinator = As.coordinatorOf("cumbria");

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    private static Map<String, String> form(String field, String value, String dayField, LocalDate day) {
        var form = new HashMap<String, String>();
        form.put(field, value);
        form.put(dayField + "-day", String.valueOf(day.getDayOfMonth()));
        form.put(dayField + "-month", String.valueOf(day.getMonthValue()));
        form.put(dayField + "-year", String.valueOf(day.getYear()));
        return form;
    }

    /** Reference of a post on the list since the beginning of the year. */
    private String post(String name) {
        manager.post(LIST + "/new", form("name", name, "fromDay", LocalDate.of(2026, 1, 1)))
                .statusCode(303);
        return Rows.of(() -> DesignatedPost.of(Force.bySlug("cumbria").orElseThrow()).stream()
                .filter(p -> p.name.equals(name))
                .findFirst()
                .orElseThrow()
                .ref);
    }

    private static Volunteer special(String name) {
        return People.special().in("cumbria").named(name).inStage(Stage.SERVICE).saved();
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    /** Worked example E7, vetting rule 8. */
    @Test
    void aPostingWithoutManagementVettingIsPreventedAndReportedAsSuch() {
        var post = post("Online CSA investigator");
        var person = special("Ottilie Farrow");
        var path = "/volunteers/" + person.ref + "/designated-post";
        As.role(Role.SUPERVISOR, "cumbria").get(path).statusCode(403);
        As.coordinatorOf("kent").get(path).statusCode(404);
        coordinator.get(path).statusCode(200).body(containsString("management vetting (MV)"));
        coordinator.post(path, Map.of()).statusCode(422).body(containsString("Choose a post of the list"));
        var from = LocalDate.of(2027, 2, 1);
        coordinator
                .post(path, form("post", post, "fromDay", from))
                .statusCode(422)
                .body(containsString("vetting rule 8"))
                .body(containsString("none on 1 February 2027"));
        Rows.in(() -> assertTrue(PostHolding.of(again(person)).isEmpty(), "nobody holds anything"));
        assertTrue(Rows.trail("cumbria", person.ref).contains("posting prevented"));
        coordinator
                .get(LIST + "/without-clearance")
                .statusCode(200)
                .body(containsString("Ottilie Farrow"))
                .body(containsString("Prevented</strong>"))
                .body(containsString("No live management vetting (MV) on that day"));
        TestClock.set(LocalDate.of(2027, 2, 2));
        assertEquals(0, breaches("Ottilie Farrow"), "no breach on the day either");
        TestClock.reset();

        var cleared = People.special()
                .in("cumbria")
                .named("Piers Lathom")
                .inStage(Stage.SERVICE)
                .withClearance(ClearanceLevel.RECRUITMENT, LocalDate.of(2026, 2, 1), LocalDate.of(2036, 1, 31))
                .withClearance(ClearanceLevel.MANAGEMENT, LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28))
                .saved();
        coordinator
                .post("/volunteers/" + cleared.ref + "/designated-post", form("post", post, "fromDay", from))
                .statusCode(303);
        assertTrue(Rows.trail("cumbria", cleared.ref).contains("put into post"));
        // it lapses while they hold the post
        TestClock.set(LocalDate.of(2027, 2, 28));
        assertEquals(0, breaches("Piers Lathom"));
        TestClock.set(LocalDate.of(2027, 3, 1));
        assertEquals(1, breaches("Piers Lathom"));
    }

    private long breaches(String name) {
        // a session does not last for months
        var page = As.role(Role.VETTING_MANAGER, "cumbria")
                .get(LIST + "/without-clearance")
                .statusCode(200)
                .extract()
                .asString();
        var breaches = page.substring(page.indexOf("id=\"breaches\""), page.indexOf("id=\"prevented\""));
        return breaches.contains(name) ? 1 : 0;
    }

    /** Vetting rule 8, the other half. */
    @Test
    void everybodyElseNeedsNppv3() {
        var post = post("Analyst " + Reference.random());
        var holder = People.support()
                .in("cumbria")
                .inStage(Stage.SERVICE)
                .withClearance(ClearanceLevel.NPPV_3, LocalDate.of(2026, 2, 1), LocalDate.of(2031, 1, 31))
                .saved();
        coordinator
                .post("/volunteers/" + holder.ref + "/designated-post", form("post", post, "fromDay", TestClock.TODAY))
                .statusCode(303);
        coordinator
                .post("/volunteers/" + holder.ref + "/designated-post", form("post", post, "fromDay", TestClock.TODAY))
                .statusCode(422)
                .body(containsString("holds this post already"));
        var less = People.support()
                .in("cumbria")
                .inStage(Stage.SERVICE)
                .withClearance(ClearanceLevel.NPPV_2_FULL, LocalDate.of(2026, 2, 1), LocalDate.of(2029, 1, 31))
                .saved();
        coordinator
                .post("/volunteers/" + less.ref + "/designated-post", form("post", post, "fromDay", TestClock.TODAY))
                .statusCode(422)
                .body(containsString("NPPV 3"));
        // the post cannot go while it is held
        manager.post(LIST + "/" + post + "/ending", form("x", "x", "lastDay", TestClock.TODAY))
                .statusCode(422)
                .body(containsString("Somebody holds the post"));
        var holding = Rows.of(() -> PostHolding.of(again(holder)).get(0).ref);
        coordinator
                .post(
                        "/volunteers/" + holder.ref + "/designated-post/ending",
                        form("holding", holding, "lastDay", TestClock.TODAY))
                .statusCode(303);
        manager.post(LIST + "/" + post + "/ending", form("x", "x", "lastDay", TestClock.TODAY))
                .statusCode(303);
    }

    @Test
    void theListIsTheVettingManagersToKeep() {
        As.role(Role.VETTING_OFFICER, "cumbria").get(LIST).statusCode(403);
        As.coordinatorOf("kent").get(LIST).statusCode(404);
        coordinator.get(LIST).statusCode(200).body(not(containsString("Add a post")));
        coordinator.get(LIST + "/new").statusCode(403);
        manager.get(LIST).statusCode(200).body(containsString("Add a post"));
        var name = "Post " + Reference.random();
        post(name);
        manager.post(LIST + "/new", form("name", name, "fromDay", TestClock.TODAY))
                .statusCode(422)
                .body(containsString("on the list already"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgDesignatedPostsTest extends DesignatedPostsTest {}
