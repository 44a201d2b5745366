package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
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

    static Optional<Account> byRef(String ref) {
        return find("ref", ref).firstResultOptional();
    }

    /** The roles held now, in the order they were given. */
    List<RoleGrant> roles() {
        return RoleGrant.heldBy(this);
    }

    /** Gives a role. A national role is held for no force, every other one in a force. */
    RoleGrant give(Role role, Force force, Instant at, String by) {
        return RoleGrant.give(this, role, force, at, by);
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
