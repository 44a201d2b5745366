package org.attest.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The token that every form carries, so that only our own pages can send it. On pages made outside the REST layer (an
 * unknown address, say) it is the one the browser already holds, and empty where it holds none.
 */
@Named("formToken")
@ApplicationScoped
public class FormToken {

    private static final String SHAPE = "[A-Za-z0-9_-]{22}";

    @Inject
    CsrfTokenParameterProvider csrf;

    @Inject
    CurrentVertxRequest request;

    public String getName() {
        return csrf.getParameterName();
    }

    public String getValue() {
        var current = request.getCurrent();
        if (current == null) return "";
        String fresh = current.get("csrf_token");
        if (fresh != null) return fresh;
        var cookie = current.request().getCookie(csrf.getCookieName());
        return cookie != null && cookie.getValue().matches(SHAPE) ? cookie.getValue() : "";
    }

    /** Makes the browser forget its token; the next page brings a new one. */
    void forget() {
        var current = request.getCurrent();
        current.response()
                .addCookie(Cookie.cookie(csrf.getCookieName(), "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSecure(csrf.getCookieName().startsWith("__Host-")));
    }
}
