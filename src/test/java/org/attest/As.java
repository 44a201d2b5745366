package org.attest;

import static io.restassured.RestAssured.given;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.attest.security.Role;
import org.attest.security.TestAccounts;

/**
 * Somebody at a browser: signed in with a new account, without typing a password. Redirects are not followed; a POST
 * carries the token of a real form.
 */
public final class As {

    private static final String SESSION = "attest_session";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\"\\s+value=\"([^\"]+)\"");

    private final TestAccounts.Opened account;
    private final Map<String, String> cookies = new HashMap<>();
    private String token;

    private As(TestAccounts.Opened account) {
        this.account = account;
        if (account != null) cookies.put(SESSION, account.secret());
    }

    public static As coordinatorOf(String slug) {
        return role(Role.COORDINATOR, slug);
    }

    /** Somebody who holds the role in the force. */
    public static As role(Role role, String slug) {
        return new As(TestAccounts.open(role, slug));
    }

    /** Somebody who holds a national role. */
    public static As national(Role role) {
        return new As(TestAccounts.open(role, null));
    }

    /** Somebody signed in who holds no role at all. */
    public static As nobody() {
        return new As(TestAccounts.open(null, null));
    }

    /** Somebody who is not signed in. */
    public static As stranger() {
        return new As(null);
    }

    /** The same person with one more role; {@code slug} is null for a national one. */
    public As and(Role role, String slug) {
        TestAccounts.give(account, role, slug);
        return this;
    }

    /** The same person, signed in anew: a session ends when the clock moves on. */
    public As again() {
        return new As(TestAccounts.signedInAgain(account));
    }

    /** The same browser holding one more cookie. */
    public As with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** A page but for its token, to compare it with another. */
    public static String withoutToken(String page) {
        return page.replaceAll("(name=\"csrf-token\"\\s+value=\")[^\"]+", "$1");
    }

    public boolean isSignedIn() {
        return account != null;
    }

    public Long accountId() {
        return account.id();
    }

    public String ref() {
        return account.ref();
    }

    public String email() {
        return account.email();
    }

    public String name() {
        return account.name();
    }

    /** The secret in the session's cookie. */
    public String cookie() {
        return account.secret();
    }

    /** A request of this browser, for what {@link #get} and {@link #post} do not offer: files, headers. No token. */
    public RequestSpecification request() {
        return given().config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")))
                .urlEncodingEnabled(false)
                .cookies(cookies);
    }

    /** Opens an address, written as it stands in a link. */
    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** Sends a form; a value that is a collection is sent as many times as it has elements. */
    public ValidatableResponse post(String path, Map<String, ?> form) {
        var request = withToken().contentType(ContentType.URLENC.withCharset("UTF-8"));
        form.forEach((name, value) -> {
            if (value instanceof Iterable<?> many) many.forEach(one -> request.formParam(name, encoded(one)));
            else if (value != null) request.formParam(name, encoded(value));
        });
        return request.post(path).then();
    }

    /** As a browser does it: an address given to {@link #request} stays as written, and so would values. */
    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** A request that carries the form's token as a field: add fields or files and send it with {@code .post(path)}. */
    public RequestSpecification withToken() {
        if (token == null) {
            // as a stranger: the form on the sign-in page is there for everybody
            var page = given().get("/sign-in").then().statusCode(200).extract();
            var found = TOKEN.matcher(page.asString());
            if (!found.find()) throw new IllegalStateException("The sign-in page carries no token");
            token = found.group(1);
            cookies.put("csrf-token", page.cookie("csrf-token"));
        }
        return request().formParam("csrf-token", token);
    }
}
