package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.web.Refused;

/** A role held by an account from one instant to another. Ended, never overwritten and never deleted. */
@Entity
public class RoleGrant extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role_grant_seq")
    @SequenceGenerator(name = "role_grant_seq", sequenceName = "role_grant_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Role role;

    /** Null for a national role. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false, updatable = false)
    public Instant since;

    @Column(name = "given_by", nullable = false, updatable = false)
    public String givenBy;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    static RoleGrant give(Account account, Role role, Force force, Instant at, String by) {
        if (role.isNational() && force != null)
            throw new Refused("The role " + role.words() + " is held for the whole country, not for one force", "");
        if (!role.isNational() && force == null)
            throw new Refused("The role " + role.words() + " is held in a force: choose which", "");
        var grant = new RoleGrant();
        grant.account = account;
        grant.role = role;
        grant.force = force;
        grant.since = at;
        grant.givenBy = by;
        grant.persist();
        return grant;
    }

    void end(Instant at, String by) {
        if (endedAt != null) return;
        endedAt = at;
        endedBy = by;
    }

    /** The role as people say it: {@code coordinator, Kent Police}. */
    String words() {
        return force == null ? role.words() : role.words() + ", " + force.name;
    }

    /** {@link #words} to begin a line with. */
    String title() {
        return force == null ? role.title() : role.title() + ", " + force.name;
    }

    static boolean isHeld(Account account, Role role, Force force) {
        if (force == null)
            return count("account = ?1 and role = ?2 and force is null and endedAt is null", account, role) > 0;
        return count("account = ?1 and role = ?2 and force = ?3 and endedAt is null", account, role, force) > 0;
    }

    /** Roles held now by any of the accounts, with their forces, in the order they were given. */
    static List<RoleGrant> heldByAny(List<Account> accounts) {
        if (accounts.isEmpty()) return List.of();
        return list(
                "from RoleGrant g left join fetch g.force where g.account in ?1 and g.endedAt is null order by g.id",
                accounts);
    }

    /** Who holds one of the roles in the force now, with their account: whom to ask. By role, then name. */
    public static List<RoleGrant> heldIn(Force force, Collection<Role> roles) {
        return list(
                "from RoleGrant g join fetch g.account a where g.force = ?1 and g.role in ?2 and g.endedAt is null"
                        + " and a.enabled order by g.role, a.name, g.id",
                force,
                roles);
    }

    /** The account has no record in the force any more: what opened one there ends. */
    public static List<RoleEnded> endOwnRecord(Long accountId, Force force, Instant at, Actor by) {
        var ended = new ArrayList<RoleEnded>();
        RoleGrant.<RoleGrant>list(
                        "from RoleGrant g join fetch g.account a where a.id = ?1 and g.force = ?2 and g.endedAt is null"
                                + " order by g.id",
                        accountId,
                        force)
                .stream()
                .filter(grant -> grant.role.allows(Permission.SEE_OWN_RECORD))
                .forEach(grant -> {
                    grant.end(at, by.name());
                    ended.add(new RoleEnded(by, force.slug, grant.account.ref, grant.role));
                });
        return ended;
    }

    /** Roles the account holds now, with their forces, in the order they were given. */
    static List<RoleGrant> heldBy(Account account) {
        return list(
                "from RoleGrant g left join fetch g.force where g.account = ?1 and g.endedAt is null order by g.id",
                account);
    }

    /** Every role the account ever held, with its force, the newest first. */
    static List<RoleGrant> everHeldBy(Account account) {
        return list(
                "from RoleGrant g left join fetch g.force where g.account = ?1 order by g.since desc, g.id desc",
                account);
    }
}
