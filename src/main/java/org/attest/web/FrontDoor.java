package org.attest.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every request meets first: the headers its answer will carry, whatever the answer is; no body beyond the limit; no
 * change sent from a page that is not ours.
 */
@ApplicationScoped
class FrontDoor {

    /** Set on a request that another site made a browser send. */
    static final String FOREIGN = "attest.foreign-form";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> FROM_ELSEWHERE = Set.of("cross-site", "same-site");
    /** A body up to so many times the limit is let run out unread, so that the browser shows the page; beyond, we hang up. */
    private static final int PATIENCE = 10;

    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Embedder-Policy",
            "require-corp",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largestBody;

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::dress);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::refuse);
    }

    private void dress(RoutingContext context) {
        context.addHeadersEndHandler(v -> dress(context.response().headers(), context));
        context.next();
    }

    static void dress(MultiMap headers, RoutingContext context) {
        // the framework's own pages for developers bring scripts and styles of their own
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT
                && context.request().path().startsWith("/q/")) return;
        ON_EVERY_ANSWER.forEach(headers::set);
        if ("https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void refuse(RoutingContext context) {
        long length = declaredLength(context);
        if (length > largestBody.asLongValue()) {
            if (length > largestBody.asLongValue() * PATIENCE) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
            }
            context.request().resume();
            context.fail(413);
        } else if (!SAFE.contains(context.request().method())
                && FROM_ELSEWHERE.contains(String.valueOf(context.request().getHeader("Sec-Fetch-Site")))) {
            context.put(FOREIGN, true);
            context.fail(400);
        } else {
            context.next();
        }
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }
}
