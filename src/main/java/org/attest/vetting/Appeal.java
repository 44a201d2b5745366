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
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Texts;
import org.attest.web.Refused;

/**
 * An appeal against a refusal, heard by a panel that took no part in the case (vetting rule 27). One that comes after the
 * window is marked late and decided all the same (vetting rule 28). A dismissal is final.
 */
@Entity(name = "VettingAppeal")
@Table(name = "vetting_appeal")
public class Appeal extends ForceOwned {

    static final int LONGEST = 6000;

    /** What the panel comes to. */
    public enum Result {
        GRANT("Uphold it, and grant the clearance"),
        SEND_BACK("Uphold it, and send the case back to be assessed anew"),
        DISMISS("Dismiss it");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What the panel decides.
     *
     * @param members the panel beside its chair
     * @param draft how the clearance is granted; of a dismissal, what the person reads of it. Null where the case goes back
     */
    record Hearing(Result result, String reasons, List<Member> members, Decision.Draft draft) {}

    /**
     * Somebody who sat on the panel.
     *
     * @param ref of their account, which is barred from the case from then on; null for somebody without one
     */
    record Member(String ref, String name) {}

    /**
     * What is sealed of the decision.
     *
     * @param forPerson what the person reads of a dismissal; null of another result
     * @param rebuttal why the presumption is rebutted, of a grant (vetting rule 21); null where nothing was said
     * @param advisory what was considered about the advisory list, of a grant (vetting rule 18); null where nothing was said
     */
    record Text(String reasons, List<String> members, String forPerson, String rebuttal, String advisory) {}

    /** The appeal with all that became of it; {@code decided} is null unless the clearance was granted. */
    record Heard(Appeal appeal, List<CaseMoved> moved, Decision.Decided decided) {}

