package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Markdown of a module: what it may do on a page, and what it may not. */
class ProseTest {

    @Test
    void showsHtmlAsText() {
        var html = Prose.html("Before <script>alert(1)</script> and\n\n<img src=x onerror=alert(1)>");
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void leadsLinksToHttpsOrNowhere() {
        assertTrue(Prose.html("[a](https://www.gov.uk/x)").contains("href=\"https://www.gov.uk/x\""));
        for (var url : new String[] {"javascript:alert(1)", "http://x.example", "data:text/html,x", "/sign-out"}) {
            assertTrue(Prose.html("[a](" + url + ")").contains("href=\"\""), url);
        }
    }

    @Test
    void readsAPictureOutByItsText() {
        assertEquals(
                "<p class=\"govuk-body\">A chart of hours</p>\n",
                Prose.html("![A chart of hours](https://x.example/y)"));
    }

    @Test
    void givesTablesHeadingsForReaders() {
        var html = Prose.html("| a | b |\n|---|---|\n| 1 | 2 |");
        assertTrue(html.contains("<th class=\"govuk-table__header\" scope=\"col\">a</th>"), html);
    }
}
