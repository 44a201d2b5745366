package org.attest.recruitment;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attest.As;
import org.attest.volunteer.People;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.junit.jupiter.api.Test;

/** A letter is made from the record, in the force's words, and the trail knows of it. */
@QuarkusTest
class LettersToPeopleTest {

    @Test
    void aLetterIsMadeAsPdfAndEnteredInTheTrail() throws IOException {
        var person = People.special()
                .in("kent")
                .named("Nguyễn Thị Ngọc")
                .inStage(Stage.INTERVIEW)
                .saved();
        var coordinator = As.coordinatorOf("kent");
        var path = "/volunteers/" + person.ref + "/letters";
        coordinator.get(path).statusCode(200).body(containsString("Letter: outcome"));
        coordinator.get(path + "/letter-outcome").statusCode(200).body(containsString(Formats.grouped(person.ref)));
        coordinator
                .post(path + "/letter-outcome", Map.of("outcome", "", "reference", "X"))
                .statusCode(422)
                .body(containsString("Enter "));
        var pdf = coordinator
                .post(
                        path + "/letter-outcome",
                        Map.of(
                                "outcome",
                                "The residence rule <three years> is not met.\nAsk again from 30 June {name}.",
                                "reference",
                                Formats.grouped(person.ref)))
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Dear Nguyễn Thị Ngọc"), text);
            assertTrue(text.contains("The residence rule <three years> is not met."), text);
            assertTrue(text.contains("Ask again from 30 June {name}."), "a value is text and nothing else");
        }
        var entries = QuarkusTransaction.requiringNew().call(() -> Volunteer.getEntityManager()
                .createQuery(
                        "select e.fields from TrailEntry e where e.action = 'letter made' and e.subject = ?1",
                        String.class)
                .setParameter(1, person.ref)
                .getResultList());
        assertEquals(1, entries.size());
        coordinator.get(path + "/news").statusCode(404);
    }
}
