package org.attest.vetting;

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
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.IncomingFile;
import org.attest.web.PaperType;
import org.attest.web.Refused;

/** A piece of evidence in a case. What it holds is {@link CaseFileContent}, and is never loaded with it. A wrong one is struck out, never deleted. */
@Entity(name = "VettingFile")
@Table(name = "vetting_file")
public class CaseFile extends ForceOwned {

    private static final String NAME = "file name";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_file_seq")
    @SequenceGenerator(name = "vetting_file_seq", sequenceName = "vetting_file_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    /** The check it belongs to; null where it belongs to the case. */
    @Column(updatable = false)
    public String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public PaperType type;

    @Column(name = "size_bytes", nullable = false, updatable = false)
    public long size;

    /** Whether a virus scanner has looked at it. */
    @Column(nullable = false, updatable = false)
    public boolean scanned;

    @Column(name = "sealed_name", nullable = false, updatable = false)
    public byte[] sealedName;

    @Column(name = "added_at", nullable = false, updatable = false)
    public Instant addedAt;

    @Column(name = "added_by", nullable = false, updatable = false)
    public String addedBy;

    @Column(name = "struck_at")
    public Instant struckAt;

    @Column(name = "struck_by")
    public String struckBy;

    @Column(name = "sealed_why_struck")
    public byte[] sealedWhyStruck;

    /** The files of a case, oldest first, those struck out among them. */
    static List<CaseFile> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by addedAt, id", vettingCase);
    }

    static Optional<CaseFile> byRef(VettingCase vettingCase, String ref) {
        return find("vettingCase = ?1 and ref = ?2", vettingCase, Reference.normalise(ref))
                .firstResultOptional();
    }

    /** Whether evidence can be added: while the case is with the unit, or under review. */
    static boolean mayBeAdded(VettingCase vettingCase) {
        return Matter.mayBeRecorded(vettingCase);
    }

    /**
     * Evidence comes into the case.
     *
     * @param code of the check it belongs to; null for the case itself
     */
    static CaseWorkedOn add(
            VettingCase vettingCase,
            IncomingFile incoming,
            String code,
            Worker by,
            Compartment compartment,
            Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit keeps the evidence");
        if (!mayBeAdded(vettingCase)) throw new Refused("The case is not with the vetting unit", "vetting section 3.2");
        if (code != null && Check.of(vettingCase, code).isEmpty()) {
            throw new Refused("Choose a check of this case", "vetting section 2");
        }
        var file = new CaseFile();
        file.force = vettingCase.force;
        file.ref = Reference.random();
        file.vettingCase = vettingCase;
        file.code = code;
        file.type = incoming.type();
        file.size = incoming.content().length;
        file.scanned = incoming.scanned();
        file.sealedName = compartment.close(vettingCase, incoming.calledBySender(), NAME);
        file.addedAt = clock.instant();
        file.addedBy = by.actor().name();
        file.persist();
        CaseFileContent.keep(file, incoming.content(), compartment);
        Part.take(vettingCase, Part.Kind.RAN_CHECKS, by.actor(), clock);
        return new CaseWorkedOn(by.actor(), vettingCase, "file");
    }

    /** It was wrong, or about somebody else; it stays to be opened. */
    CaseWorkedOn strike(String why, Worker by, Compartment compartment, Clock clock) {
        VettingCase.refuseWithout(by, Hand.OFFICER, "The vetting unit keeps the evidence");
        if (struckAt != null) throw new Refused("It is struck out already", "");
        vettingCase.refuseStriking(addedAt);
        if (why == null) throw new Refused("Enter why it is struck out", "");
        struckAt = clock.instant();
        struckBy = by.actor().name();
        sealedWhyStruck = compartment.close(vettingCase, why, NAME + " struck");
        return new CaseWorkedOn(by.actor(), vettingCase, "file struck");
    }

    /** What the sender's computer called it: text to show. */
    String name(Compartment compartment) {
        return compartment.text(vettingCase, sealedName, NAME);
    }

    /** Null while it counts. */
    String whyStruck(Compartment compartment) {
        return compartment.text(vettingCase, sealedWhyStruck, NAME + " struck");
    }

    /** {@code 240 KB}. */
    public String sizeInWords() {
        return size < 1 << 20 ? Math.max(1, size >> 10) + " KB" : (size >> 20) + " MB";
    }
}
