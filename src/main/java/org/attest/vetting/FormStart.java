package org.attest.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.attest.force.ForceOwned;
import org.attest.web.ClockOfAttest;
import org.attest.web.Refused;

/**
 * What somebody chose who begins a vetting form and has filled one in before: to carry their answers over, or to begin with an
 * empty one. Chosen once. What is carried over is to check: part by part, it counts as written once it was opened and saved.
 */
@Entity(name = "VettingFormStart")
@Table(name = "vetting_form_start")
public class FormStart extends ForceOwned {

    /** An earlier form of the same person, and the day it is of. */
    record Earlier(VettingCase vettingCase, LocalDate day) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_form_start_seq")
    @SequenceGenerator(name = "vetting_form_start_seq", sequenceName = "vetting_form_start_seq", allocationSize = 50)
    public Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    /** The case whose form was carried over; null where they began with an empty one. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "from_case_id", updatable = false)
    public VettingCase carriedFrom;

    @Column(name = "chosen_at", nullable = false, updatable = false)
    public Instant chosenAt;

    /**
     * The form that can be carried over into that of the case: the newest that the person wrote in a case which is not open any
     * more. Empty without one, once they have chosen, and once they have begun to write.
     */
    static Optional<Earlier> offered(VettingCase vettingCase, LocalDate today) {
        boolean invited = vettingCase.stateOn(today) == CaseState.INVITED;
        if (!invited || count("vettingCase", vettingCase) > 0 || FormSheet.count("vettingCase", vettingCase) > 0) {
            return Optional.empty();
        }
        return VettingCase.of(vettingCase.volunteer).stream()
                .filter(c -> !c.id.equals(vettingCase.id) && !c.stateOn(today).isOpen())
                .flatMap(c -> FormSheet.newest(c).stream())
                .findFirst()
                .map(sheet -> new Earlier(
                        sheet.vettingCase,
                        sheet.savedAt.atZone(ClockOfAttest.LONDON).toLocalDate()));
    }

    /**
     * The applicant begins the form of the case with answers of an earlier one, or with none.
     *
     * @param carries whether the answers of {@link #offered} are carried over
     */
    static FormBegun choose(VettingCase vettingCase, boolean carries, Worker by, Compartment compartment, Clock clock) {
        VettingCase.refuseWithout(by, Hand.APPLICANT, "Only the applicant writes the form");
        var earlier = offered(vettingCase, LocalDate.now(clock))
                .orElseThrow(() -> new Refused("You have chosen already how to begin, or have begun to write", ""));
        var start = new FormStart();
        start.force = vettingCase.force;
        start.vettingCase = vettingCase;
        start.carriedFrom = carries ? earlier.vettingCase() : null;
        start.chosenAt = clock.instant();
        start.persist();
        if (carries) carry(vettingCase, earlier, compartment, clock);
        return new FormBegun(by.actor(), vettingCase, start.carriedFrom);
    }

    private static void carry(VettingCase into, Earlier earlier, Compartment compartment, Clock clock) {
        var before = VettingForm.written(earlier.vettingCase(), compartment);
        for (var part : FormPart.values()) {
            var answers = CarriedAnswers.of(part, before, into.variant);
            if (part == FormPart.NAMES) answers = CarriedAnswers.named(answers, into.volunteer);
            if (answers.blank()) continue;
            // what was carried there already and never looked at is as old as it was
            var day = before.carriedOn(part) == null ? earlier.day() : before.carriedOn(part);
            FormSheet.carry(into, part, answers, day, compartment, clock);
        }
    }
}
