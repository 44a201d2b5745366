package org.attest.security;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What stands around every page for whoever is signed in: name, roles, place, and the ways they may go. Offers only what
 * a role held may open.
 */
@Named("frame")
@RequestScoped
public class Frame {

    /** A way to go. {@code current}: {@code page} when this is it, {@code true} when it is the part of the house we are in, else null. */
    public record NavItem(String path, String text, String current) {}

    @Inject
    CurrentUser user;

    @Inject
    CurrentVertxRequest request;

    public boolean isSignedIn() {
        return user.isSignedIn();
    }

    public String getName() {
        return user.name();
    }

    /** {@code coordinator}, or several with commas; those held in the place shown, and national ones. */
    public String getRoleWords() {
        var here = here();
        return user.held().stream()
                .filter(h -> h.forceId() == null || here != null && h.forceId().equals(here.forceId()))
                .map(h -> h.role().words())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The force whose page this is, if a role is held in it, else the first force of the roles held, else {@code National}. */
    public String getPlace() {
        var here = here();
        return here == null ? "National" : here.forceName();
    }

    public List<NavItem> getNav() {
        if (!user.isSignedIn()) return List.of();
        var ways = new ArrayList<NavItem>();
        offer(ways, Permission.SEE_OWN_RECORD, "/me", "Status");
        offer(ways, Permission.SEE_OWN_RECORD, "/me/training", "My training");
        var here = here();
        if (here != null) {
            var force = "/forces/" + here.forceSlug();
            offerIn(here, ways, Permission.SEE_DASHBOARD, force, "Dashboard");
            offerIn(here, ways, Permission.SEE_PEOPLE, force + "/volunteers", "Volunteers");
            offerIn(here, ways, Permission.SEE_PEOPLE, force + "/cohorts", "Cohorts");
            offerIn(here, ways, Permission.MANAGE_PEOPLE, force + "/meetings", "Meetings");
            offerIn(here, ways, Permission.SEE_TRAINING, force + "/sessions", "Sessions");
            offerIn(here, ways, List.of(Permission.RUN_VETTING, Permission.HEAR_APPEALS), "/vetting", "Vetting");
            offerIn(here, ways, Permission.IMPORT_PEOPLE, force + "/imports", "Imports");
            offerIn(here, ways, Permission.MANAGE_NOTICES, force + "/templates", "Letters");
            offerIn(here, ways, Permission.SEE_VETTING_OUTCOMES, force + "/vetting-outcomes", "Vetting outcomes");
        }
        offer(ways, Permission.SEE_CURRICULUM, "/training", "Training");
        offer(ways, Permission.SEE_NATIONAL, "/national", "National");
        offer(ways, Permission.SEE_POLICY, "/policy", "Policy");
        if (user.may(Permission.SEE_TRAIL) || user.may(Permission.SEE_EVERY_TRAIL)) {
            ways.add(new NavItem("/trail", "Trail", null));
        }
        offer(ways, Permission.MANAGE_ACCOUNTS, "/accounts", "Accounts");
        offer(ways, Permission.MANAGE_DELIVERY, "/outbox", "Outbox");
        return withCurrent(ways);
    }

    private void offer(List<NavItem> ways, String permission, String path, String text) {
        if (user.may(permission)) ways.add(new NavItem(path, text, null));
    }

    private void offerIn(CurrentUser.Held here, List<NavItem> ways, String permission, String path, String text) {
        offerIn(here, ways, List.of(permission), path, text);
    }

    private void offerIn(CurrentUser.Held here, List<NavItem> ways, List<String> anyOf, String path, String text) {
        boolean held = user.held().stream()
                .anyMatch(h -> Objects.equals(h.forceId(), here.forceId())
                        && anyOf.stream().anyMatch(h.role()::allows));
        if (held) ways.add(new NavItem(path, text, null));
    }

    /**
     * The longest way that the address lies under is the one we are on; records of people, and what is done with many, lie
     * under Volunteers, each cohort under Cohorts, each time under Meetings,
     * each case under Vetting, who is trained and which modules count under Sessions.
     */
    private List<NavItem> withCurrent(List<NavItem> ways) {
        var path = path();
        var room = path.matches(
                        "/volunteers/.*|/waivers/.*|/bulk-acts/.*|/detail-changes/.*|/forces/[^/]+/(detail-changes|information-requests|joining-age|occupations|stage-settings|refusal-windows|waivers|board|funnel|outcomes|bulk-acts)(/.*)?")
                ? "/volunteers"
                : path.startsWith("/cohorts/")
                        ? "/cohorts"
                        : path.matches("/meetings/.*|/forces/[^/]+/meeting-(invitations|rules)(/.*)?")
                                ? "/meetings"
                                : path.matches("/vetting-cases/.*|/forces/[^/]+/vetting-(settings|checks)(/.*)?")
                                        ? "/vetting"
                                        : path.matches("/forces/[^/]+/(training|module-choices)(/.*)?")
                                                ? "/sessions"
                                                : null;
        var under = room != null
                ? ways.stream().filter(w -> w.path().endsWith(room)).findFirst()
                : ways.stream()
                        .filter(w -> path.equals(w.path()) || path.startsWith(w.path() + "/"))
                        .max(Comparator.comparingInt(w -> w.path().length()));
        return ways.stream()
                .map(w -> under.isPresent() && w.equals(under.get())
                        ? new NavItem(w.path(), w.text(), path.equals(w.path()) ? "page" : "true")
                        : w)
                .toList();
    }

    private CurrentUser.Held here() {
        var path = path() + "/";
        var inForces = user.held().stream().filter(h -> h.forceSlug() != null).toList();
        return inForces.stream()
                .filter(h -> path.startsWith("/forces/" + h.forceSlug() + "/"))
                .findFirst()
                .orElse(inForces.isEmpty() ? null : inForces.get(0));
    }

    private String path() {
        var current = request.getCurrent();
        // as sent: what cannot be decoded has a page too
        return current == null || current.request().path() == null
                ? ""
                : current.request().path();
    }
}
