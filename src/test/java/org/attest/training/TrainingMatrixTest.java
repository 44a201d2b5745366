package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.policy.Tier;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.TierGrant;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.ValidHtml;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Who of a force is trained in what: people by modules, filtered, ordered and taken away. Cohorts keep the counts apart. */
@QuarkusTest
class TrainingMatrixTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String FORCE = "west-yorkshire";
    private static final String PATH = "/forces/" + FORCE + "/training";

    @Inject
    SessionFactory sessions;

    @TestHTTPResource
    URI home;

    private static String cohort() {
        return "Matrix " + Reference.random();
    }

    private static People learner(String cohort) {
        return People.special().in(FORCE).inStage(Stage.TRAINING).inCohort(cohort);
    }

    /** The matrix of one cohort. */
    private static String path(String cohort) {
        return PATH + "?cohort="
                + Rows.of(() ->
                        Cohort.named(Force.bySlug(FORCE).orElseThrow(), cohort).orElseThrow().ref);
    }

    private static List<String> names(As who, String path) {
        var page = who.get(path).statusCode(200).extract().asString();
        var names = new ArrayList<String>();
        var row = Pattern.compile("<th scope=\"row\">(?:<a[^>]*>)?([^<]+)<").matcher(page);
        while (row.find()) names.add(row.group(1));
        return names;
    }

    @Test
    void opensToWhoRunsTrainingAndToNobodyElse() {
        for (var path : List.of("/forces/kent/training", "/forces/kent/training.csv", "/forces/kent/training.xlsx")) {
            As.stranger().get(path).statusCode(303);
            As.role(Role.VETTING_OFFICER, "kent").get(path).statusCode(403);
            As.role(Role.VOLUNTEER, "kent").get(path).statusCode(403);
            As.coordinatorOf("gwent").get(path).statusCode(404);
        }
        for (var role : List.of(Role.COORDINATOR, Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR)) {
            As.role(role, FORCE).get(PATH).statusCode(200);
        }
    }

    /** Features row 46, training rules 4 and 5: word, mark and last valid day; in the row what ends soonest. */
    @Test
    void saysHowEachModuleStandsAndWhatEndsSoonest() {
        var cohort = cohort();
        var person = learner(cohort).named("Ada Ledger").saved();
        TestQualifications.passed(person, "DSC-101", LocalDate.of(2025, 6, 16));
        TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 7, 1));
        TestQualifications.passed(person, "DSC-104", LocalDate.of(2025, 6, 15));
        var elsewhere = People.special().in("gwent").inStage(Stage.TRAINING).saved();
        var there = As.role(Role.TUTOR, FORCE);
        var page = there.get(path(cohort)).statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("<h1 class=\"govuk-heading-l attest-flush\">1 person, 22 modules</h1>"), page);
        assertTrue(page.contains("<td class=\"met\">Passed<br>16 June 2027</td>"), page);
        assertTrue(page.contains(">Ends soon</a><br>1 July 2026</td>"), page);
        assertTrue(page.contains(">To repeat</a><br>15 June 2026</td>"), page);
        assertTrue(page.contains("<td class=\"clock\">Can begin</td>"), "DSC-103");
        assertTrue(page.contains("<td class=\"vacant\">Waits</td>"), "DSC-201");
        assertTrue(page.contains("<td class=\"closed\">Not asked</td>"), "what is for staff");
        assertTrue(page.contains("<td>1 July 2026<br>DSC-102</td>"), "soonest to end");
        assertTrue(page.contains("href=\"/volunteers/" + person.ref + "/training#DSC-102\""), page);
        assertFalse(page.contains(elsewhere.ref));
        there.get("/volunteers/" + person.ref + "/training").body(containsString("id=\"DSC-102\""));
    }

    @Test
    void leadsNobodyToTheirOwnTraining() {
        var cohort = cohort();
        var own = As.role(Role.ASSESSOR, FORCE).and(Role.VOLUNTEER, FORCE);
        var person = learner(cohort).withAccount(own.accountId()).saved();
        TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 7, 1));
        for (var view : List.of("", "&view=expiring")) {
            own.get(path(cohort) + view)
                    .statusCode(200)
                    .body(containsString("This is you"))
                    .body(containsString("1 July 2026"))
                    .body(not(containsString("/volunteers/" + person.ref)));
        }
    }

    @Test
    void narrowsByStageTierCohortModuleAndStanding() {
        var cohort = cohort();
        var serving = learner(cohort).named("A").inStage(Stage.SERVICE).saved();
        var ending = learner(cohort).named("B").saved();
        learner(cohort).named("C").inStage(Stage.ENQUIRY).saved();
        learner(cohort).named("D").inStage(Stage.LEFT).saved();
        TestQualifications.passed(serving, "DSC-101", TODAY.minusDays(10));
        TestQualifications.passed(serving, "DSC-102", TODAY.minusDays(500));
        TestQualifications.passed(ending, "DSC-102", TODAY.minusMonths(12).plusDays(60));
        Rows.in(() -> {
            var grant = new TierGrant();
            grant.volunteer = Volunteer.byRef(serving.ref).orElseThrow();
            grant.force = grant.volunteer.force;
            grant.tier = Tier.T1;
            grant.grantedOn = TODAY.minusDays(5);
            grant.recordedAt =
                    TestClock.TODAY.atStartOfDay(ClockOfAttest.LONDON).toInstant();
            grant.recordedBy = People.SOMEBODY.name();
            grant.persist();
        });
        var there = As.coordinatorOf(FORCE);
        var all = path(cohort);
        assertEquals(List.of("A", "B"), names(there, all));
        assertEquals(List.of("A", "B", "C"), names(there, all + "&stage=all"));
        assertEquals(List.of("D"), names(there, all + "&stage=left"));
        assertEquals(List.of("A"), names(there, all + "&tier=T1"));
        assertEquals(List.of(), names(there, all + "&tier=T2"));
        assertEquals(List.of("B"), names(there, all + "&standing=ends-soon"));
        assertEquals(List.of("A"), names(there, all + "&standing=expired"));
        assertEquals(List.of("A"), names(there, all + "&standing=overdue&module=DSC-102"));
        assertEquals(List.of(), names(there, all + "&standing=overdue&module=DSC-101"));
        assertEquals(List.of("B"), names(there, all + "&standing=can-begin&module=dsc-101"));
        there.get(all + "&module=DSC-102").body(containsString("2 people, 1 module</h1>"));
        there.get(all + "&standing=with-coordinator")
                .statusCode(200)
                .body(containsString("Nobody fits"))
                .body(containsString("href=\"" + PATH + "\""));
        for (var wrong : List.of("stage=x", "tier=T9", "cohort=X", "module=X", "standing=x", "order=x", "view=x")) {
            there.get(PATH + "?" + wrong).statusCode(404).body(containsString("Nothing to show"));
            there.get(PATH + ".csv?" + wrong).statusCode(404);
        }
        there.get(PATH + "?page=99").statusCode(404);
    }

    @Test
    void isOrderedByEachColumnBothWays() {
        var cohort = cohort();
        var late = learner(cohort).named("A").saved();
        var soon = learner(cohort).named("B").saved();
        learner(cohort).named("C").saved();
        TestQualifications.passed(late, "DSC-102", TODAY.minusDays(10));
        TestQualifications.passed(soon, "DSC-102", TODAY.minusDays(360));
        var there = As.coordinatorOf(FORCE);
        var all = path(cohort);
        there.get(all).body(containsString("&amp;order=DSC-102\"")).body(containsString("aria-sort=\"ascending\""));
        assertEquals(List.of("C", "B", "A"), names(there, all + "&order=-name"));
        assertEquals(List.of("B", "A", "C"), names(there, all + "&order=soonest"));
        assertEquals(List.of("C", "A", "B"), names(there, all + "&order=-soonest"));
        // what needs somebody first: ends soon, can begin, passed
        assertEquals(List.of("B", "C", "A"), names(there, all + "&order=DSC-102"));
    }

    @Test
    void listsWhatExpiresWhen() {
        var cohort = cohort();
        var one = learner(cohort).named("Late Ending").saved();
        var other = learner(cohort).named("Soon Ending").saved();
        TestQualifications.passed(one, "DSC-101", TODAY.minusDays(10));
        TestQualifications.passed(other, "DSC-101", TODAY.minusMonths(24));
        TestQualifications.passed(other, "DSC-102", TODAY.minusMonths(13));
        var there = As.coordinatorOf(FORCE);
        var list = path(cohort) + "&view=expiring";
        var page = there.get(list).statusCode(200).extract().asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("2 results with a last valid day</h1>"), page);
        assertTrue(page.indexOf("Soon Ending") < page.indexOf("Late Ending"), page);
        assertTrue(page.contains("<span class=\"attest-people__sub\">today</span>"), "the last valid day is included");
        there.get(list + "&standing=expired")
                .body(containsString("1 result with a last valid day</h1>"))
                .body(containsString("16 May 2026"));
        there.get(list + "&standing=waits").body(containsString("Nothing ends"));
        var csv = there.get(list.replace(PATH, PATH + ".csv"))
                .statusCode(200)
                .extract()
                .asString();
        var lines = csv.split("\r\n");
        assertEquals(3, lines.length);
        assertTrue(lines[1].startsWith("2026-06-16," + Reference.grouped(other.ref) + ",Soon Ending,"), lines[1]);
    }

    /** The files hold what the page shows, and a spreadsheet runs none of it. */
    @Test
    void isTakenAwayAsItStands() throws IOException {
        var cohort = cohort();
        var person = learner(cohort).named("=cmd Ada").saved();
        TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 7, 1));
        learner(cohort).named("Bea").saved();
        var there = As.coordinatorOf(FORCE);
        var all = path(cohort) + "&order=-name";
        var page = there.get(all).extract().asString();
        var csv = there.get(all.replace(PATH, PATH + ".csv"))
                .statusCode(200)
                .header("Content-Disposition", is("attachment; filename=\"west-yorkshire-training-2026-06-16.csv\""))
                .extract()
                .asString()
                .split("\r\n");
        assertEquals(3, csv.length);
        assertTrue(csv[1].contains(",Bea,"), csv[1]);
        assertTrue(
                csv[2].startsWith(
                        Reference.grouped(person.ref) + ",'=cmd Ada,Training," + cohort + ",2026-07-01,DSC-102,"),
                csv[2]);
        var rows = page.split("<th scope=\"row\">");
        for (int i = 1; i < 3; i++) {
            var shown = new ArrayList<String>();
            var cell = Pattern.compile("<td class=\"\\w+\">(?:<a[^>]*>)?([^<]+)(?:</a>)?(?:<br>([^<]+))?</td>")
                    .matcher(rows[i]);
            while (cell.find()) {
                shown.add(cell.group(1));
                shown.add(cell.group(2) == null ? "" : cell.group(2));
            }
            var held = List.of(csv[i].split(",", -1));
            var told = new ArrayList<String>();
            for (var one : held.subList(6, held.size())) {
                told.add(one.matches("\\d{4}-\\d\\d-\\d\\d") ? Formats.inWords(LocalDate.parse(one)) : one);
            }
            assertEquals(shown, told);
            assertEquals(44, shown.size());
        }
        var workbook = there.get(all.replace(PATH, PATH + ".xlsx"))
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var sheet = book.getFirstSheet().read();
            assertEquals(3, sheet.size());
            assertEquals("=cmd Ada", sheet.get(2).getCellText(1));
            assertEquals(
                    LocalDate.of(2026, 7, 1),
                    sheet.get(2).getCellAsDate(4).orElseThrow().toLocalDate());
        }
        long taken = Rows.of(() -> Panache.getEntityManager()
                .createQuery("select count(e) from TrailEntry e where e.chain = :c and e.object = :o", Long.class)
                .setParameter("c", FORCE)
                .setParameter("o", "training matrix " + FORCE)
                .getSingleResult());
        assertTrue(taken >= 2, "taking it away is a deed");
    }

    /** Each number opens the list behind it, and leads to a session of that module. */
    @Test
    void saysWhereASessionWouldUnlockMost() {
        var there = As.coordinatorOf(FORCE);
        var before = demand(there);
        var cohort = cohort();
        var placed = learner(cohort).saved();
        var placeless = learner(cohort).saved();
        var expired = learner(cohort).saved();
        TestQualifications.passed(placed, "DSC-101", TODAY.minusDays(10));
        TestQualifications.passed(placeless, "DSC-101", TODAY.minusDays(10));
        TestQualifications.passed(expired, "DSC-101", TODAY.minusMonths(25));
        TestSessions.taken(TestSessions.planned(FORCE, "DSC-104", 9, 5), placed);
        var after = demand(there);
        assertEquals(before.get(0) + 2, after.get(0), "ready");
        assertEquals(before.get(1) + 1, after.get(1), "without a place");
        assertEquals(before.get(2) + 2, after.get(2), "DSC-205 opens");
        assertEquals(
                2, names(there, path(cohort) + "&module=DSC-104&standing=ready").size());
        assertEquals(
                List.of(placeless.fullName), names(there, path(cohort) + "&module=DSC-104&standing=without-place"));
        var page = there.get("/forces/" + FORCE + "/sessions").extract().asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("/sessions/new?module=DSC-104\""), page);
        As.role(Role.TUTOR, FORCE)
                .get("/forces/" + FORCE + "/sessions")
                .body(containsString("standing=ready"))
                .body(not(containsString("/sessions/new")));
    }

    /** Ready for DSC-104, of them without a place, and to whom it opens others, as the page says and its lists hold. */
    private static List<Integer> demand(As who) {
        var page = who.get("/forces/" + FORCE + "/sessions")
                .statusCode(200)
                .extract()
                .asString();
        var numbers = new ArrayList<Integer>();
        for (var standing : List.of("ready", "without-place", "opens-more")) {
            var link = Pattern.compile("href=\"([^\"]+module=DSC-104&amp;standing=" + standing + ")\">([\\d,]+) ")
                    .matcher(page);
            int number = link.find() ? Integer.parseInt(link.group(2).replace(",", "")) : 0;
            if (number > 0) {
                int listed = names(who, link.group(1).replace("&amp;", "&")).size();
                assertEquals(listed, number, standing);
            }
            numbers.add(number);
        }
        return numbers;
    }

    @Test
    void saysWhatToDoWhereNobodyLearns() {
        As.coordinatorOf("warwickshire")
                .get("/forces/warwickshire/training")
                .statusCode(200)
                .body(containsString("0 people, 22 modules</h1>"))
                .body(containsString("Nobody learns yet"))
                .body(containsString("/forces/warwickshire/volunteers?stage=pipeline"));
    }

    /** 500 people by 22 modules: as many statements as for 20, and less than 100 KB as it travels. */
    @Test
    void costsTheSameForTwentyAndForFiveHundred() throws Exception {
        var few = crowd(20);
        var many = crowd(500);
        var there = As.coordinatorOf(FORCE);
        for (var ending : List.of("", ".csv", ".xlsx")) {
            for (var view : List.of("", "&view=expiring", "&standing=passed&order=soonest")) {
                long small = statements(there, few.replace(PATH, PATH + ending) + view);
                long large = statements(there, many.replace(PATH, PATH + ending) + view);
                assertEquals(small, large, ending + view);
            }
        }
        there.get(many).body(containsString("500 people, 22 modules</h1>"));
        var request = HttpRequest.newBuilder(home.resolve(many))
                .header("Cookie", "attest_session=" + there.cookie())
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(answer.body().length < 100_000, answer.body().length + " bytes");
    }

    private static String crowd(int people) {
        var cohort = cohort();
        var crowd = People.saved(IntStream.range(0, people)
                .mapToObj(i -> learner(cohort).unannounced())
                .toList());
        var random = new Random(1);
        TestQualifications.passed(crowd, 14, (person, module) -> random.nextInt(700), TODAY);
        return path(cohort);
    }

    private long statements(As who, String path) {
        who.get(path).statusCode(200);
        var statistics = sessions.getStatistics();
        statistics.clear();
        who.get(path).statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgTrainingMatrixTest extends TrainingMatrixTest {}
