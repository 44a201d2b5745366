package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.HoldCause;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of a force's people, its filters and its file. Forces of their own keep the counts apart from other tests. */
@QuarkusTest
class ListOfPeopleTest {

    @Inject
    SessionFactory sessions;

    private static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String marker() {
        return "Zz" + Reference.random();
    }

    @Test
    void sendsAStrangerToSignIn() {
        As.stranger().get("/forces/kent/volunteers").statusCode(303).header("Location", containsString("/sign-in"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FORCE_LEAD", "APPEALS_CHAIR", "DATA_PROTECTION_LEAD", "VOLUNTEER", "APPLICANT"})
    void isNotForRolesThatDoNotSeePeople(Role role) {
        As.role(role, "kent").get("/forces/kent/volunteers").statusCode(403);
        As.role(role, "kent").get("/forces/kent/volunteers.csv").statusCode(403);
    }

    @Test
    void ofAnotherForceIsNotFound() {
        var gwent = As.coordinatorOf("gwent");
        gwent.get("/forces/kent/volunteers").statusCode(404);
        gwent.get("/forces/kent/volunteers.csv").statusCode(404);
        gwent.get("/forces/atlantis/volunteers").statusCode(404);
    }

    @Test
    void findsByNameReferenceAndForceNumberInAnyScriptAndCase() {
        var marker = marker();
        var person = People.special()
                .named("Ngọc Ánh " + marker)
                .withForceNumber("00" + marker)
                .saved();
        var greek = People.special().named("Οδυσσεύς " + marker).saved();
        var kent = As.coordinatorOf("kent");
        for (var q : List.of(
                "NGOC " + marker,
                marker.toLowerCase() + " ánh",
                Reference.grouped(person.ref).toLowerCase(),
                "00" + marker)) {
            kent.get("/forces/kent/volunteers?q=" + url(q))
                    .statusCode(200)
                    .body(containsString("<h1 class=\"govuk-heading-l attest-flush\">1 person</h1>"))
                    .body(containsString("/volunteers/" + person.ref));
        }
        kent.get("/forces/kent/volunteers?q=" + url("ΟΔΥΣΣΕΎΣ " + marker)).body(containsString(greek.ref));
        kent.get("/forces/kent/volunteers?q=" + url("%" + marker)).body(containsString("Nobody fits"));
    }

    @Test
    void narrowsByStageCohortAndAnswer() {
        var marker = marker();
        var cohort = "Cohort " + marker;
        var ready =
                People.deployable().named("Ready " + marker).inCohort(cohort).saved();
        var blocked = People.special()
                .named("Blocked " + marker)
                .inStage(Stage.SERVICE)
                .eligible()
                .inCohort(cohort)
                .saved();
        var trainee = People.special()
                .named("Trainee " + marker)
                .inStage(Stage.TRAINING)
                .saved();
        var left = People.special().named("Gone " + marker).inStage(Stage.LEFT).saved();
        var kent = As.coordinatorOf("kent");
        var all = "/forces/kent/volunteers?q=" + marker;
        kent.get(all)
                .body(containsString("3 people</h1>"))
                .body(not(containsString(left.ref)))
                .body(containsString(
                        "1 deployable, 0 with limits, 1 not deployable, 0 cannot be decided, 1 not yet in service"));
        kent.get(all + "&stage=left").body(containsString(left.ref)).body(containsString("1 person</h1>"));
        kent.get(all + "&stage=pipeline").body(containsString(trainee.ref)).body(containsString("1 person</h1>"));
        kent.get(all + "&stage=training").body(containsString(trainee.ref));
        kent.get(all + "&ready=yes").body(containsString(ready.ref)).body(containsString("1 person</h1>"));
        kent.get(all + "&ready=no").body(containsString(blocked.ref)).body(containsString("1 person</h1>"));
        kent.get(all + "&ready=unknown").body(containsString("Nobody fits"));
        var ref = QuarkusTransaction.requiringNew()
                .call(() ->
                        Everywhere.call(() -> Cohort.named(ready.force, cohort).orElseThrow().ref));
        kent.get(all + "&cohort=" + ref)
                .body(containsString("2 people</h1>"))
                .body(containsString("of cohort " + cohort));
        As.coordinatorOf("gwent").get("/forces/gwent/volunteers?cohort=" + ref).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=99999",
                "page=two",
                "stage=limbo",
                "cohort=NOSUCHCOHORT",
                "ready=maybe",
                "order=shoe-size",
                "q=%E2%80%AEtxt",
                "q=%00"
            })
    void saysWhatItCannotShow(String query) {
        var page =
                As.coordinatorOf("kent").get("/forces/kent/volunteers?" + query).statusCode(404);
        if (!query.startsWith("page")) page.body(containsString("Nothing to show"));
    }

    @Test
    void showsWhatWasTypedAndNeverRunsIt() {
        var marker = marker();
        People.special().named("<script>alert(1)</script> {7*7} =1+1 " + marker).saved();
        As.coordinatorOf("kent")
                .get("/forces/kent/volunteers?q=" + marker)
                .body(not(containsString("<script>alert")))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; {7*7} =1+1 " + marker));
    }

    @Test
    void offersOnlyWhatTheRoleMayDo() {
        People.special().named("Somebody").saved();
        As.coordinatorOf("kent")
                .get("/forces/kent/volunteers")
                .body(containsString("Add an applicant"))
                .body(containsString("type=\"checkbox\""));
        As.role(Role.SUPERVISOR, "kent")
                .get("/forces/kent/volunteers")
                .statusCode(200)
                .body(not(containsString("Add an applicant")))
                .body(not(containsString("type=\"checkbox\"")));
    }

    /** Holds for welfare, leave, conduct and administration read alike, and stand at the same place. */
    @Test
    void givesNoHiddenCauseAway() {
        var pages = new ArrayList<String>();
        var files = new ArrayList<String>();
        for (var cause : HoldCause.values()) {
            var marker = marker();
            var person = People.deployable()
                    .named("Held " + marker)
                    .onHold(cause, TestClock.TODAY.minusDays(3), TestClock.TODAY.plusDays(11))
                    .saved();
            var kent = As.coordinatorOf("kent");
            pages.add(listed(kent.get("/forces/kent/volunteers?q=" + marker)
                            .extract()
                            .asString())
                    .replace(marker, "")
                    .replace(person.ref, "")
                    .replace(Reference.grouped(person.ref), ""));
            files.add(kent.get("/forces/kent/volunteers.csv?q=" + marker)
                    .extract()
                    .asString()
                    .replace(marker, "")
                    .replace(Reference.grouped(person.ref), ""));
        }
        assertEquals(1, pages.stream().distinct().count());
        assertEquals(1, files.stream().distinct().count());
        assertTrue(pages.get(0).contains("Not deployable"));
    }

    private static String listed(String page) {
        return page.substring(page.indexOf("<tbody"), page.indexOf("</tbody>"));
    }

    @Test
    void downloadsTheSameRowsWithoutRunningAnyOfThem() {
        var marker = marker();
        People.special()
                .named("=cmd " + marker)
                .withPhone("01622 555")
                .born(TestClock.TODAY.minusYears(30))
                .saved();
        People.special().named("Élan " + marker).inStage(Stage.TRAINING).saved();
        var file = As.coordinatorOf("kent")
                .get("/forces/kent/volunteers.csv?order=name&q=" + marker)
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", is("attachment; filename=\"kent-volunteers-2026-06-16.csv\""))
                .extract()
                .asString();
        var lines = file.split("\r\n");
        assertEquals(3, lines.length);
        assertTrue(file.contains(",'=cmd " + marker + ","), file);
        assertTrue(file.contains(",Élan " + marker + ","), file);
        assertTrue(!file.contains("1996") && !file.contains("01622"), "no personal details");
    }

