package org.attest.volunteer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;

/**
 * The record that the person signed in looks at as their own. Somebody may be in two forces, with a record in each that the
 * other does not know of; they choose, and the choice lasts until they choose again or close the browser.
 */
@Named("ownRecord")
@RequestScoped
public class OwnRecord {

    private static final String COOKIE = "attest-own-force";

    @Inject
    CurrentUser user;

    @Inject
    CurrentVertxRequest request;

    private List<Volunteer> all;

    /** A force the person has a record in. */
    public record Choice(String slug, String force, boolean chosen) {}

    /** Every record that the account opens now; the one in service first, then the newest. */
    public List<Volunteer> all() {
        if (all == null) {
            all = user.isSignedIn()
                    ? Volunteer.allByAccount(user.accountId()).stream()
                            .filter(v -> user.may(Permission.SEE_OWN_RECORD, v.force))
                            .sorted(Comparator.<Volunteer, Integer>comparing(OwnRecord::weight)
                                    .thenComparing(v -> v.stageSince, Comparator.reverseOrder()))
                            .toList()
                    : List.of();
        }
        return all;
    }

    private static int weight(Volunteer person) {
        return person.stage == Stage.SERVICE ? 0 : person.stage == Stage.LEFT ? 2 : 1;
    }

    /** The one that is looked at. */
    public Optional<Volunteer> now() {
        var current = request.getCurrent();
        var cookie = current == null ? null : current.request().getCookie(COOKIE);
        var chosen = cookie == null ? "" : cookie.getValue();
        return all().stream()
                .filter(v -> v.force.slug.equals(chosen))
                .findFirst()
                .or(() -> all().stream().findFirst());
    }

    /** For a page to offer, once {@link #now} was asked; empty where there is nothing to choose. */
    public List<Choice> getChoices() {
        if (all == null || all.size() < 2) return List.of();
        var now = now().orElseThrow();
        return all.stream()
                .map(v -> new Choice(v.force.slug, v.force.name, v == now))
                .toList();
    }

    /** Looks at the record of this force from now on; false where there is none of one's own. */
    public boolean choose(Force force) {
        if (all().stream().noneMatch(v -> v.force.id.equals(force.id))) return false;
        var current = request.getCurrent();
        current.response()
                .addCookie(Cookie.cookie(COOKIE, force.slug)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(current.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT));
        return true;
    }
}
