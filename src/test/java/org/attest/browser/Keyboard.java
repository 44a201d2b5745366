package org.attest.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A person who uses the keyboard and nothing else. */
final class Keyboard {

    private static final int MOST_TABS = 250;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on by the tab key until the focus is there. */
    Keyboard to(Locator target) {
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) target.evaluate("e => e === document.activeElement")) return this;
            page.keyboard().press("Tab");
        }
        return fail("The tab key never reaches " + target + " on " + page.url());
    }

    /** Types over what stands in the field. */
    Keyboard type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    /** Ticks or unticks a box; opens or closes what is folded away. */
    Keyboard tick() {
        page.keyboard().press("Space");
        return this;
    }

    /** Follows a link, presses a button or sends a form, and waits for the page it leads to. */
    void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }
}
