package org.attest.training;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.security.Role;
import org.attest.security.Throttle;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Scanned;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Certificates of what was passed, and the page on which anybody checks their code and learns nothing else. */
@QuarkusTest
class CertificatesTest {

    private static final LocalDate EARNED = LocalDate.of(2025, 6, 16);

    @Inject
    SessionFactory sessions;

    @AfterEach
    void backToToday() {
        TestClock.reset();
        Rows.in(() -> Throttle.deleteAll());
    }

    private static Volunteer learner(Long accountId, String slug, String name) {
        return People.special()
                .in(slug)
                .named(name)
                .inStage(Stage.TRAINING)
                .withAccount(accountId)
                .saved();
    }

    private static Qualification earned() {
        return TestQualifications.passed(learner(null, "kent", "Rowan Ŵyn"), "DSC-102", EARNED);
    }

    private static String revoked() {
        var one = earned();
        Rows.in(() -> Qualification.byRef(one.ref)
                .orElseThrow()
                .revoke("Another learner’s", People.SOMEBODY, Learner.at(TestClock.TODAY)));
        return one.code;
    }

    private static String own(Qualification one) {
        return "/me/training/certificates/" + one.ref + "/certificate.pdf";
    }

    private static String onRecord(Volunteer person, Qualification one) {
        return "/volunteers/" + person.ref + "/training/" + one.ref + "/certificate.pdf";
    }

