package org.attest.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.CurrentScope;
import org.attest.force.Force;

/**
 * Who is signed in, with the roles they hold now. Denied by default: a stranger holds nothing and no row is in scope.
 * A function whose permission nobody's role gives is 403 (by {@code @PermissionsAllowed}); a record of a force in which
 * it is not held is 404, equal to a missing one (by {@link #require}).
 */
@RequestScoped
@io.quarkus.arc.Unremovable
public class CurrentUser implements CurrentScope {

    /** A role in force now. {@code forceId}, {@code forceSlug} and {@code forceName} are null for a national role. */
    public record Held(Role role, Long forceId, String forceSlug, String forceName) {}

    @Inject
    SecurityIdentity identity;

    private SignedIn who;

    /** Read when first asked for, because the identity may be found on another thread than the one that works. */
    private SignedIn who() {
        if (who == null) {
            SignedIn found = identity.getAttribute(SignedIn.ATTRIBUTE);
            who = found == null ? SignedIn.NOBODY : found;
        }
        return who;
    }

    public boolean isSignedIn() {
        return accountId() != null;
    }

    /** Id of the account; null for a stranger. */
    public Long accountId() {
        return who().accountId();
    }

    /** Id of the session this request came with; null for a stranger. */
    Long sessionId() {
        return who().sessionId();
    }

    public String name() {
        return who().name();
    }

    public String email() {
        return who().email();
    }

    /** The roles held now, in the order they were given. */
    public List<Held> held() {
        return who().held();
    }

    /** Who acts, for deeds: with the roles held in the force, or all of them where no force is concerned. */
    public Actor actorIn(Force force) {
        return new Actor(
                who().ref(),
                name(),
                held().stream()
                        .filter(h -> force == null || h.forceId == null || h.forceId.equals(force.id))
                        .map(h -> h.role.words())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** Whether any role held, in whichever force, gives the permission. */
    public boolean may(String permission) {
        return held().stream().anyMatch(h -> h.role.allows(permission));
    }

    /** Whether a role held in this force, or nationally, gives the permission. */
    public boolean may(String permission, Force force) {
        return held().stream()
                .anyMatch(h -> h.role.allows(permission) && (h.forceId == null || h.forceId.equals(force.id)));
    }

    /** Refuses with 404, equal to a missing record, unless the permission is held in this force. */
    public void require(String permission, Force force) {
        if (!may(permission, force)) throw new NotFoundException();
    }

    /** The force at the address, if the permission is held in it; else 404, equal to a force that does not exist. */
    public Force force(String slug, String permission) {
        var force = Force.bySlug(slug).orElseThrow(NotFoundException::new);
        require(permission, force);
        return force;
    }

    @Override
    public Set<Long> forceIds() {
        return held().stream()
                .filter(h -> h.forceId != null)
                .map(Held::forceId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
