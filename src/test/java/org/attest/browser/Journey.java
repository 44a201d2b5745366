package org.attest.browser;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.attest.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A whole job in a real browser. People are made by the builders; what the job is about is done by keyboard. */
abstract class Journey {

    static final int DESK = 1280;
    static final int PHONE = 375;

    private static Chromium chromium;

    @TestHTTPResource
    URI home;

    private final List<Walk> walks = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) chromium.close();
    }

    @AfterEach
    void leave() {
        walks.forEach(Walk::close);
        TestClock.reset();
    }

    Walk walk(int width) {
        var walk = new Walk(chromium.browser(), home, width);
        walks.add(walk);
        return walk;
    }
}
