package org.attest.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * Cookies that hold a secret. Over https their names begin with {@code __Host-}, which browsers accept only for this one
 * host, path and secure connection; over plain http, as on one's own machine, they refuse such names.
 */
enum SessionCookie {
    /** The open session; gone when the browser closes. */
    SESSION("attest_session", null),
    /** Says that somebody has signed in from here before; opens nothing. */
    DEVICE("attest_device", Duration.ofDays(365));

    private final String name;
    private final Duration kept;

    SessionCookie(String name, Duration kept) {
        this.name = name;
        this.kept = kept;
    }

    /** The secret the browser sent, or null. */
    String sentWith(HttpServerRequest request) {
        var cookie = request.getCookie(nameFor(request));
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /** The cookie that hands the secret over. */
    NewCookie holding(String secret, HttpServerRequest request) {
        return cookie(request, secret, kept == null ? NewCookie.DEFAULT_MAX_AGE : (int) kept.toSeconds());
    }

    /** The cookie that makes the browser forget it. */
    NewCookie forgotten(HttpServerRequest request) {
        return cookie(request, "", 0);
    }

    private NewCookie cookie(HttpServerRequest request, String value, int maxAge) {
        return new NewCookie.Builder(nameFor(request))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(isHttps(request))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private String nameFor(HttpServerRequest request) {
        return isHttps(request) ? "__Host-" + name : name;
    }

    private static boolean isHttps(HttpServerRequest request) {
        return "https".equalsIgnoreCase(request.scheme());
    }
}
