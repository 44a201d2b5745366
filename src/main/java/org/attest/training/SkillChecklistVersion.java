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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.attest.audit.Actor;
import org.hibernate.annotations.Immutable;

/** A version of the {@link SkillChecklist} as it was published; never changed afterwards, so that a shift means what it meant. */
@Entity
@Immutable
@Table(name = "skill_checklist_version")
class SkillChecklistVersion extends PanacheEntityBase {

    private static final Map<String, SkillChecklist> READ = new ConcurrentHashMap<>();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "skill_checklist_version_seq")
    @SequenceGenerator(
            name = "skill_checklist_version_seq",
            sequenceName = "skill_checklist_version_seq",
            allocationSize = 50)
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

    static Optional<SkillChecklistVersion> newest() {
        return find("order by number desc").firstResultOptional();
    }

    /** The newest; one is published at the start. */
    static SkillChecklistVersion current() {
        return newest().orElseThrow();
    }

    /** Publishes the next version. Refuses what is unsound. */
    static SkillChecklistPublished publish(SkillChecklist checklist, Actor by, Instant now) {
        checklist.refuseIfUnsound();
        var version = new SkillChecklistVersion();
        version.number = newest().map(v -> v.number).orElse(0) + 1;
        version.publishedAt = now;
        version.publishedBy = by.name();
        version.text = checklist.written();
        version.sha256 = Sha256.of(version.text);
        version.persist();
        return new SkillChecklistPublished(by, version.number, version.sha256);
    }

    /** What it says. */
    SkillChecklist document() {
        return READ.computeIfAbsent(sha256, hash -> SkillChecklist.read(text));
    }
}
