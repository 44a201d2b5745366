package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.attest.vetting.TestForms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the invitation to a vetting form that is sent: on a phone, by keyboard alone and without script. */
@QuarkusTest
class VettingFormJobTest {

    private static final int PHONE = 375;

    private static Chromium chromium;

    @TestHTTPResource
    URI home;

    private Page page;
    private Keyboard keyboard;
    private final List<String> visited = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
    }

    @Test
    void fillsInEveryPartAndSends() {
        var forms = TestForms.invited();
        var cookie = new Cookie("attest_session", forms.browser().cookie()).setUrl(home.toString());
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(PHONE, 700)
                        .setBaseURL(home.toString()))) {
            context.addCookies(List.of(cookie));
            page = context.newPage();
            keyboard = new Keyboard(page);
            page.navigate("/me");
            keyboard.to(link("Fill in your vetting form")).enter();
            assertThat(page.locator("main")).containsText("0 of 13 parts are done");
            look();

            part("Your names");
            type("fullName", "Ottoline Quill");
            day("birthDate", "5", "May", "1990");
            type("birthPlace", "Hereford, United Kingdom");
            type("nationalities", "British");
            choose("remain", "UK_OR_EEA_NATIONAL");
            tick("none");
            save();
            part("Where you have lived");
            type("row0-address", "7 Mill Lane, Maidstone");
            choose("row0-uk", "yes");
            day("row0-from", "1", "March", "2024");
            keyboard.to(button("Save and add another")).enter();
            assertThat(page.locator("main")).containsText("Address 2");
            type("row1-address", "1 Quay Street, Hereford");
            choose("row1-uk", "yes");
            day("row1-from", "5", "5", "1990");
            day("row1-to", "29", "2", "2024");
            save();
            part("Time abroad");
            tick("none");
            save();
            part("The other people");
            choose("partner", "no");
            tick("complete");
            choose("row0-relation", "PARENT");
            type("row0-name", "Octavia Quill");
            day("row0-birthDate", "3", "2", "1960");
            type("row0-address", "1 Quay Street, Hereford");
            choose("row0-told", "yes");
            save();
            part("Money");
            choose("behind", "no");
            tick("none");
            save();
            part("Work and business interests");
            type("occupation", "Librarian");
            choose("forces", "no");
            tick("none");
            save();
            for (var title : List.of("Police matters", "Associations", "Online profiles", "Earlier vetting")) {
                part(title);
                tick("none");
                save();
            }
            part("Under investigation now");
            choose("live", "no");
            save();
            part("Groups that expose people");
            choose("link", "no");
            save();
            part("What you agree to");
            for (var box : List.of("checks", "told", "changes", "honesty")) tick(box);
            save();
            assertThat(page.locator("main")).containsText("13 of 13 parts are done");

            keyboard.to(link("Check your answers and send")).enter();
            look();
            tick("declaration");
            keyboard.to(button("Send my form to the vetting unit")).enter();
            assertThat(page.locator("main")).containsText("With the vetting unit since 16 June 2026");
            look();
            keyboard.to(link("Read or print it")).enter();
            assertThat(page.locator("main")).containsText("Octavia Quill");
            look();
        }
        scanned(cookie);
    }

    private void part(String title) {
        keyboard.to(link(title)).enter();
        assertThat(page.locator("h1")).hasText(title);
    }

    private void save() {
        keyboard.to(button("Save and go back to the list")).enter();
        assertThat(page.locator("h1")).hasText("My vetting form");
    }

    private void type(String field, String text) {
        keyboard.to(page.locator("#" + field)).type(text);
    }

    private void tick(String field) {
        keyboard.to(page.locator("#" + field)).tick();
    }

    private void day(String field, String day, String month, String year) {
        type(field, day);
        type(field + "-month", month);
        type(field + "-year", year);
    }

    /** The tab key reaches one radio of a group; the arrows go on from there. */
    private void choose(String field, String value) {
        var wanted = page.locator("input[name=" + field + "][value=" + value + "]");
        keyboard.to(page.locator("input[name=" + field + "]").first());
        page.keyboard().press("Space");
        for (int i = 0; i < 8 && !wanted.isChecked(); i++) page.keyboard().press("ArrowDown");
        assertThat(wanted).isChecked();
    }

    private void look() {
        visited.add(URI.create(page.url()).getRawPath());
    }

    /** What the scan needs script for; the parts are scanned with every other page. */
    private void scanned(Cookie cookie) {
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBypassCSP(true)
                        .setViewportSize(PHONE, 700)
                        .setBaseURL(home.toString()))) {
            context.addCookies(List.of(cookie));
            var scan = context.newPage();
            for (var path : visited.stream().distinct().toList()) {
                scan.navigate(path);
                assertEquals(
                        false,
                        scan.evaluate(
                                "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"),
                        path + " scrolls sideways");
                assertEquals(
                        List.of(),
                        new AxeBuilder(scan)
                                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                        .analyze()
                                        .getViolations()
                                        .stream()
                                        .map(v -> v.getId() + " " + v.getNodes())
                                        .toList(),
                        path);
            }
        }
    }

    private Locator link(String name) {
        return page.locator("main a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))
                .first();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
