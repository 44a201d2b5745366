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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * One part of a case's form as the applicant saved it, sealed. What was sent is never changed: whatever is written after a
 * sending is another edition.
 */
@Entity(name = "VettingFormSheet")
@Table(name = "vetting_form_sheet")
public class FormSheet extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_form_sheet_seq")
    @SequenceGenerator(name = "vetting_form_sheet_seq", sequenceName = "vetting_form_sheet_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public FormPart part;

    /** How often the form had been sent when this was begun. */
    @Column(nullable = false, updatable = false)
    public int edition;

    /** Another one with each saving, so that a page opened before can be told from a fresh one. */
    @Column(nullable = false)
    public String stamp;

    @Column(nullable = false)
    public byte[] sealed;

    @Column(name = "saved_at", nullable = false)
    public Instant savedAt;

    /** Which day the answers are of while they are only carried over from an earlier form; null once the part was saved. */
    @Column(name = "carried_on")
    public LocalDate carriedOn;

    /** All of a case, of each part the earliest edition first. */
    static List<FormSheet> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by edition, id", vettingCase);
    }

    /** The newest edition of one part. */
    static Optional<FormSheet> newest(VettingCase vettingCase, FormPart part) {
        return find("vettingCase = ?1 and part = ?2 order by edition desc", vettingCase, part)
                .firstResultOptional();
    }

    /** What was saved last of a case, whichever part. */
    static Optional<FormSheet> newest(VettingCase vettingCase) {
        return find("vettingCase = ?1 order by savedAt desc, id desc", vettingCase)
                .firstResultOptional();
    }

    /** How often the form of the case was sent. */
    static int sendings(VettingCase vettingCase) {
        return (int) CaseStep.count("vettingCase = ?1 and to = ?2", vettingCase, CaseState.SUBMITTED);
    }

    /**
     * The applicant saves a part, with its gaps. Refused for everybody else, and once the form is sent or the invitation has
     * run out.
     */
    static CaseWorkedOn write(
            VettingCase vettingCase,
            FormPart part,
            FormAnswers answers,
            Worker by,
            Compartment compartment,
            Clock clock) {
        VettingCase.refuseWithout(by, Hand.APPLICANT, "Only the applicant writes the form");
        refuseUnlessOpen(vettingCase, LocalDate.now(clock));
        var sheet = sheet(vettingCase, part, answers, compartment, clock);
        sheet.carriedOn = null;
        sheet.persist();
        return new CaseWorkedOn(by.actor(), vettingCase, "form " + part.slug());
    }

    /**
     * The applicant carries a part over from an earlier form: it is to check, and counts once it was saved.
     *
     * @param day which the answers are of
     */
    static void carry(
            VettingCase vettingCase,
            FormPart part,
            FormAnswers answers,
            LocalDate day,
            Compartment compartment,
            Clock clock) {
        var sheet = sheet(vettingCase, part, answers, compartment, clock);
        sheet.carriedOn = day;
        sheet.persist();
    }

    private static FormSheet sheet(
            VettingCase vettingCase, FormPart part, FormAnswers answers, Compartment compartment, Clock clock) {
        int edition = sendings(vettingCase);
        var sheet = newest(vettingCase, part).filter(s -> s.edition == edition).orElseGet(FormSheet::new);
        sheet.force = vettingCase.force;
        sheet.vettingCase = vettingCase;
        sheet.part = part;
        sheet.edition = edition;
        sheet.stamp = Reference.random();
        sheet.sealed = compartment.closeAll(vettingCase, answers, purpose(part, edition));
        sheet.savedAt = clock.instant();
        return sheet;
    }

    private static void refuseUnlessOpen(VettingCase vettingCase, LocalDate today) {
        switch (vettingCase.stateOn(today)) {
            case INVITED, RETURNED -> {
                // it is the applicant's
            }
            case LAPSED ->
                throw new Refused(
                        "The invitation ran out on " + Formats.inWords(vettingCase.invitedUntil),
                        "vetting section 3.2");
            default -> throw new Refused("The form is sent: it can only be read now", "vetting section 3.2");
        }
    }

    FormAnswers answers(Compartment compartment) {
        return compartment.openAll(vettingCase, sealed, FormAnswers.class, purpose(part, edition));
    }

    static String purpose(FormPart part, int edition) {
        return "form " + part + " " + edition;
    }
}
