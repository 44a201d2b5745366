package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.web.Paging;
import org.attest.web.Refused;
import org.attest.web.Stale;

/** A person who may sign in. Belongs to no force: what it may do, and where, is said by its {@link RoleGrant}s. */
@Entity
public class Account extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** As {@link #normalise} leaves it. */
    @Column(nullable = false, unique = true)
    public String email;

    @Column(nullable = false)
    public String name;

    /** Null until the invited person has set a password. */
    @Column(name = "password_hash")
    public String passwordHash;

    @Column(name = "password_set_at")
    public Instant passwordSetAt;

    public boolean enabled = true;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    public String createdBy;

    @Version
    public int version;

    /** A new account without password and without roles. */
    static Account open(String email, String name, Instant at, String by) {
        var account = new Account();
        account.ref = Reference.random();
        account.email = normalise(email);
        account.name = name;
        account.createdAt = at;
        account.createdBy = by;
        account.persist();
        return account;
    }

    /** An address in the one spelling that counts: no space around it, small letters. */
    static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public static Optional<Account> byEmail(String email) {
        return find("email", normalise(email)).firstResultOptional();
    }

    /** Id of the account of whoever acts; null where that is no account: a program, or Attest itself. */
    public static Long idOf(Actor by) {
        return byRef(by.ref()).map(account -> account.id).orElse(null);
    }

    static Optional<Account> byRef(String ref) {
        return find("ref", ref).firstResultOptional();
    }

    /** Accounts as the administrator looks for them, by name. */
    static List<Account> matching(AccountFilter filter, Paging paging) {
        return filter.query("select a", " order by lower(a.name), a.id", Account.class)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.size())
                .getResultList();
    }

    static long countMatching(AccountFilter filter) {
        return filter.query("select count(a)", "", Long.class).getSingleResult();
    }

    /** Whether a role held in the force opens a record of one's own there. */
    public boolean opensOwnRecordIn(Force force) {
        return roles().stream()
                .anyMatch(g ->
                        g.force != null && g.force.id.equals(force.id) && g.role.allows(Permission.SEE_OWN_RECORD));
    }

    /** Whether all it opens is a record of one's own in the force. */
    boolean opensOnlyOwnRecordIn(Force force) {
        var roles = roles();
        return !roles.isEmpty()
                && roles.stream()
                        .allMatch(g ->
                                (g.role == Role.VOLUNTEER || g.role == Role.APPLICANT) && g.force.id.equals(force.id));
    }

    /** The roles held now, in the order they were given. */
    List<RoleGrant> roles() {
        return RoleGrant.heldBy(this);
    }

    /** Gives a role. A national role is held for no force, every other one in a force. */
    RoleGrant give(Role role, Force force, Instant at, String by) {
        if (RoleGrant.isHeld(this, role, force))
            throw new Refused(name + " already is " + role.words() + (force == null ? "" : " in " + force.name), "");
        // who opens more than a record of their own signs in with the address that the administrator knows
        if (role != Role.VOLUNTEER && role != Role.APPLICANT) AddressLink.withdrawAllOf(this, at);
        return RoleGrant.give(this, role, force, at, by);
    }

    /** No link on its way opens the account or changes the address it is opened with. */
    void voidLinks(Instant at) {
        SingleUseLink.withdrawAllOf(this, at);
        AddressLink.withdrawAllOf(this, at);
    }

    /** Ends a role; the last administrator keeps theirs, or nobody could give it again. */
    void end(RoleGrant grant, Instant at, String by) {
        if (grant.role == Role.ADMINISTRATOR) refuseIfLastAdministrator();
        grant.end(at, by);
    }

    /** From the next request on it opens nothing. */
    void disable(Instant at, String by) {
        if (!enabled) return;
        refuseIfLastAdministrator();
        enabled = false;
        Session.endAllOf(id, null, Session.End.DISABLED, at);
        voidLinks(at);
        AccountEntry.add(this, AccountEntry.What.DISABLED, at, by);
    }

    void enable(Instant at, String by) {
        if (enabled) return;
        enabled = true;
        AccountEntry.add(this, AccountEntry.What.ENABLED, at, by);
    }

    /** Invited, but no password set yet. */
    boolean isInvited() {
        return passwordHash == null;
    }

    /**
     * Holds the account for a change, and refuses one that was decided on an older state of it. Whoever is asked about the
     * administrators next finds nobody else changing them at the same moment.
     */
    void holdForChange(String version) {
        if (!String.valueOf(this.version).equals(version))
            throw new Stale("Somebody else changed this account after you opened it. Nothing of yours was saved.");
        lockAdministrators();
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    private void refuseIfLastAdministrator() {
        lockAdministrators();
        if (RoleGrant.isHeld(this, Role.ADMINISTRATOR, null) && administratorsBeside(this) == 0)
            throw new Refused(
                    name + " is the last administrator who can sign in. Make somebody else administrator first", "");
    }

    /** Always in the same order, and before any other account is held, so that two never wait for each other. */
    private static void lockAdministrators() {
        find(
                        "from Account a where exists (select 1 from RoleGrant g where g.account = a and g.role = ?1) order by a.id",
                        Role.ADMINISTRATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static long administratorsBeside(Account account) {
        return count(
                "from Account a where a.enabled and a.passwordHash is not null and a.id <> ?1 and exists"
                        + " (select 1 from RoleGrant g where g.account = a and g.role = ?2 and g.endedAt is null)",
                account.id,
                Role.ADMINISTRATOR);
    }

    void correct(String newName, String newEmail) {
        name = newName;
        email = normalise(newEmail);
    }

    /** From now on only this password opens it. */
    void setPassword(String hash, Instant now) {
        passwordHash = hash;
        passwordSetAt = now;
    }

    /** As who it acts: with all the roles it holds. */
    Actor actor() {
        return new Actor(
                ref, name, roles().stream().map(g -> g.role.words()).distinct().collect(Collectors.joining(", ")));
    }

    /** The chain of the trail for what concerns no one role of it: that of its first force, else the national one. */
    String homeChain() {
        return roles().stream()
                .filter(g -> g.force != null)
                .map(g -> g.force.slug)
                .findFirst()
                .orElse(Deed.NATIONAL);
    }
}
