package org.attest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.security.TestAccounts;

/**
 * One person at a browser, by keyboard alone and without script. Every page passed is looked at, those that answer a form
 * too: the very page that was shown is laid out once more with script, scanned for accessibility and measured.
 */
final class Walk implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final double PATIENCE_MILLIS = 10_000;

    private final BrowserContext plain;
    private final BrowserContext scanning;
    private final Page page;
    private final Page scan;
    private final Keyboard keyboard;
    private final List<String> seen = new ArrayList<>();

    Walk(Browser browser, URI home, int width) {
        plain = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 800)
                .setBaseURL(home.toString()));
        scanning = browser.newContext(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setViewportSize(width, 800)
                .setBaseURL(home.toString()));
        page = plain.newPage();
        plain.setDefaultTimeout(PATIENCE_MILLIS);
        scan = scanning.newPage();
        keyboard = new Keyboard(page);
    }

    Walk signIn(As who) {
        page.navigate("/sign-in");
        look();
        type("email", who.email());
        type("password", TestAccounts.PASSWORD);
        press(button("Sign in"));
        return this;
    }

    /** As by a bookmark. */
    void to(String path) {
        page.navigate(path);
        look();
    }

    /** Goes there by the tab key, presses enter, and looks at the page it leads to. */
    void press(Locator target) {
        keyboard.to(target).enter();
        look();
    }

    void follow(String link) {
        press(link(link));
    }

    void send(String button) {
        press(button(button));
    }

    void type(String field, String text) {
        keyboard.to(page.locator("#" + field)).type(text);
    }

    void type(Locator field, String text) {
        keyboard.to(field).type(text);
    }

    void day(String field, int day, String month, int year) {
        type(field, String.valueOf(day));
        type(field + "-month", month);
        type(field + "-year", String.valueOf(year));
    }

    void tick(String box) {
        keyboard.to(page.locator("#" + box)).tick();
    }

    /** Opens what is folded away, and looks at it. */
    void unfold(String summary) {
        keyboard.to(page.locator("summary")
                        .filter(new Locator.FilterOptions().setHasText(summary))
                        .first())
                .tick();
        look();
    }

    /** The box before somebody in a list of people. */
    void tickPerson(String ref) {
        keyboard.to(page.locator("input[name=person][value='" + ref + "']")).tick();
    }

    /** One of several boxes of a name. */
    void tickValue(String name, String value) {
        keyboard.to(page.locator("input[type=checkbox][name='" + name + "'][value='" + value + "']"))
                .tick();
    }

    /** So many lines below the first one of a select, by the arrows. */
    void chooseLine(Locator select, int lines) {
        keyboard.to(select);
        for (int i = 0; i < lines; i++) page.keyboard().press("ArrowDown");
        assertThat(select).hasValue(String.valueOf(lines));
    }

    /** By its first letters, as the keyboard chooses. */
    void pick(Locator select, String text) {
        keyboard.to(select);
        page.keyboard().type(text);
        assertThat(select.locator("option:checked")).containsText(text);
    }

    /** The tab key reaches one radio of a group; the arrows go on from there. */
    void choose(String field, String value) {
        var radios = "input[type=radio][name='" + field + "']";
        var checked = page.locator(radios + ":checked");
        var wanted = page.locator(radios + "[value='" + value + "']");
        keyboard.to(checked.count() > 0 ? checked : page.locator(radios).first());
        page.keyboard().press("Space");
        for (int i = 0; i < page.locator(radios).count() && !wanted.isChecked(); i++)
            page.keyboard().press("ArrowDown");
        assertThat(wanted).isChecked();
    }

    /** What the main part says. */
    void reads(String text) {
        assertThat(main()).containsText(text);
    }

    void heads(String text) {
        assertThat(page.locator("h1")).containsText(text);
    }

    Locator main() {
        return page.locator("main");
    }

    /** The line of a list or table about somebody. */
    Locator line(String name) {
        return page.locator("main tr, main li").filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    Locator select(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Names of the groups of radios, in the order of the page. */
    List<String> radios() {
        return page.locator("main input[type=radio]").all().stream()
                .map(radio -> radio.getAttribute("name"))
                .distinct()
                .toList();
    }

    Locator link(String name) {
        return page.locator("a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + plainly(name) + "\\s*$")))
                .first();
    }

    /** Quoted so that the browser understands it too. */
    private static String plainly(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** How many different pages were looked at. */
    int pages() {
        return seen.size();
    }

    /** Whether any page passed so far says it, in its main part or elsewhere. */
    boolean hasRead(String text) {
        return seen.stream().anyMatch(shown -> shown.contains(text));
    }

    private void look() {
        var shown = page.content();
        if (seen.contains(shown)) return;
        seen.add(shown);
        var url = page.url();
        scan.route(
                address -> address.equals(url),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(shown)));
        scan.navigate(url);
        scan.unrouteAll();
        assertEquals(
                false,
                scan.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"),
                url + " scrolls sideways");
        assertEquals(
                List.of(),
                new AxeBuilder(scan)
                        .withTags(WCAG).analyze().getViolations().stream()
                                .map(v -> v.getId() + " " + v.getNodes())
                                .toList(),
                url);
    }

    @Override
    public void close() {
        plain.close();
        scanning.close();
    }
}
