package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.force.Reference;

/**
 * Where a force's urgent notices are called out, to a pager or a gateway for text messages. Another address or secret is
 * another row. Outside the row filter: the administrator, who sets it, holds no force.
 */
@Entity
public class WebHook extends PanacheEntityBase {

    static final int LONGEST_ADDRESS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "web_hook_seq")
    @SequenceGenerator(name = "web_hook_seq", sequenceName = "web_hook_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Column(nullable = false, updatable = false)
    public String address;

    /** Signs what is sent; encrypted by {@link TextSeal}. */
    @Column(nullable = false, updatable = false)
    public byte[] secret;

    @Column(name = "set_at", nullable = false, updatable = false)
    public Instant setAt;

    @Column(name = "set_by", nullable = false, updatable = false)
    public String setBy;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    /** The one in use. */
    static Optional<WebHook> of(Force force) {
        return of(force.id);
    }

    static Optional<WebHook> of(Long forceId) {
        return find("force.id = ?1 and endedAt is null order by id desc", forceId)
                .firstResultOptional();
    }

    /** Those in use, by the force's id. */
    static Map<Long, WebHook> inUse() {
        return WebHook.<WebHook>list("endedAt is null order by id").stream()
                .collect(Collectors.toMap(h -> h.force.id, h -> h, (older, newer) -> newer));
    }

    /** All there ever were, the newest first. */
    static List<WebHook> history(Force force) {
        return list("force = ?1 order by id desc", force);
    }

    /** Takes the place of the one in use. */
    static WebHook set(Force force, String address, String secret, TextSeal seal, Instant now, String by) {
        of(force).ifPresent(older -> older.end(now, by));
        var hook = new WebHook();
        hook.ref = Reference.random();
        hook.force = force;
        hook.address = address;
        hook.secret = seal.close(secret, "web hook " + hook.ref);
        hook.setAt = now;
        hook.setBy = by;
        hook.persist();
        return hook;
    }

    void end(Instant now, String by) {
        endedAt = now;
        endedBy = by;
    }

    /** In the clear, to sign with. */
    String secret(TextSeal seal) {
        return seal.open(secret, "web hook " + ref);
    }
}