    private static String textOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip().replaceAll("\\s+", " ");
        }
    }

    private static ValidatableResponse checked(String code) {
        return As.stranger().get("/certificates/" + code).statusCode(200);
    }

    /** All of an answer but what was typed, the date, cookies, tokens, and how far all that could be compressed. */
    private static String facts(ValidatableResponse answer, String typed) {
        var headers = new TreeSet<String>();
        for (var header : answer.extract().headers()) {
            if (!List.of("date", "set-cookie", "content-length")
                    .contains(header.getName().toLowerCase())) headers.add(header.toString());
        }
        return headers + As.withoutToken(answer.extract().asString()).replace(typed, "");
    }

    @Test
    void areDownloadedByWhoEarnedThem() throws Exception {
        var me = As.role(Role.VOLUNTEER, "kent");
        var person = learner(me.accountId(), "kent", "Rowan Ŵyn");
        me.get("/me/training/certificates").statusCode(200).body(containsString("You have passed no module yet"));
        var one = TestQualifications.passed(person, "DSC-102", EARNED);
        me.get("/me/training/certificates")
                .statusCode(200)
                .body(containsString(own(one)))
                .body(containsString(Reference.grouped(one.code)))
                .body(containsString("Last valid day 16 June 2026."));
        var pdf = me.get(own(one))
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("certificate-DSC-102-2025-06-16.pdf"))
                .extract()
                .asByteArray();
        var text = textOf(pdf);
        for (var said : List.of(
                "Kent Police",
                "Rowan Ŵyn has passed DSC-102",
                "Version of the module 1",
                "16 June 2025",
                "16 June 2026, that day included",
                Reference.grouped(one.code),
                "https://attest.example/certificates")) {
            assertTrue(text.contains(said), said + " in " + text);
        }
        assertEquals("https://attest.example/certificates/" + one.code, Scanned.from(pdf));
        assertTrue(Rows.trail("kent", person.ref).contains("record viewed"));

        var other = earned();
        me.get(own(other)).statusCode(404);
        me.get("/me/training/certificates/NNNNNNNNNNNN/certificate.pdf").statusCode(404);
    }

    @Test
    void areDownloadedOnTheRecordByWhoSeesTraining() throws Exception {
        var person = learner(null, "kent", "Rowan Ŵyn");
        var one = TestQualifications.passed(person, "DSC-101", EARNED);
        for (var role : List.of(Role.COORDINATOR, Role.ASSESSOR, Role.TUTOR, Role.SUPERVISOR)) {
            var pdf = As.role(role, "kent")
                    .get(onRecord(person, one))
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertTrue(textOf(pdf).contains("Rowan Ŵyn"));
        }
        var kent = As.coordinatorOf("kent");
        kent.get("/volunteers/" + person.ref + "/training").body(containsString(onRecord(person, one)));
        As.role(Role.VETTING_OFFICER, "kent").get(onRecord(person, one)).statusCode(403);
        As.coordinatorOf("gwent").get(onRecord(person, one)).statusCode(404);
        // of another person, though it is there
        kent.get(onRecord(person, earned())).statusCode(404);
    }

    @Test
    void areNotMadeOfWhatWasRevoked() {
        var me = As.role(Role.VOLUNTEER, "kent");
        var person = learner(me.accountId(), "kent", "Rowan Ŵyn");
        var one = TestQualifications.passed(person, "DSC-102", EARNED);
        var kent = As.coordinatorOf("kent");
        kent.post(
                        "/volunteers/" + person.ref + "/training/" + one.ref + "/revocation",
                        Map.of("reason", "Another learner’s mark", "confirmed", "yes"))
                .statusCode(303);
        me.get(own(one)).statusCode(404);
        kent.get(onRecord(person, one)).statusCode(404);
        me.get("/me/training/certificates")
                .body(containsString("Another learner’s mark"))
                .body(not(containsString(own(one))))
                .body(not(containsString(Reference.grouped(one.code))));
        checked(one.code).body(containsString("Unknown"));
    }

    /** Training rule 4, in London: on 16 June at 11:30pm it is valid, an hour later it is expired, though it is 16 June in UTC. */
    @Test
    void areValidThroughTheirLastDayInLondon() {
        var one = earned();
        var midnight =
                LocalDate.of(2026, 6, 17).atStartOfDay(ClockOfAttest.LONDON).toInstant();
        TestClock.set(midnight.minus(Duration.ofMinutes(30)));
        checked(one.code).body(containsString("On 16 June 2026")).body(containsString("Valid</"));
        TestClock.set(midnight.plus(Duration.ofMinutes(30)));
        checked(one.code)
                .body(containsString("On 17 June 2026"))
                .body(containsString("Expired</"))
                .body(not(containsString("Valid</")));
    }

    @Test
    void areCheckedByTypingTheCode() {
        var code = earned().code;
        var stranger = As.stranger();
        stranger.get("/certificates").statusCode(200).body(containsString("Check the code"));
        for (var typed : List.of(
                code, Reference.grouped(code), " " + Reference.grouped(code).toLowerCase() + " ")) {
            stranger.post("/certificates", Map.of("code", typed))
                    .statusCode(200)
                    .body(containsString("Valid</"));
        }
        stranger.post("/certificates", Map.of()).statusCode(422).body(containsString("Enter the code that stands on"));
        for (var wrong : List.of("NNNNNNNNNNNN", code + "A", code.substring(1), "%", "\u0000", "ŴŴŴŴŴŴŴŴŴŴŴŴ")) {
            stranger.post("/certificates", Map.of("code", wrong))
                    .statusCode(200)
                    .body(containsString("Unknown</"));
        }
    }

    /** A revoked code, one that never was and one that cannot be are one answer, at the same price. */
    @Test
    void sayTheSameOfARevokedAWrongAndAMistypedCode() {
        var revoked = revoked();
        var wrong = facts(checked("NNNNNNNNNNNN"), "NNNNNNNNNNNN");
        assertEquals(wrong, facts(checked(revoked), revoked));
        assertEquals(wrong, facts(checked("OOOO-1111"), "OOOO-1111"));
        var price = statements("NNNNNNNNNNNN");
        assertEquals(price, statements(revoked));
        assertEquals(price, statements("OOOO-1111"));
        assertEquals(price, statements(earned().code));
    }

    private long statements(String code) {
        checked(code);
        long before = sessions.getStatistics().getPrepareStatementCount();
        checked(code);
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }

    /** Two people, forces, modules and days: the public page is the same for both, and no trail is written. */
    @Test
    void sayNothingElseToAnybody() {
        var kent = earned();
        var gwent = TestQualifications.passed(
                learner(null, "gwent", "Somebody Quite Different"), "DSC-101", TestClock.TODAY.minusDays(3));
        long entries = entries("1 = 1");
        var page = checked(kent.code);
        assertEquals(facts(page, kent.code), facts(checked(gwent.code), gwent.code));
        // whoever is signed in sees no more
        assertEquals(
                facts(page, kent.code), facts(As.coordinatorOf("kent").get("/certificates/" + kent.code), kent.code));
        for (var hidden : List.of("Rowan", "DSC-10", "Kent", "16 June 2025", kent.ref)) {
            page.body(not(containsString(hidden)));
        }
        As.stranger().post("/certificates", Map.of("code", kent.code));
        assertEquals(entries, entries("1 = 1"));
        assertEquals(
                0,
                entries("object like '%" + Reference.grouped(kent.code) + "%' or object like '%" + kent.code + "%'"));
    }

    private static long entries(String where) {
        return Rows.of(() -> Panache.getEntityManager()
                .createQuery("select count(*) from TrailEntry where " + where, Long.class)
                .getSingleResult());
    }

    @Test
    void areNotGuessed() {
        int last = 200;
        for (int i = 0; i < 60 && last == 200; i++) {
            last = As.stranger()
                    .get("/certificates/" + Reference.random())
                    .extract()
                    .statusCode();
        }
        assertEquals(429, last);
        As.stranger()
                .post("/certificates", Map.of("code", earned().code))
                .statusCode(429)
                .body(containsString("Too many checks. Try again in"))
                .body(not(containsString("Valid</")));
        As.stranger().get("/certificates").statusCode(200);
    }

    @Test
    void haveCodesThatNobodyCanGuessOrMistake() {
        var code = earned().code;
        assertTrue(code.matches("[23456789ABCDEFGHJKMNPQRSTVWXYZ]{12}"), code);
        assertTrue(12 * Math.log(30) / Math.log(2) > 50);
        assertFalse(code.equals(earned().code));
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgCertificatesTest extends CertificatesTest {}
