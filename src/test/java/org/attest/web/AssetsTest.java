package org.attest.web;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Style sheets, scripts and pictures come from here, for a year, and without what belongs to gov.uk alone. */
@QuarkusTest
class AssetsTest {

    @Inject
    Assets assets;

    @ParameterizedTest
    @CsvSource({
        "govuk-frontend.css, text/css; charset=utf-8",
        "moj-frontend.css, text/css; charset=utf-8",
        "attest.css, text/css; charset=utf-8",
        "govuk-frontend.js, text/javascript; charset=utf-8",
        "attest.js, text/javascript; charset=utf-8",
        "favicon.svg, image/svg+xml"
    })
    void areKeptForAYearAndCompressed(String name, String type) {
        given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(assets.getRoot() + "/" + name)
                .then()
                .statusCode(200)
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .header("Vary", containsString("Accept-Encoding"))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Set-Cookie", equalTo(null));
    }

    @Test
    void arePlainForWhoCannotDecompress() {
        given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity")
                .get(assets.getRoot() + "/attest.css")
                .then()
                .statusCode(200)
                .header("Content-Encoding", not(equalTo("gzip")))
                .body(containsString("--attest-ink"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/0000000000000000/attest.css",
                "/assets/attest.css",
                "/assets/",
                "/assets",
                "/favicon.ico",
                "/assets/0000000000000000/../attest.css",
                "/attest.css"
            })
    void areNotFoundUnderAnyOtherAddress(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void haveNothingThatBelongsToGovUkAlone() {
        for (var name : new String[] {"govuk-frontend.css", "moj-frontend.css", "govuk-frontend.js"}) {
            var text = text(name).toLowerCase(Locale.ROOT);
            for (var foreign : new String[] {"gds transport", "@font-face", "crown", "crest", "sourcemappingurl"}) {
                assertFalse(text.contains(foreign), name + " has " + foreign);
            }
            assertTrue(text.contains(name.startsWith("moj") ? "moj-timeline" : "govuk-error-summary"), name);
        }
    }

    @Test
    void fetchNothingFromAnywhereElse() {
        for (var name : new String[] {"govuk-frontend.css", "moj-frontend.css", "attest.css"}) {
            var found =
                    Pattern.compile("url\\((?!\"?data:)[^)]*\\)|@import[^;]*").matcher(text(name));
            assertFalse(found.find(), () -> name + " fetches " + found.group());
        }
    }

    @Test
    void keepTheirBracesInPairs() {
        for (var name : new String[] {"govuk-frontend.css", "moj-frontend.css", "attest.css"}) {
            var text = text(name);
            assertEquals(
                    text.chars().filter(c -> c == '{').count(),
                    text.chars().filter(c -> c == '}').count(),
                    name);
        }
    }

    private String text(String name) {
        return given().get(assets.getRoot() + "/" + name).then().extract().asString();
    }
}
