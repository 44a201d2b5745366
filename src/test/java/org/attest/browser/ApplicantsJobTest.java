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
import org.attest.force.Reference;
import org.attest.recruitment.application.TestLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the public page of a force to an application that is sent: on a phone, by keyboard alone and without script. */
@QuarkusTest
class ApplicantsJobTest {

    private static final int PHONE = 375;
    private static final String PASSWORD = "three quiet otters paddle";

    private static Chromium chromium;

    @TestHTTPResource
    URI home;

    private Page page;
    private Keyboard keyboard;
    private final List<String> wide = new ArrayList<>();
    private final List<String> visited = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void openAPhoneWithoutScript() {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(PHONE, 700)
                        .setBaseURL(home.toString()));
        page = context.newPage();
        keyboard = new Keyboard(page);
    }

    @Test
    void checksAppliesOverSeveralEveningsAndSends() {
        var email = Reference.random().toLowerCase() + "@strangers.example";
        page.navigate("/apply/kent");
        look();
        assertThat(page.locator("main")).containsText("how long it takes");

        keyboard.to(link("Check whether I am eligible")).enter();
        look();
        day("birthDate", "5", "May", "1990");
        choose("rightToRemain", "UK_OR_EEA_NATIONAL");
        day("residentSince", "5", "5", "1990");
        choose("longAbroad", "no");
        type("occupation", "Librarian");
        choose("hours", "yes");
        choose("politics", "no");
        keyboard.to(button("See the answer")).enter();
        assertThat(heading()).hasText("You can apply now");

        keyboard.to(link("Start an application")).enter();
        look();
        type("fullName", "Ottoline Quill");
        type("email", email);
        keyboard.enter();
        assertThat(heading()).hasText("Look into your inbox");
        assertThat(page.locator("main")).containsText(email);

        page.navigate(TestLinks.start("kent", "Ottoline Quill", email));
        look();
        type("password", PASSWORD);
        type("again", PASSWORD);
        keyboard.enter();
        signIn(email);
        look();
        assertThat(page.locator("main")).containsText("0 of 7 parts are done");
        whatNext();

        section("About you");
        day("birthDate", "5", "May", "1990");
        save();
        section("Contact");
        type("phone", "01622 555 0107");
        save();

        // another evening
        keyboard.to(button("Sign out")).enter();
        page.navigate("/apply/kent");
        keyboard.to(link("Sign in and go on")).enter();
        signIn(email);
        assertThat(page.locator("main")).containsText("2 of 7 parts are done");

        section("Eligibility");
        choose("rightToRemain", "UK_OR_EEA_NATIONAL");
        day("residentSince", "5", "5", "1990");
        choose("longAbroad", "no");
        type("occupation", "Librarian");
        choose("politics", "no");
        save();
        section("Why you, and your time");
        type("why", "I mend what others break.");
        type("hours", "20");
        save();

        keyboard.to(link("Digital skills")).enter();
        look();
        whatNext();
        keyboard.to(page.locator("#area"));
        page.keyboard().type("Networks");
        type("detail", "Reading what passes through a network");
        choose("level", "ADVANCED");
        type("evidence", "Ten years at a library");
        keyboard.to(button("Add this skill")).enter();
        keyboard.to(link("Back to my application")).enter();

        keyboard.to(link("Referees")).enter();
        look();
        whatNext();
        for (var name : List.of("Augustus Pym", "Beatrix Onslow")) {
            type("fullName", name);
            type("relation", "We work together since 2020");
            type("email", Reference.random().toLowerCase() + "@referees.example");
            keyboard.to(button("Add this person")).enter();
        }
        keyboard.to(link("Back to my application")).enter();

        section("Your consents");
        for (var box : List.of("consentData", "consentVetting", "consentReferences")) {
            keyboard.to(page.locator("#" + box)).tick();
        }
        save();
        assertThat(page.locator("main")).containsText("7 of 7 parts are done");

        keyboard.to(link("Check your answers and send")).enter();
        look();
        whatNext();
        keyboard.to(page.locator("#declaration")).tick();
        keyboard.to(button("Send my application to Kent Police")).enter();
        assertThat(heading()).hasText("Your application has been sent");
        whatNext();
        look();
        keyboard.to(link("Read or print what you sent")).enter();
        look();
        assertThat(page.locator("main")).containsText("I mend what others break.");
        page.navigate("/me");
        look();
        whatNext();
        assertThat(page.locator("main")).containsText("The coordinator of Kent Police");

        assertEquals(List.of(), wide, "pages that scroll sideways on a phone");
        scanned();
    }

    /** What a fresh reader looks for on each page of an applicant. */
    private void whatNext() {
        assertThat(page.locator("main")).containsText("What happens next");
    }

    private void section(String title) {
        keyboard.to(link(title)).enter();
        assertThat(heading()).hasText(title);
        look();
        whatNext();
    }

    private void save() {
        keyboard.to(button("Save and go back to the list")).enter();
        assertThat(heading()).hasText("My application");
    }

    private void signIn(String email) {
        type("email", email);
        type("password", PASSWORD);
        keyboard.enter();
    }

    private void type(String field, String text) {
        keyboard.to(page.locator("#" + field)).type(text);
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

    /** Notes a page that is wider than the phone, and remembers it for the accessibility scan, which needs script. */
    private void look() {
        // without script nothing can be evaluated by the page; the browser still knows how wide it is laid out
        if (page.locator("body").boundingBox().width > PHONE + 1) wide.add(page.url());
        var path = URI.create(page.url()).getRawPath();
        if (!path.startsWith("/application-links/")) visited.add(path);
    }

    private void scanned() {
        var session = page.context().cookies().stream()
                .filter(c -> c.name.equals("attest_session"))
                .findFirst()
                .orElseThrow();
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBypassCSP(true)
                        .setViewportSize(PHONE, 700)
                        .setBaseURL(home.toString()))) {
            context.addCookies(List.of(new Cookie("attest_session", session.value).setUrl(home.toString())));
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

    private Locator heading() {
        return page.locator("h1");
    }

    private Locator link(String name) {
        // a link that looks like a button has the role of one
        return page.locator("main a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))
                .first();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
