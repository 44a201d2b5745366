package org.attest.training;

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
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.attest.audit.Actor;
import org.attest.web.ClockOfAttest;
import org.hibernate.annotations.Immutable;

/**
 * A version of a module as it was published: number, exact text and its SHA-256. Never changed afterwards, so that an
 * attempt at it means for ever what it meant.
 */
@Entity
@Immutable
@Table(name = "module_version")
public class ModuleVersion extends PanacheEntityBase {

    private static final Map<String, ModuleDocument> READ = new ConcurrentHashMap<>();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "module_version_seq")
    @SequenceGenerator(name = "module_version_seq", sequenceName = "module_version_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_id")
    public Module module;

    /** Counts from 1 for each module. */
    @Column(nullable = false)
    public int number;

    @Column(name = "published_at", nullable = false)
    public Instant publishedAt;

    @Column(name = "published_by", nullable = false)
    public String publishedBy;

    @Column(name = "document", nullable = false, columnDefinition = "text")
    public String text;

    /** Of the text in UTF-8, in hexadecimal. */
    @Column(nullable = false)
    public String sha256;

    /** The newest version of every module, in the order of the codes; one statement. */
    static List<ModuleVersion> newest() {
        return list("from ModuleVersion v join fetch v.module m where v.number ="
                + " (select max(w.number) from ModuleVersion w where w.module = v.module) order by m.code");
    }

    /** Every version of every module: what refers to one finds it loaded, once and not in each row; one statement. */
    static List<ModuleVersion> all() {
        return list("from ModuleVersion v join fetch v.module m order by m.code, v.number");
    }

    /**
     * The version of a module as it was taught on a day: the newest published by then; the first, for a day before all of
     * them. Empty for what is no module.
     */
    static Optional<ModuleVersion> taughtOn(String code, LocalDate day) {
        List<ModuleVersion> versions =
                list("from ModuleVersion v join fetch v.module m where m.code = ?1 order by v.number", code);
        return taughtOn(versions, day);
    }

    /** The same among the versions of a module, oldest first. */
    static Optional<ModuleVersion> taughtOn(List<ModuleVersion> versions, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(ClockOfAttest.LONDON).toInstant();
        return versions.stream()
                .filter(v -> v.publishedAt.isBefore(end))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst());
    }

    /** Publishes the next version. Refuses what is unsound. */
    static ModulePublished publish(ModuleDocument document, Actor by, Instant now) {
        document.refuseIfUnsound();
        var version = new ModuleVersion();
        version.module = Module.of(document.code());
        version.number = (int) count("module", version.module) + 1;
        version.publishedAt = now;
        version.publishedBy = by.name();
        version.text = document.written();
        version.sha256 = Sha256.of(version.text);
        version.persist();
        return new ModulePublished(by, document.code(), version.number, version.sha256);
    }

    /** What it says. */
    public ModuleDocument document() {
        return READ.computeIfAbsent(sha256, hash -> ModuleDocument.read(text));
    }

    /** {@code DSC-101}. */
    public String code() {
        return document().code();
    }
}
