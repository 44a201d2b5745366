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
import java.util.stream.Collectors;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Refused;

/** The decision of one round of a case: one a round, never changed. Reasons for the person and in full are sealed apart. */
@Entity(name = "VettingDecision")
@Table(name = "vetting_decision")
public class Decision extends ForceOwned {

    static final int LONGEST = 6000;

    /**
     * What somebody proposes to decide.
     *
     * @param forPerson reasons as the person reads them; null for none
     * @param inFull reasons as the case team reads them
     * @param harmTested whether what the harm test withholds is left out of {@code forPerson}
     * @param rebuttal of a panel: why the presumption against a conviction or caution is rebutted (vetting rule 21)
     * @param advisory of a panel: what was considered about an entry on the advisory list (vetting rule 18)
     */
    public record Draft(
            String forPerson,
            String inFull,
            boolean harmTested,
            List<Restriction.Draft> restrictions,
            String rebuttal,
            String advisory) {
        public Draft {
            restrictions = List.copyOf(restrictions);
        }

        /** Of the unit, whose assessment says the rest. */
        public Draft(String forPerson, String inFull, boolean harmTested, List<Restriction.Draft> restrictions) {
            this(forPerson, inFull, harmTested, restrictions, null, null);
        }
    }

    /** The decision with what became of it; {@code clearance} is null unless one was granted. */
    record Decided(Decision decision, CaseMoved moved, ClearanceGranted clearance) {}

    /** A review that ended with a decision of its own. */
    record Reviewed(Decision decision, CaseMoved moved, ClearanceConditionsChanged changed) {}

    static final String FOR_PERSON = "reasons for the person";
    static final String IN_FULL = "full reasons";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_decision_seq")
    @SequenceGenerator(name = "vetting_decision_seq", sequenceName = "vetting_decision_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    @Column(nullable = false, updatable = false)
    public int round;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Outcome outcome;

    @Column(name = "sealed_for_person", nullable = false, updatable = false)
    public byte[] sealedForPerson;

    @Column(name = "sealed_in_full", nullable = false, updatable = false)
    public byte[] sealedInFull;

    /** Last day of the window in which a refusal can be appealed against (vetting rule 28); null for a grant. */
    @Column(name = "appeal_until", updatable = false)
    public LocalDate appealUntil;

    @Column(name = "decided_on", nullable = false, updatable = false)
    public LocalDate decidedOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    @Column(name = "recorded_by_ref", nullable = false, updatable = false)
    public String recordedByRef;

    /** The one of the round that runs. */
    static Optional<Decision> current(VettingCase vettingCase) {
        return find("vettingCase = ?1 and round = ?2", vettingCase, vettingCase.round)
                .firstResultOptional();
    }

    /** The decisions of a case, oldest first. */
    static List<Decision> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by round", vettingCase);
    }

    static Optional<Decision> newest(VettingCase vettingCase) {
        return find("vettingCase = ?1 order by round desc", vettingCase).firstResultOptional();
    }

    /**
     * The case is decided. Refused for all that {@link DecisionRules} refuse, for conditions that lack a part, for a move that
     * table 3.2 does not have, and for a level whose validity nobody has set (vetting rule 5).
     */
    static Decided decide(
            VettingCase vettingCase,
            Outcome outcome,
            Draft draft,
            VettingSettings settings,
            Worker by,
            Compartment compartment,
            Clock clock) {
        refusal(vettingCase, outcome, draft, by, compartment, clock).ifPresent(refused -> {
            throw refused;
        });
        var today = LocalDate.now(clock);
        draft.restrictions().forEach(r -> Restriction.refuse(r, today));
        var moved = vettingCase.move(outcome.state(), null, by, clock);
        ClockStop.endAll(vettingCase, by.actor(), clock);
        var appealUntil = outcome.grants()
                ? null
                : settings.appealWindow(vettingCase.level).lastDay(vettingCase.force, today);
        var decision = write(vettingCase, outcome, draft, appealUntil, by, compartment, clock);
        vettingCase.decidedOn = today;
        if (!outcome.grants()) return new Decided(decision, moved, null);
        var granted = Clearance.grant(
                vettingCase.volunteer,
                vettingCase.level,
                today,
                codes(draft),
                settings,
                vettingCase.ref,
                by.actor(),
                clock);
        vettingCase.validUntil = granted.clearance().lastValidDay;
        return new Decided(decision, moved, granted);
    }

