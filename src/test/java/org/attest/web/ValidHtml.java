package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** Asks the W3C's checker whether a page is valid HTML. Every fault counts; its advice does not. */
public final class ValidHtml {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ValidHtml() {}

    /** Fails with every fault, its line and what stands there. */
    public static void assertValid(String page) {
        assertEquals(List.of(), faultsOf(page), "Faults in the HTML");
    }

    private static List<String> faultsOf(String page) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        // it would compare the words of short pages with statistics of languages
        validator.setNoLangDetect(true);
        try {
            var answer = validator.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
            var faults = new ArrayList<String>();
            for (JsonNode message : JSON.readTree(answer).path("messages")) {
                if (message.path("type").asText().equals("info")) continue;
                faults.add("line " + message.path("lastLine").asInt() + ": "
                        + message.path("message").asText() + " at "
                        + message.path("extract").asText());
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
