package org.attest.dashboard;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.security.Role;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ValidHtml;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** How far people came and how long it took: each number the number of people in its list, and nobody given away. */
@QuarkusTest
class FunnelTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final String SLUG = "leicestershire";

    @Inject
    SessionFactory sessions;

    private static void move(As coordinator, String slug, Volunteer... people) {
        coordinator
                .post(
                        "/forces/" + slug + "/bulk-acts/done",
                        Map.of(
                                "person",
                                Arrays.stream(people)
                                        .map(p -> p.ref + " INTERVIEW NEXT")
                                        .toList()))
                .statusCode(303);
    }

    @Test
    void countsHowFarPeopleCameAndOpensEachList() {
        var coordinator = As.coordinatorOf(SLUG);
        var people = IntStream.range(0, 4)
                .mapToObj(i -> People.special()
                        .in(SLUG)
                        .inCohort("Funnel")
                        .eligible()
                        .inStage(Stage.INTERVIEW, TODAY.minusDays(10 + i))
                        .saved())
                .toArray(Volunteer[]::new);
        People.special().in(SLUG).inStage(Stage.APPLIED, TODAY.minusDays(3)).saved();
        // before the period, and brought in already serving
        People.special().in(SLUG).inStage(Stage.APPLIED, TODAY.minusYears(2)).saved();
        People.deployable().in(SLUG).saved();
        move(coordinator, SLUG, people[0], people[1], people[2]);
        var leaving = Map.of(
                "reason",
                "WITHDREW",
                "lastDay-day",
                TODAY.getDayOfMonth(),
                "lastDay-month",
                TODAY.getMonthValue(),
                "lastDay-year",
                TODAY.getYear());
        coordinator.post("/volunteers/" + people[0].ref + "/leaving", leaving).statusCode(303);

        var page = coordinator
                .get("/forces/" + SLUG + "/funnel")
                .statusCode(200)
                .extract()
                .asString();
        ValidHtml.assertValid(page);
        assertTrue(page.contains("5 people entered the pipeline between 17 June 2025 and 16 June 2026"), page);
        var rows = Pattern.compile("href=\"([^\"]*only=(?:entered|now|left)-[^\"]*)\">(\\d+)<")
                .matcher(page);
        var seen = 0;
        while (rows.find()) {
            var list = coordinator
                    .get(rows.group(1).replace("&amp;", "&"))
                    .statusCode(200)
                    .extract()
                    .asString();
            var heading = Pattern.compile("<h1[^>]*>([\\d,]+) ").matcher(list);
            assertTrue(heading.find(), rows.group(1));
            assertEquals(rows.group(2), heading.group(1), rows.group(1));
            seen++;
        }
        assertTrue(seen >= 8, "links: " + seen);
        // came so far: enquiry and applied all five, interview four, vetting three
        assertEquals(List.of("5", "5", "4", "3"), numbers(page, "entered"));
        assertTrue(page.contains("75%"), "three of four came from interview to vetting");
        // 10, 11 and 12 days in interview
        assertTrue(page.replaceAll("\\s+", "").contains(">11<"), page);
        var cohort = Pattern.compile("funnel\\?cohort=(\\w+)").matcher(page);
        assertTrue(cohort.find());
        coordinator
                .get("/forces/" + SLUG + "/funnel?cohort=" + cohort.group(1))
                .statusCode(200)
                .body(containsString("4 people of the cohort entered the pipeline"));
        coordinator.get("/forces/" + SLUG + "/funnel?cohort=NOSUCH").statusCode(404);
        coordinator
                .get("/forces/" + SLUG
                        + "/funnel?from-day=1&from-month=2&from-year=2026&until-day=1&until-month=1&until-year=2026")
                .statusCode(422)
                .body(containsString("The last day is before the first"));
    }

    private static List<String> numbers(String page, String which) {
        return Pattern.compile("only=" + which + "-[a-z]+\\.2025[^\"]*\">(\\d+)<")
                .matcher(page)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    /** Welfare rule 40: counts of one to four are hidden, and what would give them away. */
    @Test
    void givesNobodyAwayToTheChiefOfficersReader() {
        var slug = "bedfordshire";
        for (int i = 0; i < 12; i++)
            People.special().in(slug).inStage(Stage.APPLIED).unannounced().saved();
        for (int i = 0; i < 2; i++)
            People.special().in(slug).inStage(Stage.INTERVIEW).unannounced().saved();
        As.role(Role.FORCE_LEAD, slug)
                .get("/forces/" + slug + "/funnel")
                .statusCode(200)
                .body(containsString("Hidden"))
                .body(containsString(">14<"))
                .body(not(containsString("/volunteers")))
                .body(not(containsString("Left from there")));
        assertEquals(Arrays.asList(14, null, null, 0), FunnelChart.hidden(List.of(14, 12, 2, 0)));
        assertEquals(Arrays.asList(20, 14, 8, null), FunnelChart.hidden(List.of(20, 14, 8, 5)));
    }

    @Test
    void isForThoseWhoSeeTheDashboard() {
        As.stranger().get("/forces/kent/funnel").statusCode(303);
        As.role(Role.TUTOR, "kent").get("/forces/kent/funnel").statusCode(403);
        As.role(Role.FORCE_LEAD, "gwent").get("/forces/kent/funnel").statusCode(404);
    }

    @Test
    void costsTheSameForAFewAndForMany() {
        var slug = "hertfordshire";
        var coordinator = As.coordinatorOf(slug);
        People.saved(IntStream.range(0, 5)
                .mapToObj(i -> People.special().in(slug).unannounced())
                .toList());
        long few = cost(coordinator, slug);
        People.saved(IntStream.range(0, 500)
                .mapToObj(i -> People.special().in(slug).unannounced())
                .toList());
        assertEquals(few, cost(coordinator, slug));
    }

    private long cost(As coordinator, String slug) {
        coordinator.get("/forces/" + slug + "/funnel").statusCode(200);
        sessions.getStatistics().clear();
        coordinator.get("/forces/" + slug + "/funnel").statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgFunnelTest extends FunnelTest {}
