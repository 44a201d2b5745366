package org.attest.policy;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.web.Refused;
import org.hibernate.annotations.Immutable;

/**
 * A version of a policy as it was published: number, first day, exact text and its SHA-256. Never changed afterwards; what
 * follows it is the next number. Not filtered by force: what a force asks of its volunteers is no secret.
 */
@Entity
@Immutable
public class PublishedPolicy extends PanacheEntityBase {

    /** The issuer of the baseline. */
    public static final String NATIONAL = "national";

    private static final Map<String, PolicyDocument> READ = new ConcurrentHashMap<>();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "published_policy_seq")
    @SequenceGenerator(name = "published_policy_seq", sequenceName = "published_policy_seq", allocationSize = 50)
    public Long id;

    /** {@link #NATIONAL} or the slug of a force. */
    @Column(nullable = false)
    public String issuer;

    /** The force whose policy it is; null for the nation's. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "force_id")
    public Force force;

    /** Counts from 1 for each issuer. */
    @Column(nullable = false)
    public int number;

    /** First day it applies. */
    @Column(name = "in_force_from", nullable = false)
    public LocalDate inForceFrom;

    @Column(name = "published_at", nullable = false)
    public Instant publishedAt;

    @Column(name = "published_by", nullable = false)
    public String publishedBy;

    /** The text as published; not JSON to the database, which might reorder it and break the hash. */
    @Column(name = "document", nullable = false, columnDefinition = "text")
    public String text;

    /** Of the text in UTF-8, in hexadecimal. */
    @Column(nullable = false)
    public String sha256;

    /**
     * Publishes the next version of a force's policy, or of the nation's where the force is null. Refuses what is less
     * strict than the nation's of that day, and a first day before that of the version before it.
     */
    static PublishedPolicy publish(Force force, PolicyDocument document, Actor by, Instant now) {
        var published = force == null ? applyingEverywhere() : applyingIn(force);
        var issuer = force == null ? NATIONAL : force.slug;
        var before = published.stream().filter(p -> p.issuer.equals(issuer)).reduce((a, b) -> b);
        if (before.isPresent() && document.inForceFrom().isBefore(before.get().inForceFrom)) {
            throw new Refused("A later version cannot come into force before version " + before.get().number, "");
        }
        if (force == null) {
            document.checkAsNational();
        } else {
            var national = latest(published, NATIONAL, document.inForceFrom());
            if (national == null) throw new Refused("No national policy is in force on that day", "");
            document.checkAgainst(national.document());
        }
        var policy = new PublishedPolicy();
        policy.issuer = issuer;
        policy.force = force;
        policy.number = before.map(p -> p.number).orElse(0) + 1;
        policy.inForceFrom = document.inForceFrom();
        policy.publishedAt = now;
        policy.publishedBy = by.name();
        policy.text = document.written();
        policy.sha256 = sha256(policy.text);
        policy.persist();
        return policy;
    }

    /** Every version that applies in the force, the nation's included, in the order of their coming into force. */
    public static List<PublishedPolicy> applyingIn(Force force) {
        return list("force is null or force = ?1 order by inForceFrom, number", force);
    }

    /** Every version of the nation's policy, oldest first. */
    public static List<PublishedPolicy> applyingEverywhere() {
        return list("force is null order by inForceFrom, number");
    }

    /** The nation's versions and those of the forces, newest first. */
    public static List<PublishedPolicy> ofNationAnd(Collection<Long> forceIds) {
        return list(
                "from PublishedPolicy p left join fetch p.force where p.force is null or p.force.id in ?1"
                        + " order by p.inForceFrom desc, p.issuer, p.number desc",
                forceIds.isEmpty() ? List.of(-1L) : forceIds);
    }

    /** Every version of every issuer, newest first. */
    static List<PublishedPolicy> everyOne() {
        return list(
                "from PublishedPolicy p left join fetch p.force order by p.inForceFrom desc, p.issuer, p.number desc");
    }

    /** The policies of many forces, by slug, in one statement. */
    public static Map<String, PolicyHistory> historiesOf(Collection<String> slugs) {
        List<PublishedPolicy> all = list("order by inForceFrom, number");
        var histories = new HashMap<String, PolicyHistory>();
        for (var slug : slugs) histories.put(slug, PolicyHistory.of(slug, all));
        return histories;
    }

    /** {@code national 1}, {@code kent 2}. */
    public String label() {
        return issuer + " " + number;
    }

    /** {@code National policy 1}, {@code Avon and Somerset policy 2}. */
    public static String words(String issuer, int number) {
        var name = Arrays.stream(issuer.split("-"))
                .map(w -> w.equals("and") ? w : w.substring(0, 1).toUpperCase(Locale.UK) + w.substring(1))
                .collect(Collectors.joining(" "));
        return name + " policy " + number;
    }

    /** What it says. */
    public PolicyDocument document() {
        return READ.computeIfAbsent(sha256, hash -> PolicyDocument.read(text));
    }

    /** Whether the text is still the one that was hashed when it was published. */
    public boolean isIntact() {
        return sha256.equals(sha256(text));
    }

    boolean concerns(String issuer) {
        return force == null || this.issuer.equals(issuer);
    }

    /** The version of the issuer that applies on the day; null where there is none. Takes versions in order. */
    static PublishedPolicy latest(List<PublishedPolicy> published, String issuer, LocalDate day) {
        PublishedPolicy found = null;
        for (var version : published) {
            if (version.issuer.equals(issuer) && !version.inForceFrom.isAfter(day)) found = version;
        }
        return found;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
