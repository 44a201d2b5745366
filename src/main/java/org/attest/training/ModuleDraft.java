package org.attest.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.web.Refused;

/**
 * The next version of a module while it is written: nobody learns from it, and the published one stays as it is until this
 * is published. One for each module, for all authors.
 */
@Entity
@Table(name = "module_draft")
public class ModuleDraft extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "module_draft_seq")
    @SequenceGenerator(name = "module_draft_seq", sequenceName = "module_draft_seq", allocationSize = 50)
    public Long id;

    /** {@code DSC-101}. */
    @Column(nullable = false, unique = true, updatable = false)
    public String code;

    /** The version it began from; 0 for a module that is not published yet. */
    @Column(name = "based_on", nullable = false, updatable = false)
    public int basedOn;

    @Column(name = "document", nullable = false, columnDefinition = "text")
    public String text;

    @Column(name = "begun_at", nullable = false, updatable = false)
    public Instant begunAt;

    @Column(name = "begun_by", nullable = false, updatable = false)
    public String begunBy;

    @Column(name = "saved_at", nullable = false)
    public Instant savedAt;

    @Column(name = "saved_by", nullable = false)
    public String savedBy;

    @Version
    public int version;

    static Optional<ModuleDraft> of(String code) {
        return find("code", code).firstResultOptional();
    }

    /** To be changed: of two authors at once the second sees what the first saved. */
    static Optional<ModuleDraft> held(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those being written, in the order of the codes. */
    static List<ModuleDraft> all() {
        return list("order by code");
    }

    /**
     * Begins one.
     *
     * @param basedOn the number of the published version that the document is of; 0 for none
     */
    static ModuleDraftBegun begin(ModuleDocument document, int basedOn, Actor by, Clock clock) {
        if (of(document.code()).isPresent())
            throw new Refused("A draft of " + document.code() + " is there already", "");
        var draft = new ModuleDraft();
        draft.code = document.code();
        draft.basedOn = basedOn;
        draft.begunAt = clock.instant();
        draft.begunBy = by.name();
        draft.write(document, by, clock);
        draft.persist();
        return new ModuleDraftBegun(by, draft.code, basedOn);
    }

    /** Keeps a changed part, sound or not: what is wrong is said, and refused only when it is published. */
    ModuleDraftSaved save(ModuleDocument changed, String part, Actor by, Clock clock) {
        write(changed, by, clock);
        return new ModuleDraftSaved(by, code, part);
    }

    /** Drops it; what is published stays. */
    ModuleDraftDiscarded discard(Actor by) {
        delete();
        return new ModuleDraftDiscarded(by, code);
    }

    /**
     * Publishes it as the next version; whoever passed an earlier one keeps that, and attempts that are open stay with theirs.
     * Refused while something is wrong with it, when nothing differs, and when another version was published since it began.
     */
    ModulePublished publish(List<ModuleVersion> newest, Actor by, Clock clock) {
        var standing = newest.stream().filter(v -> v.code().equals(code)).findFirst();
        int number = standing.map(v -> v.number).orElse(0);
        if (number != basedOn) {
            throw new Refused(
                    "Version " + number + " was published since this draft began from version " + basedOn
                            + ": discard it and begin from what stands",
                    "");
        }
        if (standing.filter(v -> v.text.equals(text)).isPresent()) {
            throw new Refused("Nothing differs from version " + number, "");
        }
        var faults = faults(newest);
        if (!faults.isEmpty()) throw new Refused(String.join("; ", faults), "");
        var published = ModuleVersion.publish(document(), by, clock.instant());
        delete();
        return published;
    }

    /** What keeps it from being published, in sentences: of the module itself, and of the curriculum with it in its place. */
    List<String> faults(List<ModuleVersion> newest) {
        var faults = new ArrayList<>(document().faults());
        faults.addAll(Curriculum.of(newest).with(document()).faults());
        return faults;
    }

    public ModuleDocument document() {
        return ModuleDocument.read(text);
    }

    /** Where it is written. */
    public String path() {
        return "/training/" + code + "/draft";
    }

    private void write(ModuleDocument document, Actor by, Clock clock) {
        text = document.written();
        savedAt = clock.instant();
        savedBy = by.name();
    }

    /** What a form carries to know whether the part it shows was saved by somebody else since; empty for a part that is new. */
    static String seal(Object part) {
        if (part == null) return "";
        try {
            return Sha256.of(ModuleDocument.JSON.writeValueAsString(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
