package org.attest.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A sentence that is shown once, on the page after a change: {@code flash.say("Rowan Ashdown moved to interview")} before
 * the redirect, {@code {#flash/}} on the page. It travels in a cookie of the browser that made the change, at most a minute.
 */
@Named("flash")
@ApplicationScoped
public class Flash {

    private static final String COOKIE = "attest-flash";
    private static final int LONGEST = 600;

    @Inject
    CurrentVertxRequest request;

    /** Shows the sentence on the next page. */
    public void say(String sentence) {
        var shown = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
        cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(shown.getBytes(StandardCharsets.UTF_8)), 60);
    }

    /** The sentence, which is then gone; null where there is none. */
    public String getSentence() {
        var current = request.getCurrent();
        var said = current == null ? null : current.request().getCookie(COOKIE);
        if (said == null || said.getValue().isEmpty()) return null;
        cookie("", 0);
        try {
            return new String(Base64.getUrlDecoder().decode(said.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void cookie(String value, int seconds) {
        var current = request.getCurrent();
        current.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(current.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }
}
