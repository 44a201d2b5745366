package org.attest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The building blocks of pages: valid, tied to their words, and nothing typed is lost or run. */
@QuarkusTest
@ActivateRequestContext
class TagsTest {

    private static final String EVERY_FIELD = """
            {#include layout}{#title}Every field{/title}{#main}<div class="govuk-width-container"><h1>Every field</h1>
            {#errorSummary form=form/}
            <form action="/x" method="post" novalidate aria-label="Every field">{#csrf/}
            {#field form=form name="email" label="Email address" hint="One you read" type="email" autocomplete="email" width="20"/}
            {#field form=form name="name" label="Name"/}
            {#field form=form name="password" label="Password" type="password" autocomplete="current-password"/}
            {#textarea form=form name="reason" label="Reason" hint="In a sentence" rows="3"/}
            {#dateField form=form name="birth" label="Birth date" hint="For example, 27 March 1990" birthday=true/}
            {#select form=form name="cohort" label="Cohort" options=options empty="No cohort"/}
            {#radios form=form name="type" label="Kind" options=options small=true/}
            {#checkboxes form=form name="kinds" label="Kinds" options=options hint="Any of them"/}
            {#checkbox form=form name="sure" label="I am sure" hint="It cannot be undone"/}
            {#upload form=form name="file" label="The file" accept=".csv"/}
            </form></div>{/main}{/include}""";

    private static final List<Option> OPTIONS = List.of(new Option("A", "The first"), new Option("B", "The <second>"));

    @Inject
    Engine engine;

    @Test
    void anEmptyFormIsValidAndQuiet() {
        var page = page(Form.blank());
        assertTrue(page.contains("<title>Every field – Attest</title>"));
        assertFalse(page.contains("There is a problem"));
        assertFalse(page.contains("govuk-error-message"));
    }

    @Test
    void everyRefusalIsToldOnTopBesideTheFieldAndInTheTitle() {
        var form = Form.blank();
        for (var field :
                List.of("email", "name", "password", "reason", "birth", "cohort", "type", "kinds", "sure", "file")) {
            form.refuse(field, "Mend the " + field);
        }
        var page = page(form);
        assertTrue(page.contains("<title>Check your answers: Every field – Attest</title>"));
        for (var fault : form.faults()) {
            var field = fault.field();
            assertTrue(page.contains("<a href=\"#" + field + "\">Mend the " + field + "</a>"), field);
            assertEquals(1, count(page, "id=\"" + field + "\""), field + " is where the summary leads");
            assertEquals(1, count(page, "id=\"" + field + "-fault\""), field);
            assertTrue(page.matches("(?s).*aria-describedby=\"[^\"]*\\b" + field + "-fault\".*"), field);
        }
    }

    @Test
    void whatWasTypedStaysAndIsNeverRun() {
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle("email", "\"><script>alert(1)</script>");
        typed.putSingle("name", "{config:['quarkus.datasource.password']} ${7*7} =1+1 \u202Eevil");
        typed.putSingle("password", "correct-horse");
        typed.putSingle("reason", "\n</textarea><b>two lines\nof it");
        typed.putSingle("birth-day", "31");
        typed.putSingle("birth-month", "Febuary");
        typed.putSingle("birth-year", "19x0");
        typed.putSingle("cohort", "B");
        typed.putSingle("type", "A");
        typed.addAll("kinds", "A", "B");
        typed.putSingle("sure", "yes");
        var page = page(Form.of(typed));
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""));
        assertTrue(page.contains("{config:[&#39;quarkus.datasource.password&#39;]} ${7*7} =1+1"));
        assertFalse(page.contains("correct-horse"), "a password is never shown again");
        assertTrue(page.contains("&lt;/textarea&gt;&lt;b&gt;two lines\nof it</textarea>"));
        assertTrue(page.contains("name=\"birth-day\" type=\"text\" inputmode=\"numeric\" value=\"31\""));
        assertTrue(page.contains("value=\"Febuary\""));
        assertTrue(page.contains("value=\"19x0\""));
        assertTrue(page.contains("<option value=\"B\" selected>The &lt;second&gt;</option>"));
        assertEquals(4, count(page, "\" checked"), "one radio, two of the boxes and the single one");
    }

    @Test
    void aMarkNeverStandsWithoutItsWord() {
        var tag = engine.parse(
                        "{#tag kind=\"unmet\"}Not deployable{/tag}{#tag kind='plain'}Tier 2{/tag}{#mark kind='met' large=true/}")
                .render();
        assertTrue(tag.contains("attest-tag--unmet"));
        assertTrue(tag.contains("<use href=\"#m-unmet\"/></svg>Not deployable</strong>"));
        assertTrue(tag.contains("attest-tag--plain\">Tier 2</strong>"));
        assertTrue(tag.contains("attest-mark--large attest-is-met\" aria-hidden=\"true\""));
    }

    @Test
    void pagesOfAListKeepItsFilters() {
        var pages = valid(
                "{#pagination paging=paging path='/list?q=a%26b' label='Pages of people'/}",
                "paging", new Paging(5, 25, 250));
        assertTrue(pages.contains("href=\"/list?q=a%26b&amp;page=4\" rel=\"prev\""));
        assertTrue(pages.contains("href=\"/list?q=a%26b&amp;page=6\" rel=\"next\""));
        assertTrue(pages.contains("aria-label=\"Page 5\" aria-current=\"page\""));
        assertEquals(List.of(1, 0, 4, 5, 6, 0, 10), new Paging(5, 25, 250).shown());
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), new Paging(4, 25, 175).shown());
        assertEquals(List.of(1, 2, 0, 7), new Paging(1, 25, 175).shown());
        assertEquals(List.of(1, 2, 3, 4), new Paging(1, 25, 100).shown());
        assertEquals(List.of(1), new Paging(1, 25, 0).shown());
        assertEquals("/list?page=2", new Paging(1, 25, 30).addressOf("/list", 2));
    }

    @Test
    void aShortListHasNoPages() {
        assertFalse(valid("{#pagination paging=paging path='/list'/}", "paging", new Paging(1, 25, 25))
                .contains("<nav class=\"govuk-pagination"));
    }

    @Test
    void aHistorySaysWhatWhoWhenAndWhy() {
        var history = valid(
                "<h2>History</h2>{#timeline entries=entries/}",
                "entries",
                List.of(
                        new TimelineEntry(
                                "Moved to interview",
                                "Priya Raman, coordinator",
                                Instant.parse("2026-06-04T08:32:00Z"),
                                "Passed <sift>"),
                        new TimelineEntry(
                                "Came in", "an authorised person", Instant.parse("2026-01-04T08:32:00Z"), null)));
        assertTrue(history.contains("by Priya Raman, coordinator"));
        assertTrue(history.contains("<time datetime=\"2026-06-04T08:32:00Z\">4 June 2026 at 9:32am</time>"));
        assertTrue(history.contains("Passed &lt;sift&gt;"));
        assertEquals(1, count(history, "moj-timeline__description"));
    }

    private String page(Form form) {
        var page = engine.parse(EVERY_FIELD)
                .data("form", form)
                .data("options", OPTIONS)
                .render();
        ValidHtml.assertValid(page);
        return page;
    }

    private String valid(String part, String name, Object value) {
        var page = engine.parse(
                        "{#include layout}{#title}A part{/title}{#main}<h1>A part</h1>" + part + "{/main}{/include}")
                .data(name, value)
                .render();
        ValidHtml.assertValid(page);
        return page;
    }

    private static int count(String page, String what) {
        return page.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }
}