    /**
     * A review ends with other conditions than before, or with none: a decision of another round, told to the person. Refused
     * for everybody but the manager, for a manager who recorded what the review weighs, without both reasons, for conditions
     * that lack a part, and where there were none and are none.
     */
    static Reviewed review(VettingCase vettingCase, Draft draft, Worker by, Compartment compartment, Clock clock) {
        vettingCase.refuseReviewer(by);
        if (draft.inFull() == null) throw new Refused("Enter the full reasons", "features row 20");
        if (draft.forPerson() == null) throw new Refused("Enter the reasons the person reads", "vetting rule 29");
        if (!draft.harmTested()) {
            throw new Refused(
                    "Confirm that the reasons the person reads have passed the harm test", "vetting section 5");
        }
        draft.restrictions().forEach(r -> Restriction.refuse(r, LocalDate.now(clock)));
        var clearance = Clearance.ofCase(vettingCase)
                .orElseThrow(() -> new Refused("No clearance came of this case", "vetting rule 9"));
        boolean restricted = !draft.restrictions().isEmpty();
        if (!restricted && !clearance.isRestricted()) {
            throw new Refused("No condition applies and none is set: maintain the clearance", "vetting section 3.2");
        }
        var outcome = restricted ? Outcome.GRANTED_WITH_RESTRICTIONS : Outcome.GRANTED;
        var moved = vettingCase.endReview(outcome.state(), null, by, clock);
        vettingCase.round++;
        var decision = write(vettingCase, outcome, draft, null, by, compartment, clock);
        return new Reviewed(decision, moved, clearance.condition(codes(draft), by.actor(), clock));
    }

    private static List<RestrictionCode> codes(Draft draft) {
        return draft.restrictions().stream()
                .map(Restriction.Draft::code)
                .distinct()
                .toList();
    }

    private static Decision write(
            VettingCase vettingCase,
            Outcome outcome,
            Draft draft,
            LocalDate appealUntil,
            Worker by,
            Compartment compartment,
            Clock clock) {
        var decision = new Decision();
        decision.force = vettingCase.force;
        decision.ref = Reference.random();
        decision.vettingCase = vettingCase;
        decision.round = vettingCase.round;
        decision.outcome = outcome;
        decision.sealedForPerson =
                compartment.close(vettingCase, draft.forPerson() == null ? "" : draft.forPerson(), FOR_PERSON);
        decision.sealedInFull = compartment.close(vettingCase, draft.inFull(), IN_FULL);
        decision.appealUntil = appealUntil;
        decision.decidedOn = LocalDate.now(clock);
        decision.recordedAt = clock.instant();
        decision.recordedBy = by.actor().name();
        decision.recordedByRef = by.ref();
        decision.persist();
        draft.restrictions().forEach(r -> Restriction.add(decision, r, compartment));
        Part.take(vettingCase, Part.Kind.DECIDED, by.actor(), clock);
        return decision;
    }

    /** Why the case cannot be decided so by them; empty when it can, as far as {@link DecisionRules} say. */
    static Optional<Refused> refusal(
            VettingCase vettingCase, Outcome outcome, Draft draft, Worker by, Compartment compartment, Clock clock) {
        var parts = Part.of(vettingCase).stream()
                .filter(p -> p.accountRef.equals(by.ref()))
                .map(p -> p.part)
                .collect(Collectors.toSet());
        var assessed = Assessment.current(vettingCase)
                .or(() -> vettingCase.state == CaseState.APPEAL_UPHELD
                        ? Assessment.of(vettingCase).stream().reduce((a, b) -> b)
                        : Optional.empty());
        return DecisionRules.refusal(new DecisionRules.Asked(
                vettingCase.stateOn(LocalDate.now(clock)),
                Findings.of(vettingCase),
                assessed.map(a -> a.text(compartment)).orElse(null),
                assessed.filter(a -> Findings.changedAfter(vettingCase, a.recordedAt))
                        .isPresent(),
                parts,
                by.hands(),
                outcome,
                draft));
    }

    /** Null where nothing was said. */
    String forPerson(Compartment compartment) {
        var text = compartment.text(vettingCase, sealedForPerson, FOR_PERSON);
        return text.isEmpty() ? null : text;
    }

    String inFull(Compartment compartment) {
        return compartment.text(vettingCase, sealedInFull, IN_FULL);
    }
}