    static final String GROUNDS = "grounds";
    static final String REASONS = "panel";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_appeal_seq")
    @SequenceGenerator(name = "vetting_appeal_seq", sequenceName = "vetting_appeal_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "case_id", updatable = false)
    public VettingCase vettingCase;

    /** The refusal it is against. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "decision_id", updatable = false)
    public Decision decision;

    @Column(name = "lodged_on", nullable = false, updatable = false)
    public LocalDate lodgedOn;

    /** Whether it came after the last day of the window. */
    @Column(nullable = false, updatable = false)
    public boolean late;

    @Column(name = "sealed_grounds", nullable = false, updatable = false)
    public byte[] sealedGrounds;

    @Column(name = "lodged_at", nullable = false, updatable = false)
    public Instant lodgedAt;

    /** Null while it waits. */
    @Enumerated(EnumType.STRING)
    public Result outcome;

    @Column(name = "decided_on")
    public LocalDate decidedOn;

    @Column(name = "sealed_reasons")
    public byte[] sealedReasons;

    @Column(name = "decided_at")
    public Instant decidedAt;

    @Column(name = "decided_by")
    public String decidedBy;

    @Column(name = "decided_by_ref")
    public String decidedByRef;

    /** The appeals of a case, oldest first. */
    static List<Appeal> of(VettingCase vettingCase) {
        return list("vettingCase = ?1 order by lodgedAt, id", vettingCase);
    }

    static Optional<Appeal> waiting(VettingCase vettingCase) {
        return find("vettingCase = ?1 and outcome is null", vettingCase).firstResultOptional();
    }

    /** Those of the force that wait for the panel, oldest first, with their cases. */
    static List<Appeal> waiting(Force force) {
        return list(
                "from VettingAppeal a join fetch a.vettingCase c join fetch c.volunteer where a.force = ?1 and a.outcome is null"
                        + " order by a.lodgedOn, a.id",
                force);
    }

    /** The person appeals against the refusal that stands. */
    static CaseMoved lodge(VettingCase vettingCase, String grounds, Worker by, Compartment compartment, Clock clock) {
        if (grounds == null) throw new Refused("Enter why you appeal", "vetting section 4");
        var today = LocalDate.now(clock);
        var moved = vettingCase.move(CaseState.APPEALED, null, by, clock);
        // whatever the unit said before: while the appeal runs there is no other case of the level
        vettingCase.finalisedOn = null;
        var refusal = Decision.newest(vettingCase).orElseThrow();
        var appeal = new Appeal();
        appeal.force = vettingCase.force;
        appeal.ref = Reference.random();
        appeal.vettingCase = vettingCase;
        appeal.decision = refusal;
        appeal.lodgedOn = today;
        appeal.late = today.isAfter(refusal.appealUntil);
        appeal.sealedGrounds = compartment.close(vettingCase, grounds, GROUNDS);
        appeal.lodgedAt = clock.instant();
        appeal.persist();
        return moved;
    }

    /**
     * The chair decides for the panel. Refused for a chair or a member who took any part in the case (vetting rule 27),
     * without reasons, for a dismissal that tells the person nothing, and for a grant that {@link DecisionRules} refuse.
     */
    Heard hear(Hearing hearing, VettingSettings settings, Worker by, Compartment compartment, Clock clock) {
        if (outcome != null) throw new Refused("The appeal is decided already, by " + decidedBy, "");
        refuseWhoTookPart(hearing, by);
        if (hearing.reasons() == null) throw new Refused("Enter the panel's reasons", "vetting section 5");
        boolean upheld = hearing.result() != Result.DISMISS;
        if (!upheld) refuseSilence(hearing.draft());
        var first = vettingCase.move(upheld ? CaseState.APPEAL_UPHELD : CaseState.APPEAL_DISMISSED, null, by, clock);
        outcome = hearing.result();
        decidedOn = LocalDate.now(clock);
        sealedReasons = compartment.closeAll(
                vettingCase,
                new Text(
                        hearing.reasons(),
                        hearing.members().stream().map(Member::name).toList(),
                        upheld ? null : hearing.draft().forPerson(),
                        hearing.draft() == null ? null : hearing.draft().rebuttal(),
                        hearing.draft() == null ? null : hearing.draft().advisory()),
                REASONS);
        decidedAt = clock.instant();
        decidedBy = by.actor().name();
        decidedByRef = by.ref();
        Heard heard;
        if (!upheld) heard = new Heard(this, List.of(first), null);
        else {
            vettingCase.round++;
            if (hearing.result() == Result.SEND_BACK) {
                // the promise of the first round has long passed: the unit has as long again
                vettingCase.promisedOn = decidedOn.plusDays(settings.serviceDays());
                heard = new Heard(this, List.of(first, vettingCase.move(CaseState.ASSESSMENT, null, by, clock)), null);
            } else {
                var to = hearing.draft().restrictions().isEmpty() ? Outcome.GRANTED : Outcome.GRANTED_WITH_RESTRICTIONS;
                var decided = Decision.decide(vettingCase, to, hearing.draft(), settings, by, compartment, clock);
                heard = new Heard(this, List.of(first), decided);
            }
        }
        Part.take(vettingCase, Part.Kind.HEARD, by.actor(), clock);
        for (var member : hearing.members()) {
            if (member.ref() != null) {
                Part.take(vettingCase, Part.Kind.HEARD, new Actor(member.ref(), member.name(), "appeal panel"), clock);
            }
        }
        return heard;
    }

    private static void refuseSilence(Decision.Draft draft) {
        if (draft == null || draft.forPerson() == null) {
            throw new Refused("Enter the reasons the person reads", "vetting rule 29");
        }
        if (!draft.harmTested()) {
            throw new Refused(
                    "Confirm that the reasons the person reads have passed the harm test", "vetting section 5");
        }
    }

    private void refuseWhoTookPart(Hearing hearing, Worker by) {
        VettingCase.refuseWithout(by, Hand.CHAIR, "The chair of the appeal panel decides");
        if (Part.tookAny(vettingCase, by.ref())) {
            throw new Refused("You took part in this case: another chair has to hear the appeal", "vetting rule 27");
        }
        var parts = Part.of(vettingCase);
        for (var member : hearing.members()) {
            boolean tookPart = parts.stream()
                    .anyMatch(p -> p.accountRef.equals(member.ref())
                            || Texts.folded(p.name).equals(Texts.folded(member.name())));
            boolean close = member.ref() != null && Conflict.lasts(vettingCase.volunteer, member.ref());
            if (tookPart || close) {
                throw new Refused(
                        member.name()
                                + (tookPart ? " took part in this case" : " is close to the person")
                                + " and cannot sit on the panel",
                        "vetting rule 27");
            }
        }
    }

    String grounds(Compartment compartment) {
        return compartment.text(vettingCase, sealedGrounds, GROUNDS);
    }

    /** Null while it waits. */
    Text panel(Compartment compartment) {
        return sealedReasons == null ? null : compartment.openAll(vettingCase, sealedReasons, Text.class, REASONS);
    }
}
