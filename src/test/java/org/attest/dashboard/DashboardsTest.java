package org.attest.dashboard;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.web.ValidHtml;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A force and the nation in numbers: who may see them, that they are right, and that they name nobody. */
@QuarkusTest
class DashboardsTest {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Inject
    SessionFactory sessions;

    @Test
    void sendAStrangerToSignIn() {
        for (var path : List.of("/forces/kent", "/national", "/national.csv")) {
            As.stranger().get(path).statusCode(303).header("Location", containsString("/sign-in"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COORDINATOR", "VETTING_MANAGER", "SUPERVISOR", "INSPECTOR", "FORCE_LEAD"})
    void ofAForceAreOnlyForRolesThatSeeThem(Role role) {
        var other = role.isNational() ? As.national(role) : As.role(role, "kent");
        other.get("/forces/kent").statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "NATIONAL_LEAD")
    void ofTheNationAreOnlyForTheNationalLead(Role role) {
        var other = role.isNational() ? As.national(role) : As.role(role, "kent");
        other.get("/national").statusCode(403);
        other.get("/national.csv").statusCode(403);
    }

    @Test
    void ofAnotherForceAreNotFoundLikeAForceThatDoesNotExist() {
        var gwent = As.coordinatorOf("gwent");
        assertEquals(
                As.withoutToken(
                        gwent.get("/forces/atlantis").statusCode(404).extract().asString()),
                As.withoutToken(
                        gwent.get("/forces/kent").statusCode(404).extract().asString()));
    }

    /** Each number that opens a list is the number of people in that list. */
    @Test
    void countWhatTheirListsHold() {
        var slug = "northamptonshire";
        for (int i = 0; i < 3; i++) People.deployable().in(slug).saved();
        People.special().in(slug).inStage(Stage.SERVICE).eligible().saved();
        People.special().in(slug).inStage(Stage.SERVICE).saved();
        People.deployable()
                .in(slug)
                .onHold(HoldCause.WELFARE, TODAY.minusDays(3), TODAY.plusDays(20))
                .saved();
        People.deployable()
                .in(slug)
                .appointed(TODAY.minusDays(60), TODAY.plusDays(45))
                .saved();
        People.special().in(slug).inStage(Stage.VETTING, TODAY.minusDays(61)).saved();
        People.special().in(slug).inStage(Stage.VETTING, TODAY.minusDays(60)).saved();
        People.special().in(slug).inStage(Stage.ENQUIRY, TODAY.minusDays(2)).saved();

        var coordinator = As.coordinatorOf(slug);
        var page = coordinator.get("/forces/" + slug).statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        var cards = Pattern.compile(
                        "attest-figure__name\">([^<]+)</h3><p class=\"attest-figure__value\">([\\d,]+) .*?href=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(page);
        var seen = new ArrayList<String>();
        while (cards.find()) {
            var path = cards.group(3).replace("&amp;", "&");
            int listed = people(coordinator, path);
            if (cards.group(1).equals("Time to attestation"))
                assertTrue(page.contains(listed + " people attested"), page);
            else assertEquals(listed, Integer.parseInt(cards.group(2)), cards.group(1));
            seen.add(cards.group(1));
        }
        assertEquals(
                List.of(
                        "Deployable today",
                        "In service",
                        "Cannot be decided",
                        "Change in 30 days",
                        "Stalled",
                        "Time to attestation"),
                seen);

        var rows = Pattern.compile("<a class=\"govuk-link\" href=\"([^\"]*only=over-target)\">(\\d+)<")
                .matcher(page);
        assertTrue(rows.find(), "vetting is over its target");
        assertEquals(1, Integer.parseInt(rows.group(2)));
        assertEquals(1, people(coordinator, rows.group(1).replace("&amp;", "&")));
        assertFalse(rows.find());
        assertTrue(page.contains("of 7 digital specials can be deployed today"), "seven in service");
    }

    private static int people(As who, String path) {
        var list = who.get(path).statusCode(200).extract().asString();
        var heading = Pattern.compile("<h1[^>]*>([\\d,]+) ").matcher(list);
        assertTrue(heading.find(), path);
        return Integer.parseInt(heading.group(1));
    }

    @Test
    void nameNobodyToTheChiefOfficersReader() {
        var slug = "suffolk";
        var people = IntStream.range(0, 6)
                .mapToObj(i -> People.deployable().in(slug).saved())
                .toList();
        var blocked =
                People.special().in(slug).inStage(Stage.SERVICE).eligible().saved();
        People.special().in(slug).inStage(Stage.INTERVIEW).saved();
        var page = As.role(Role.FORCE_LEAD, slug)
                .get("/forces/" + slug)
                .statusCode(200)
                .body(not(containsString("/volunteers")))
                .body(not(containsString(blocked.fullName)))
                .body(not(containsString(people.get(0).ref)))
                .body(containsString("7 digital specials are in service today"))
                .body(not(containsString("6 of 7")))
                .body(containsString("Hidden"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        As.role(Role.FORCE_LEAD, slug).get("/forces/" + slug + "/volunteers").statusCode(403);
    }

    /** What the page asks itself: who is there, the force and its settings, the counts, unread notices. */
    private static final int OF_THE_PAGE = 10;

    /** Kinds of work a coordinator can have; each asks for its first few, and most for how many there are. */
    private static final int KINDS_OF_WORK = 16;

    /** Statements and rows are those of a page, whatever the size of the force. */
    @Test
    void costTheSameForTwentyAndForTwoThousand() {
        crowd("cambridgeshire", 20);
        crowd("derbyshire", 2_000);
        var small = cost(As.coordinatorOf("cambridgeshire"), "/forces/cambridgeshire");
        var large = cost(As.coordinatorOf("derbyshire"), "/forces/derbyshire");
        assertEquals(small, large, "statements and entities loaded");
        assertTrue(small.get(0) <= OF_THE_PAGE + 2 * KINDS_OF_WORK, "statements: " + small);
        var national = cost(As.national(Role.NATIONAL_LEAD), "/national");
        assertTrue(national.get(0) <= 20, "statements: " + national);
    }

    private static void crowd(String slug, int people) {
        People.saved(IntStream.range(0, people)
                .mapToObj(i -> (i % 2 == 0
                                ? People.special().inStage(Stage.SERVICE)
                                : People.special().inStage(Stage.VETTING, TODAY.minusDays(90)))
                        .in(slug)
                        .unannounced())
                .toList());
    }

    private List<Long> cost(As who, String path) {
        who.get(path).statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        who.get(path).statusCode(200);
        return List.of(statistics.getPrepareStatementCount(), statistics.getEntityLoadCount());
    }

    @Test
    void ofTheNationNameNobodyAndReadTheSameAsAFile() {
        var person = People.deployable().in("kent").saved();
        var lead = As.national(Role.NATIONAL_LEAD);
        var page = lead.get("/national")
                .statusCode(200)
                .body(not(containsString(person.fullName)))
                .body(not(containsString(person.ref)))
                .body(containsString("Gwent"))
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        var file = lead.get("/national.csv")
                .statusCode(200)
                .header("Content-Disposition", endsWith(".csv\""))
                .extract()
                .asString();
        assertFalse(file.contains(person.fullName));
        var lines = file.split("\r\n");
        var rows = Pattern.compile("<th scope=\"row\" class=\"govuk-table__header\" id=")
                .matcher(page);
        int shown = 0;
        while (rows.find()) shown++;
        assertEquals(shown + 1, lines.length);
        assertTrue(shown >= 44, "43 forces and British Transport Police: " + shown);
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgDashboardsTest extends DashboardsTest {}