    /** Statements and loaded rows are those of a page, whatever the size of the force. */
    @Test
    void costsTheSameForTwentyAndForTwoThousand() {
        // two forces that no other test puts people in
        crowd("humberside", 20);
        crowd("gloucestershire", 2_000);
        for (var page : List.of("volunteers", "volunteers.csv", "volunteers?q=person+in+crowd", "cohorts")) {
            var small = cost("humberside", page);
            var large = cost("gloucestershire", page);
            assertEquals(small, large, page + ": statements and entities loaded");
            assertTrue(small.get(0) <= 9, page + ": statements: " + small.get(0));
        }
        As.coordinatorOf("gloucestershire")
                .get("/forces/gloucestershire/volunteers?page=80")
                .statusCode(200)
                .body(containsString("Showing 1,976 to 2,000 of 2,000"));
    }

    private static void crowd(String slug, int people) {
        People.saved(IntStream.range(0, people)
                .mapToObj(i -> (i % 2 == 0 ? People.special().inStage(Stage.SERVICE) : People.special())
                        .in(slug)
                        .inCohort("Crowd")
                        .unannounced())
                .toList());
    }

    private List<Long> cost(String slug, String page) {
        var coordinator = As.coordinatorOf(slug);
        coordinator.get("/forces/" + slug + "/" + page).statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        coordinator.get("/forces/" + slug + "/" + page).statusCode(200);
        return List.of(statistics.getPrepareStatementCount(), statistics.getEntityLoadCount());
    }

    @Test
    void putsFirstWhoNeedsAMove() {
        var marker = marker();
        var ready = People.deployable().named("A " + marker).saved();
        var trainee =
                People.special().named("B " + marker).inStage(Stage.TRAINING).saved();
        var blocked =
                People.special().named("C " + marker).inStage(Stage.SERVICE).saved();
        var kent = As.coordinatorOf("kent");
        assertEquals(List.of(blocked.ref, ready.ref, trainee.ref), order(kent, marker, ""));
        assertEquals(List.of(ready.ref, trainee.ref, blocked.ref), order(kent, marker, "&order=name"));
        assertEquals(List.of(blocked.ref, trainee.ref, ready.ref), order(kent, marker, "&order=newest"));
    }

    private static List<String> order(As who, String marker, String order) {
        var page =
                who.get("/forces/kent/volunteers?q=" + marker + order).extract().asString();
        var refs = new ArrayList<String>();
        var matcher = java.util.regex.Pattern.compile("attest-people__name\" href=\"/volunteers/(\\w+)\"")
                .matcher(page);
        while (matcher.find()) refs.add(matcher.group(1));
        return refs;
    }

    @Test
    void saysWhyItIsEmptyAndWhatToDo() {
        As.coordinatorOf("warwickshire")
                .get("/forces/warwickshire/volunteers")
                .statusCode(200)
                .body(containsString("0 volunteers and applicants"))
                .body(containsString("Nobody yet"))
                .body(containsString("/forces/warwickshire/imports"));
        assertEquals(
                0L,
                QuarkusTransaction.requiringNew()
                        .call(() -> Everywhere.call(() -> Volunteer.count("force.slug", "warwickshire"))));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgListOfPeopleTest extends ListOfPeopleTest {}
