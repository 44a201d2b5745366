package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.security.Throttle;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Emergency extension of a class of qualifications (features row 45): by order, by two people, seen everywhere, over by itself. */
@QuarkusTest
class ExtensionsTest {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final LocalDate UNTIL = LocalDate.of(2026, 9, 30);
    private static final String ADDRESS = "/training/extensions";
    private static final String MARK = "Extended until 30 September 2026 under Order of the tests";

    /** An extension of another test would lengthen what this one means to end. */
    @BeforeEach
    @AfterEach
    void withoutExtensions() {
        TestClock.reset();
        Rows.in(() -> {
            Extension.deleteAll();
            Throttle.deleteAll();
        });
    }

    /** Passed DSC-102 a year ago: its own last valid day is today. */
    private static Qualification endingToday(String slug, Long account) {
        var person = People.special()
                .in(slug)
                .inStage(Stage.TRAINING)
                .withAccount(account)
                .saved();
        return TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 6, 16));
    }

    private static String training(Qualification one) {
        return "/volunteers/" + one.volunteer.ref + "/training";
    }

    private static Map<String, Object> order(LocalDate first, LocalDate last) {
        var form = new HashMap<String, Object>();
        form.put("modules", List.of("DSC-102", "DSC-104"));
        form.put("force", "kent");
        form.put("authority", "Circular 7/2026");
        form.put("reason", "Every trainer is away");
        day(form, "firstDay", first);
        day(form, "lastDay", last);
        return form;
    }

    private static void day(Map<String, Object> form, String field, LocalDate day) {
        form.put(field + "-day", day.getDayOfMonth());
        form.put(field + "-month", day.getMonthValue());
        form.put(field + "-year", day.getYear());
    }

    private static List<String> national(String ref) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select e.action from TrailEntry e where e.object = :o order by e.number", String.class)
                .setParameter("o", "extension " + ref)
                .getResultList());
    }

    @Test
    void isProposedByOneAndApprovedByAnother() {
        var one = endingToday("kent", null);
        var tomorrow = training(one) + "?on=2026-06-17";
        var kent = As.coordinatorOf("kent");
        var first = As.national(Role.POLICY_MAKER);
        var second = As.national(Role.POLICY_MAKER);
        kent.get(ADDRESS).statusCode(200).body(containsString("No extension yet"));
        kent.get(ADDRESS + "/new").statusCode(403);
        kent.post(ADDRESS + "/new", order(TODAY, UNTIL)).statusCode(403);
        first.get(ADDRESS + "/new").statusCode(200).body(containsString("It lasts 6 months at most"));
        var page = first.post(ADDRESS + "/new", order(TODAY, UNTIL))
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
        // proposed is not approved
        kent.get(tomorrow).body(containsString("Expired on 16 June 2026"));
        first.get(page).body(containsString("a second policy maker has to decide"));
        first.get("/").body(not(containsString(page)));
        second.get("/").body(containsString(page));
        first.post(page + "/decision", Map.of("decision", "approve"))
                .statusCode(422)
                .body(containsString("You proposed it: a second person has to decide"));
        kent.post(page + "/decision", Map.of("decision", "approve")).statusCode(403);
        second.post(page + "/decision", Map.of("decision", "decline"))
                .statusCode(422)
                .body(containsString("Enter why it is declined"));
        second.post(page + "/decision", Map.of()).statusCode(422).body(containsString("Choose whether you approve it"));
        second.post(page + "/decision", Map.of("decision", "approve")).statusCode(303);
        second.post(page + "/decision", Map.of("decision", "decline", "answer", "Too late"))
                .statusCode(422)
                .body(containsString("It was approved already"));

        kent.get(tomorrow).body(containsString("Extended until 30 September 2026 under Circular 7/2026"));
        kent.get(ADDRESS).body(containsString("1 extension is in force")).body(containsString("DSC-102, DSC-104"));
        As.role(Role.VOLUNTEER, "gwent").get(page).statusCode(200).body(containsString("Every trainer is away"));
        var ref = page.substring(page.lastIndexOf('/') + 1);
        assertEquals(List.of("extension proposed", "extension decided"), national(ref));
    }

    @Test
    void declinedExtendsNothing() {
        var one = endingToday("kent", null);
        var proposed = TestExtensions.proposed("DSC-102");
        As.national(Role.POLICY_MAKER)
                .post(ADDRESS + "/" + proposed.ref + "/decision", Map.of("decision", "decline", "answer", "No need"))
                .statusCode(303);
        As.coordinatorOf("kent").get(training(one) + "?on=2026-06-17").body(containsString("Expired on 16 June 2026"));
    }

    @Test
    void refusesWhatNoOrderCanSay() {
        var maker = As.national(Role.POLICY_MAKER);
        maker.post(ADDRESS + "/new", Map.of())
                .statusCode(422)
                .body(containsString("Choose at least one module"))
                .body(containsString("Enter the order it rests on"))
                .body(containsString("Enter why it is needed"))
                .body(containsString("Enter the last day"));
        maker.post(ADDRESS + "/new", order(TODAY.minusDays(1), UNTIL))
                .statusCode(422)
                .body(containsString("The first day has passed"))
                .body(containsString("Circular 7/2026"));
        maker.post(ADDRESS + "/new", order(UNTIL, TODAY)).statusCode(422).body(containsString("lies before the first"));
        maker.post(ADDRESS + "/new", order(TODAY, LocalDate.of(2026, 12, 17)))
                .statusCode(422)
                .body(containsString("An extension lasts 6 months at most: until 16 December 2026"));
        var nowhere = order(TODAY, UNTIL);
        nowhere.put("force", "atlantis");
        maker.post(ADDRESS + "/new", nowhere).statusCode(422).body(containsString("Choose a force of the list"));
        // DSC-401 and its like expire; what does not expire is not offered
        var endless = order(TODAY, UNTIL);
        endless.put("modules", "DSC-999");
        maker.post(ADDRESS + "/new", endless).statusCode(422).body(containsString("Choose at least one module"));
        assertEquals(0, Rows.of(() -> Extension.count()));
        maker.post(ADDRESS + "/new", order(TODAY, LocalDate.of(2026, 12, 16))).statusCode(303);
    }

    /** Training rules 1, 2 and 4: it counts until the last day of the extension, that day included, and no row is changed. */
    @Test
    void countsUntilItsLastDayWhereRulesAskAndEndsByItself() {
        var one = endingToday("kent", null);
        TestExtensions.approved("DSC-102", null, UNTIL);
        Rows.in(() -> {
            var again = Qualification.byRef(one.ref).orElseThrow();
            assertEquals(TODAY, again.lastDay);
            assertEquals(UNTIL, again.countsUntil());
            assertTrue(again.isValidOn(UNTIL));
            assertFalse(again.isValidOn(UNTIL.plusDays(1)));
            var person = Volunteer.byRef(one.volunteer.ref).orElseThrow();
            var training = TrainingRecord.of(person, Curriculum.current(), UNTIL);
            assertTrue(training.valid("DSC-102").isPresent());
            assertTrue(training.on(UNTIL.plusDays(1)).valid("DSC-102").isEmpty());
            // training rule 5: 90 days from the end of the extension
            assertTrue(training.on(UNTIL.plusDays(90)).isReassessed("DSC-102"));
            assertFalse(training.on(UNTIL.plusDays(91)).isReassessed("DSC-102"));
            var of = TrainingRecord.of(List.of(person), Curriculum.current(), UNTIL);
            assertTrue(of.get(person.id).valid("DSC-102").isPresent());
        });
    }

    @Test
    void stopsWhenItIsEndedEarly() {
        var one = endingToday("kent", null);
        var order = TestExtensions.approved("DSC-102", null, UNTIL);
        var page = ADDRESS + "/" + order.ref;
        var maker = As.national(Role.POLICY_MAKER);
        var day = LocalDate.of(2026, 7, 20);
        TestClock.set(day);
        maker = maker.again();
        maker.post(page + "/ending", Map.of()).statusCode(422).body(containsString("Enter why it ends early"));
        As.coordinatorOf("kent")
                .post(page + "/ending", Map.of("endReason", "Over"))
                .statusCode(403);
        maker.post(page + "/ending", Map.of("endReason", "The trainers are back"))
                .statusCode(303);
        maker.post(page + "/ending", Map.of("endReason", "Again"))
                .statusCode(422)
                .body(containsString("It was ended already"));
        maker.get(page).body(containsString("The trainers are back")).body(containsString("with 20 July 2026"));
        Rows.in(() -> {
            var again = Qualification.byRef(one.ref).orElseThrow();
            assertTrue(again.isValidOn(day));
            assertFalse(again.isValidOn(day.plusDays(1)));
        });
        assertEquals("extension ended", national(order.ref).get(0));
    }

    @Test
    void coversTheForceAndModulesItNamesAndWhatIsInDateOnItsFirstDay() {
        var kent = endingToday("kent", null);
        var gwent = endingToday("gwent", null);
        var person = People.special().inStage(Stage.TRAINING).saved();
        var expired = TestQualifications.passed(person, "DSC-102", LocalDate.of(2025, 6, 15));
        var other = TestQualifications.passed(person, "DSC-203", LocalDate.of(2025, 6, 16));
        TestExtensions.approved("DSC-102", "kent", UNTIL);
        assertEquals(UNTIL, until(kent));
        assertEquals(TODAY, until(gwent));
        assertEquals(LocalDate.of(2026, 6, 15), until(expired));
        assertEquals(TODAY, until(other));
    }

    private static LocalDate until(Qualification one) {
        return Rows.of(() -> Qualification.byRef(one.ref).orElseThrow().countsUntil());
    }

    /** A second order takes over only what is in date on its first day. */
    @Test
    void followsAnotherWithoutAGap() {
        var one = new Learner()
                .passed("DSC-102", TODAY.minusYears(1))
                .on(TODAY)
                .qualifications()
                .get(0);
        var orders = new ArrayList<>(List.of(order(TODAY, UNTIL, true), order(UNTIL, UNTIL.plusMonths(2), true)));
        one.extend(orders);
        assertEquals(UNTIL.plusMonths(2), one.countsUntil());
        orders.set(1, order(UNTIL.plusDays(1), UNTIL.plusMonths(2), true));
        one.extend(orders);
        assertEquals(UNTIL, one.countsUntil());
        one.extend(List.of());
        assertEquals(TODAY, one.countsUntil());
        assertNull(one.extendedBy());
    }

    private static Extension order(LocalDate first, LocalDate last, boolean approved) {
        var order = new Extension();
        order.modules = "DSC-101,DSC-102";
        order.firstDay = first;
        order.lastDay = last;
        order.authority = "Order of the tests";
        order.approved = approved;
        return order;
    }

    @Test
    void isMarkedWhereverTheLastValidDayIsShown() throws Exception {
        var me = As.role(Role.VOLUNTEER, "kent");
        var one = endingToday("kent", me.accountId());
        TestExtensions.approved("DSC-102", null, UNTIL);
        var kent = As.coordinatorOf("kent");
        var page = kent.get(training(one)).extract().asString();
        assertEquals(3, page.split(MARK, -1).length - 1, "standing, column and result");
        assertTrue(page.contains("Not valid after 30 September 2026"));
        kent.get(training(one) + "/" + one.ref + "/revocation").body(containsString(MARK));
        me.get("/me/training/certificates").body(containsString(MARK));
        var pdf = me.get("/me/training/certificates/" + one.ref + "/certificate.pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains("16 June 2026, that day included " + MARK), text);
        }
        // the public page counts it as valid, and says no more
        TestClock.set(UNTIL);
        As.stranger()
                .get("/certificates/" + one.code)
                .body(containsString("Valid</"))
                .body(not(containsString("Extended")))
                .body(not(containsString("Order of the tests")));
        TestClock.set(UNTIL.plusDays(1));
        As.stranger().get("/certificates/" + one.code).body(containsString("Expired</"));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgExtensionsTest extends ExtensionsTest {}
