package org.attest.training;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.attest.audit.Actor;
import org.hibernate.annotations.Immutable;

/** A version of the {@link TierSets} as it was published; never changed afterwards. */
@Entity
@Immutable
@Table(name = "tier_set_version")
class TierSetVersion extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tier_set_version_seq")
    @SequenceGenerator(name = "tier_set_version_seq", sequenceName = "tier_set_version_seq", allocationSize = 50)
    Long id;

    /** Counts from 1. */
    @Column(nullable = false, unique = true)
    int number;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;

    @Column(name = "published_by", nullable = false)
    String publishedBy;

    @Column(name = "document", nullable = false, columnDefinition = "text")
    String text;

    @Column(nullable = false)
    String sha256;

    static Optional<TierSetVersion> newest() {
        return find("order by number desc").firstResultOptional();
    }

    static TierSetsPublished publish(TierSets sets, Actor by, Instant now) {
        var version = new TierSetVersion();
        version.number = newest().map(v -> v.number).orElse(0) + 1;
        version.publishedAt = now;
        version.publishedBy = by.name();
        version.text = sets.written();
        version.sha256 = Sha256.of(version.text);
        version.persist();
        return new TierSetsPublished(by, version.number, version.sha256);
    }
}
