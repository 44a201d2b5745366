package org.attest.recruitment.paper;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.attest.As;
import org.attest.OnPostgres;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.recruitment.request.TestRequests;
import org.attest.security.Role;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperPurpose;
import org.attest.volunteer.People;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Clamd;
import org.junit.jupiter.api.Test;

/** A paper is sent by the person, opened and verified or returned by somebody else, and its content is nobody else's. */
@QuarkusTest
class PapersTest {

    private static final byte[] PDF = TestPapers.PDF;

    private final As own = As.role(Role.APPLICANT, "kent");
    private final As kent = As.coordinatorOf("kent");

    private Volunteer me() {
        return People.special().withAccount(own.accountId()).saved();
    }

    private Volunteer me(EligibilityAnswers found) {
        return People.special().withAccount(own.accountId()).eligible(found).saved();
    }

    private static EligibilityAnswers found(boolean abroad, OccupationFinding occupation) {
        return new EligibilityAnswers(
                RightToRemain.UK_OR_EEA_NATIONAL, LocalDate.of(1990, 5, 5), abroad, false, "Teacher", occupation);
    }

    private static <T> T of(Callable<T> look) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(look));
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static Paper newest(Volunteer person) {
        return of(() -> Paper.of(again(person)).get(0));
    }

    private static List<String> trail(Volunteer person) {
        return of(() -> Panache.getEntityManager()
                .createQuery("select e.action from TrailEntry e where e.subject = :ref order by e.number", String.class)
                .setParameter("ref", person.ref)
                .getResultList());
    }

    private ValidatableResponse send(String purpose, String words, String name, byte[] content) {
        return own.withToken()
                .multiPart("for", purpose)
                .multiPart("words", words)
                .multiPart("file", name, content, "text/html")
                .post("/me/papers")
                .then();
    }

    private static String page(Paper paper) {
        return "/volunteers/" + paper.volunteer.ref + "/papers/" + paper.ref;
    }

    @Test
    void isSentOpenedAndVerified() {
        var person = me();
        own.get("/me/papers").statusCode(200).body(containsString("No paper is sent yet"));
        send("OTHER", "My degree", "../../degree.html", PDF).statusCode(303);
        var paper = newest(person);
        assertEquals("degree.html", paper.calledBySender);
        own.get("/me/papers")
                .body(containsString("My degree"))
                .body(containsString("nobody has looked at it yet"))
                .body(containsString("not scanned for viruses"));
        kent.get("/volunteers/" + person.ref + "/papers").body(containsString(page(paper)));
        kent.get(page(paper)).body(containsString("Nobody has opened it yet")).body(containsString(paper.sha256));
        kent.post(page(paper) + "/verification", Map.of())
                .statusCode(422)
                .body(containsString("Open the paper before you verify it"));
        var file = kent.get(page(paper) + "/file").statusCode(200).extract();
        assertArrayEquals(PDF, file.asByteArray());
        assertEquals("application/pdf", file.contentType());
        assertEquals(
                "attachment; filename=\"paper-" + paper.ref.toLowerCase() + ".pdf\"",
                file.header("Content-Disposition"));
        assertEquals("nosniff", file.header("X-Content-Type-Options"));
        assertEquals("no-store", file.header("Cache-Control"));
        own.get("/me/papers").body(containsString(kent.name() + " has looked at it"));
        kent.post(page(paper) + "/verification", Map.of()).statusCode(303);
        kent.post(page(paper) + "/verification", Map.of())
                .statusCode(422)
                .body(containsString("This was decided already"));
        own.get("/me/papers").body(containsString("Verified by " + kent.name()));
        assertTrue(trail(person).containsAll(List.of("paper sent", "paper opened", "paper decided")));
        assertEquals(List.of("Your paper is verified"), of(() -> Panache.getEntityManager()
                .createQuery("select n.sentence from Notice n where n.account.id = :a", String.class)
                .setParameter("a", own.accountId())
                .getResultList()));
    }

    @Test
    void waitsOnTheHomeOfTheCoordinators() {
        var person = People.special().in("cumbria").saved();
        var paper = TestPapers.sent(person);
        var cumbria = As.coordinatorOf("cumbria");
        cumbria.get("/").body(containsString("Paper to verify: " + person.fullName));
        cumbria.post(page(paper) + "/return", Map.of("reason", "Illegible")).statusCode(303);
        cumbria.get("/").body(not(containsString("Paper to verify: " + person.fullName)));
    }

    @Test
    void isReturnedWithAReasonThatThePersonReads() {
        var person = me();
        send("OTHER", "My degree", "degree.pdf", PDF).statusCode(303);
        var paper = newest(person);
        kent.post(page(paper) + "/return", Map.of("reason", " "))
                .statusCode(422)
                .body(containsString("Enter why, for the person to read"));
        kent.post(page(paper) + "/return", Map.of("reason", "The date cannot be read"))
                .statusCode(303);
        own.get("/me/papers").body(containsString("The date cannot be read"));
        own.post("/me/papers/" + paper.ref + "/withdrawal", Map.of()).statusCode(422);
    }

    @Test
    void isTakenBackWhileNobodyHasLookedAndNothingIsKept() {
        var person = me();
        send("OTHER", "The wrong photograph", "a.pdf", PDF).statusCode(303);
        var paper = newest(person);
        own.get("/me/papers/" + paper.ref + "/file").statusCode(200);
        own.post("/me/papers/" + paper.ref + "/withdrawal", Map.of()).statusCode(303);
        own.get("/me/papers").body(containsString("Nothing of the file is kept"));
        own.get("/me/papers/" + paper.ref + "/file").statusCode(404);
        kent.get(page(paper) + "/file").statusCode(404);
        assertEquals(0L, contentsOf(paper));
        send("OTHER", "The right one", "b.pdf", PDF).statusCode(303);
        var second = newest(person);
        kent.get(page(second) + "/file").statusCode(200);
        own.post("/me/papers/" + second.ref + "/withdrawal", Map.of())
                .statusCode(422)
                .body(containsString("has looked at this paper already"));
        assertEquals(1L, contentsOf(second));
    }

    private static long contentsOf(Paper paper) {
        return of(() -> (Long) Panache.getEntityManager()
                .createQuery("select count(c) from PaperContent c where c.paperId = :id")
                .setParameter("id", paper.id)
                .getSingleResult());
    }

    @Test
    void standsInTheDatabaseEncrypted() {
        var person = me();
        send("OTHER", "My degree", "a.pdf", PDF).statusCode(303);
        var stored = of(() -> (byte[]) Panache.getEntityManager()
                .createNativeQuery("select sealed from paper_content where paper_id = " + newest(person).id)
                .getSingleResult());
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("certificate"));
    }

    @Test
    void whatAttestCannotTakeIsRefusedBesideItsField() {
        var person = me();
        send("", "", "a.pdf", PDF).statusCode(422).body(containsString("Choose what it is for"));
        send("OTHER", "", "a.pdf", PDF).statusCode(422).body(containsString("Enter what it shows"));
        send("skill-NNNNNNNNNNNN", "", "a.pdf", PDF).statusCode(422);
        send("OTHER", "A page", "a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII))
                .statusCode(422)
                .body(containsString("Send a PDF, JPEG or PNG file"))
                .body(containsString("value=\"A page\""));
        send("OTHER", "Nothing", "a.pdf", new byte[0]).statusCode(422).body(containsString("The file is empty"));
        assertEquals(List.of(), of(() -> Paper.of(again(person))));
    }

    @Test
    void aVirusIsRefusedAndEnteredInTheTrail() {
        var person = me();
        try (var clamd = new Clamd()) {
            clamd.inUse();
            send("OTHER", "My degree", "a.pdf", Clamd.INFECTED)
                    .statusCode(422)
                    .body(containsString("A virus was found in this file"));
            assertTrue(trail(person).contains("infected file refused"));
            send("OTHER", "My degree", "a.pdf", Clamd.CLEAN).statusCode(303);
            own.get("/me/papers").body(not(containsString("not scanned for viruses")));
            assertTrue(newest(person).scanned);
        }
        // the scanner is gone now, and nothing gets through
        send("OTHER", "My degree", "a.pdf", Clamd.CLEAN).statusCode(422).body(containsString("Try again later"));
        assertEquals(1, of(() -> Paper.of(again(person)).size()));
    }

    /** Vetting rule 14. */
    @Test
    void aVerifiedCertificateOfGoodConductIsSeen() {
        var person = me(found(true, OccupationFinding.NO_CONFLICT));
        send("PERMISSION", "", "a.pdf", PDF).statusCode(422);
        send("GOOD_CONDUCT", "", "a.pdf", PDF).statusCode(303);
        verified(person);
        assertTrue(of(() -> Eligibility.newest(again(person)).orElseThrow().goodConductSeen));
        assertEquals(2, of(() -> Eligibility.of(again(person)).size()));
        assertTrue(trail(person).contains("eligibility found"));
    }

    /** Vetting section 6. */
    @Test
    void aVerifiedPermissionIsGiven() {
        var person = me(found(false, OccupationFinding.PERMISSION_NEEDED));
        send("PERMISSION", "", "a.pdf", PDF).statusCode(303);
        verified(person);
        assertEquals(
                OccupationFinding.PERMISSION_GIVEN,
                of(() -> Eligibility.newest(again(person)).orElseThrow().occupationFinding));
    }

    private void verified(Volunteer person) {
        var paper = newest(person);
        kent.get(page(paper) + "/file").statusCode(200);
        kent.post(page(paper) + "/verification", Map.of()).statusCode(303);
    }

    @Test
    void answersWhatWasAskedForAndClosesTheRequest() {
        var person = me();
        var request = of(() -> InformationRequest.ask(
                        again(person),
                        List.of(new InformationRequest.Asked(Information.OTHER, "Your degree certificate")),
                        TestClock.TODAY.plusDays(10),
                        null,
                        People.SOMEBODY,
                        kent.accountId(),
                        clock())
                .request());
        own.get("/me/requests/" + request.ref).body(containsString("href=\"/me/papers\""));
        own.get("/me/papers").body(containsString("What you were asked for: Your degree certificate"));
        send("item-1", "", "a.pdf", PDF).statusCode(303);
        assertFalse(of(() -> InformationRequest.byRef(request.ref).orElseThrow().isOpen()));
        assertEquals("Sent as a paper", of(() -> RequestedItem.of(
                        InformationRequest.byRef(request.ref).orElseThrow())
                .get(0)
                .answer));
        var paper = newest(person);
        assertEquals(PaperPurpose.REQUESTED, paper.purpose);
        kent.get(page(paper)).body(containsString("/requests/" + request.ref));
    }

    private static Clock clock() {
        return Arc.container().select(Clock.class).get();
    }

    @Test
    void isSentForAChangeThatWaits() {
        var person = me();
        var change = TestRequests.change(person);
        own.get("/me/papers?for=change-" + change.ref)
                .body(containsString("value=\"change-" + change.ref + "\" checked"));
        send("change-" + change.ref, "", "a.pdf", PDF).statusCode(303);
        kent.get(page(newest(person))).body(containsString("/detail-changes/" + change.ref));
    }

    @Test
    void nobodyVerifiesTheirOwn() {
        var person = People.special().withAccount(kent.accountId()).saved();
        var paper = TestPapers.sent(person);
        kent.get(page(paper)).statusCode(422);
        kent.get(page(paper) + "/file").statusCode(422);
        kent.post(page(paper) + "/verification", Map.of()).statusCode(422);
        assertTrue(newest(person).isWaiting());
    }

    @Test
    void isNobodyElses() {
        var paper = TestPapers.sent(People.special().saved());
        me();
        own.get("/me/papers/" + paper.ref + "/file").statusCode(404);
        own.post("/me/papers/" + paper.ref + "/withdrawal", Map.of()).statusCode(404);
        As.coordinatorOf("gwent").get(page(paper) + "/file").statusCode(404);
        As.role(Role.SUPERVISOR, "kent").get(page(paper) + "/file").statusCode(403);
        var other = People.special().saved();
        kent.get("/volunteers/" + other.ref + "/papers/" + paper.ref).statusCode(404);
    }

    @Test
    void moreThanTheForceCanLookAtWaitNot() {
        var person = me();
        for (int i = 0; i < Paper.MOST_WAITING; i++) TestPapers.sent(person);
        send("OTHER", "One more", "a.pdf", PDF).statusCode(422).body(containsString("wait already"));
    }

    @Test
    void whoHasLeftSendsNone() {
        People.special().inStage(Stage.LEFT).withAccount(own.accountId()).saved();
        send("OTHER", "My degree", "a.pdf", PDF).statusCode(422);
    }

    @Test
    void followsWhenTwoRecordsBecomeOne() {
        var kept = People.special().saved();
        var gone = People.special().saved();
        var paper = TestPapers.sent(gone);
        kent.post(
                        "/volunteers/" + kept.ref + "/duplicates/" + gone.ref + "/merge",
                        Map.of(
                                "version",
                                of(() -> again(kept).version + "-" + again(gone).version),
                                "how",
                                "Asked on the telephone",
                                "email",
                                "this",
                                "fullName",
                                "this"))
                .statusCode(303);
        assertArrayEquals(
                PDF,
                kent.get("/volunteers/" + kept.ref + "/papers/" + paper.ref + "/file")
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }
}

@QuarkusTest
@TestProfile(OnPostgres.class)
class PgPapersTest extends PapersTest {}
