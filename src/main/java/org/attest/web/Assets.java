package org.attest.web;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheets, scripts and pictures, from our own origin. Their address holds a hash of all of them together, so a
 * browser may keep them for a year and still sees a change at once. Templates write {@code {cdi:assets.root}/attest.css}.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final List<String> NAMES = List.of(
            "govuk-frontend.css", "moj-frontend.css", "attest.css", "govuk-frontend.js", "attest.js", "favicon.svg");
    private static final String A_YEAR = "public, max-age=31536000, immutable";

    private record Asset(String type, Buffer plain, Buffer gzipped) {}

    private record Edition(String root, Map<String, Asset> byPath) {}

    private volatile Edition edition;

    /** Where they lie now: {@code /assets/3f9c…}. */
    public String getRoot() {
        return edition().root;
    }

    void serve(@Observes Router router) {
        edition = read(); // a package without its style sheets does not start
        router.route("/assets/*").order(Integer.MIN_VALUE + 1_000).handler(this::answer);
        router.route("/favicon.ico").order(Integer.MIN_VALUE + 1_000).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var asset = edition().byPath.get(context.normalizedPath());
        var method = context.request().method();
        if (asset == null) context.fail(404);
        else if (method != HttpMethod.GET && method != HttpMethod.HEAD) context.fail(405);
        else send(asset, context);
    }

    private static void send(Asset asset, RoutingContext context) {
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = accepted != null && accepted.contains("gzip");
        var body = gzip ? asset.gzipped : asset.plain;
        var response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type)
                .putHeader(HttpHeaders.CACHE_CONTROL, A_YEAR)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : "identity")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (context.request().method() == HttpMethod.HEAD) response.end();
        else response.end(body);
    }

    private Edition edition() {
        // while developing, a saved sheet shows on the next page
        if (edition == null || LaunchMode.current() == LaunchMode.DEVELOPMENT) edition = read();
        return edition;
    }

    private static Edition read() {
        var files = new LinkedHashMap<String, byte[]>();
        var digest = sha256();
        for (var name : NAMES) {
            var bytes = bytesOf(name);
            files.put(name, bytes);
            digest.update(bytes);
        }
        var root = "/assets/" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        var byPath = new LinkedHashMap<String, Asset>();
        files.forEach((name, bytes) -> byPath.put(
                root + "/" + name, new Asset(typeOf(name), Buffer.buffer(bytes), Buffer.buffer(gzip(bytes)))));
        return new Edition(root, Map.copyOf(byPath));
    }

    private static byte[] bytesOf(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("assets/" + name)) {
            if (in == null) throw new IllegalStateException("assets/" + name + " is missing from the package");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String typeOf(String name) {
        if (name.endsWith(".css")) return "text/css; charset=utf-8";
        if (name.endsWith(".js")) return "text/javascript; charset=utf-8";
        return "image/svg+xml";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
