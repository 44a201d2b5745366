package org.attest.notice;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.force.Force;

/**
 * How a force words a letter or message, one version after the other: the newest applies, and one without words means the
 * national ones again. No person's record, hence outside the row filter: messages are also written where nobody is signed
 * in.
 */
@Entity
public class TemplateWording extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "template_wording_seq")
    @SequenceGenerator(name = "template_wording_seq", sequenceName = "template_wording_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Template template;

    /** From 1, for each force and template. */
    @Column(name = "version_no", nullable = false, updatable = false)
    public int number;

    @Column(updatable = false)
    public String subject;

    @Column(updatable = false)
    public String body;

    @Column(name = "saved_at", nullable = false, updatable = false)
    public Instant savedAt;

    @Column(name = "saved_by", nullable = false, updatable = false)
    public String savedBy;

    /** The newest version of the force, if it ever wrote one. */
    static Optional<TemplateWording> newest(Force force, Template template) {
        return find("force = ?1 and template = ?2 order by number desc", force, template)
                .firstResultOptional();
    }

    /** The newest version of each template the force ever worded, in one statement. */
    static Map<Template, TemplateWording> newest(Force force) {
        return TemplateWording.<TemplateWording>list("force = ?1 order by number", force).stream()
                .collect(Collectors.toMap(w -> w.template, w -> w, (older, newer) -> newer));
    }

    /** Writes the next version; {@code words} is null for the national ones. Of two at once the second finds the number taken. */
    static void write(Force force, Template template, int number, Words words, Instant now, String by) {
        var wording = new TemplateWording();
        wording.force = force;
        wording.template = template;
        wording.number = number;
        wording.subject = words == null ? null : words.subject();
        wording.body = words == null ? null : words.body();
        wording.savedAt = now;
        wording.savedBy = by;
        wording.persist();
    }

    /** Whether it is the force's own, and not the national words again. */
    public boolean isOwn() {
        return body != null;
    }

    /** Whether they are the force's own and can be merged: a template may have got other fields since they were saved. */
    public boolean isUsable() {
        return isOwn() && words().faults(template).isEmpty();
    }

    /**
     * The words in use: the force's own where they can be merged, or the national ones; {@code force} is null where none is
     * concerned.
     */
    static Words inUse(Force force, Template template) {
        if (force == null) return template.national();
        return newest(force, template)
                .filter(TemplateWording::isUsable)
                .map(TemplateWording::words)
                .orElse(template.national());
    }

    /** Every version, the newest first. */
    static List<TemplateWording> history(Force force, Template template) {
        return list("force = ?1 and template = ?2 order by number desc", force, template);
    }

    /** The words of this version. */
    Words words() {
        return body == null ? template.national() : new Words(subject, body);
    }
}
