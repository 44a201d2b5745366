package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.attest.As;
import org.attest.security.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first whole job, as a coordinator does it: by keyboard alone and without script. */
@QuarkusTest
class CoordinatorsJobTest {

    private static final String SHEET = """
            Collar No;Forename;Surname;D.O.B.;E-mail;Mobile;Applied;Right to remain
            007;Wilhelmina;Journey;04/06/1990;wilhelmina.journey@tests.example;07700 900123;2 March 2026;British
            008;Ottoline;Journey;31/02/1991;ottoline.journey@tests.example;07700 900124;2 March 2026;British
            """;

    private static Chromium chromium;

    @TestHTTPResource
    URI home;

    private Page page;
    private Keyboard keyboard;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void openWithoutScript() {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(home.toString()));
        page = context.newPage();
        keyboard = new Keyboard(page);
    }

    @Test
    void importsASheetMovesAPersonOnAndAsksWhetherTheyMayBeDeployed() {
        signIn(As.coordinatorOf("kent").email());

        keyboard.to(link("Imports")).enter();
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("kent by hand.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)));
        keyboard.to(page.locator("form[enctype] button")).enter();
        assertThat(heading()).hasText("Which column is what?");
        keyboard.to(button("See what would happen")).enter();

        assertThat(heading()).hasText("What would happen");
        keyboard.to(page.locator("a[href*='show=refused']").first()).enter();
        assertThat(page.locator("main")).containsText("31/02/1991");
        assertThat(page.locator("main")).containsText("D.O.B.");
        keyboard.to(button("Bring in the ticked rows")).enter();
        assertThat(page.locator("main")).containsText("Wilhelmina Journey");

        keyboard.to(link("Volunteers")).enter();
        keyboard.to(page.locator("#q")).type("Wilhelmina").enter();
        keyboard.to(page.locator("input[name=person]")).tick();
        page.keyboard().press("Shift+Tab");
        assertThat(button("See what would happen")).isFocused();
        keyboard.enter();
        assertThat(page.locator("main")).containsText("Wilhelmina Journey");
        assertThat(page.locator("main")).containsText("Nothing has changed yet");
        keyboard.to(page.locator("main .attest-actions button")).enter();
        assertThat(page.locator("main")).containsText("Done");

        keyboard.to(link("Volunteers")).enter();
        keyboard.to(page.locator("#q")).type("Wilhelmina").enter();
        keyboard.to(link("Wilhelmina Journey")).enter();
        assertThat(heading()).hasText("Wilhelmina Journey");
        assertThat(page.locator(".attest-verdict__sentence")).containsText("cannot be deployed");
        keyboard.to(page.locator("#on")).type("4");
        page.keyboard().press("Tab");
        keyboard.type("June");
        page.keyboard().press("Tab");
        keyboard.type("2027").enter();
        assertThat(page.locator(".attest-verdict__sentence")).containsText("4 June 2027");
        keyboard.to(link("History")).enter();
        assertThat(page.locator(".moj-timeline")).containsText("interview");
    }

    private void signIn(String email) {
        page.navigate("/sign-in");
        keyboard.to(page.locator("#email")).type(email);
        keyboard.to(page.locator("#password")).type(TestAccounts.PASSWORD).enter();
    }

    private Locator heading() {
        return page.locator("h1");
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
