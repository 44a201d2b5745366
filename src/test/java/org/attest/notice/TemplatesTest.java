package org.attest.notice;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A force words its letters and messages; what cannot be merged is refused before anybody gets it. */
@QuarkusTest
class TemplatesTest {

    @Inject
    Notices notices;

    @Inject
    TextSeal seal;

    private static Map<String, String> typed(String subject, String body, int number) {
        return Map.of("subject", subject, "body", body, "number", String.valueOf(number));
    }

    @Test
    void isTriedOutWithAnInventedPerson() {
        var coordinator = As.coordinatorOf("kent");
        coordinator.get("/forces/kent/templates").statusCode(200).body(containsString("Reference asked for"));
        coordinator
                .get("/forces/kent/templates/reference-request")
                .statusCode(200)
                .body(containsString("{applicant}"))
                .body(containsString("Rowan Ashdown has named you"));
        coordinator
                .post(
                        "/forces/kent/templates/reference-request/preview",
                        typed("About {applicant}", "Hello {name}\n\n{link} until {until} for {applicant} <b>", 0))
                .statusCode(200)
                .body(containsString("About Rowan Ashdown"))
                .body(containsString("23 June 2026 at 9:32am"))
                .body(containsString("&lt;b&gt;"))
                .body(not(containsString("<b>")));
        coordinator.get("/forces/kent/templates/no-such-template").statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsTriedOutAndRefusesAWrongFieldAndAMissingOneByName(Template template) {
        var coordinator = As.coordinatorOf("kent");
        var path = "/forces/kent/templates/" + template.slug();
        var page = coordinator.get(path).statusCode(200);
        for (var field : template.required()) page.body(containsString("{" + field.key() + "}"));
        var national = template.national();
        var shown = coordinator
                .post(path + "/preview", typed(national.subject(), national.body(), 0))
                .statusCode(200)
                .body(containsString("What an invented person gets"))
                .extract()
                .htmlPath()
                .getString("**.find { it.@'aria-labelledby' == 'preview' }");
        assertFalse(shown.matches("(?s).*[{}].*"), shown);
        coordinator
                .post(path, typed(national.subject(), national.body() + " {welfare}", 0))
                .statusCode(422)
                .body(containsString("{welfare} is no field of this template"));
        for (var field : template.required()) {
            coordinator
                    .post(
                            path,
                            typed(
                                    national.subject().replace("{" + field.key() + "}", ""),
                                    national.body().replace("{" + field.key() + "}", ""),
                                    0))
                    .statusCode(422)
                    .body(containsString("{" + field.key() + "} is missing"));
        }
    }

    @Test
    void wordsThatDoNotFitAnyMoreAreNotSentAndAreNamed() {
        var slug = "dyfed-powys";
        QuarkusTransaction.requiringNew()
                .run(() -> TemplateWording.write(
                        Force.bySlug(slug).orElseThrow(),
                        Template.NEWS,
                        1,
                        new Words("Old", "Dear {title}, {link}"),
                        Instant.parse("2026-06-01T08:00:00Z"),
                        "Somebody"));
        assertTrue(written(slug).contains("There is something new for you"));
        As.coordinatorOf(slug)
                .get("/forces/" + slug + "/templates")
                .body(containsString("own, version 1, do not fit the fields any more"));
    }

    @Test
    void aLetterIsNotWordedWithoutAFieldNorWithOneTooMany() {
        assertEquals("LETTER_OUTCOME needs the field reference", refusal(Map.of("outcome", "Yes")));
        assertEquals(
                "LETTER_OUTCOME has no field welfare",
                refusal(Map.of("outcome", "Yes", "reference", "R", "welfare", "W")));
    }

    private String refusal(Map<String, String> fields) {
        return assertThrows(IllegalArgumentException.class, () -> QuarkusTransaction.requiringNew()
                        .run(() -> notices.worded(
                                Force.bySlug("kent").orElseThrow(), "X", Template.LETTER_OUTCOME, fields)))
                .getMessage();
    }

    @Test
    void refusesUnknownAndMissingFieldsAndKeepsWhatWasTyped() {
        As.coordinatorOf("kent")
                .post("/forces/kent/templates/news", typed("News", "Dear {nmae}, come in", 0))
                .statusCode(422)
                .body(containsString("{nmae} is no field of this template"))
                .body(containsString("{link} is missing"))
                .body(containsString("Dear {nmae}, come in"));
    }

    @Test
    void isUsedFromThenOnInThatForceAloneAndEveryVersionIsKept() {
        var coordinator = As.coordinatorOf("devon-and-cornwall");
        var path = "/forces/devon-and-cornwall/templates/news";
        coordinator.post(path, typed("Our news", "First: {link}", 0)).statusCode(303);
        coordinator.post(path, typed("Our news", "Second: {link}", 1)).statusCode(303);
        assertTrue(written("devon-and-cornwall").contains("Second: "));
        assertTrue(written("kent").contains("There is something new for you"));
        coordinator.get(path).body(containsString("own words, version 2")).body(containsString("First: {link}"));
        coordinator.post(path + "/national", Map.of("number", "2")).statusCode(303);
        assertTrue(written("devon-and-cornwall").contains("There is something new for you"));
    }

    private String written(String slug) {
        var email = Reference.random().toLowerCase() + "@worded.example";
        return QuarkusTransaction.requiringNew().call(() -> {
            notices.write(Force.bySlug(slug).orElseThrow(), email, "X", Template.NEWS, Map.of("link", "/me"));
            var message = Message.<Message>find("recipient", email).firstResult();
            return seal.open(message.content, message.messageId);
        });
    }

    @Test
    void whoeverSavesSecondSeesBothWords() {
        var coordinator = As.coordinatorOf("gwent");
        var path = "/forces/gwent/templates/urgent";
        coordinator.post(path, typed("Theirs", "Theirs {link}", 0)).statusCode(303);
        coordinator
                .post(path, typed("Mine", "Mine {link}", 0))
                .statusCode(409)
                .body(containsString("Theirs {link}"))
                .body(containsString("Mine {link}"));
    }

    @Test
    void aLetterIsSeenAsPdf() throws IOException {
        var pdf = As.role(Role.COORDINATOR, "kent")
                .get("/forces/kent/templates/letter-refusal/preview.pdf")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Dear Rowan Ashdown"), text);
            assertTrue(text.contains("16 June 2026"), text);
            assertTrue(text.contains("You can ask us to look again"), text);
            assertEquals(
                    "Your application to Kent Police",
                    document.getDocumentInformation().getTitle());
        }
        As.coordinatorOf("kent").get("/forces/kent/templates/news/preview.pdf").statusCode(404);
    }
}
