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
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * One person's vetting at one level, from the invitation to the clearance or the refusal, and what comes after (vetting
 * section 3.2). Here stands where it is and how it may move; checks, matters, assessments, decisions and appeals are rows of
 * their own, and every change of state is a {@link CaseStep}.
 */
@Entity
public class VettingCase extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_case_seq")
    @SequenceGenerator(name = "vetting_case_seq", sequenceName = "vetting_case_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id")
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public ClearanceLevel level;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public FormVariant variant;

    /** As it was last moved; {@link #stateOn} says how it stands. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public CaseState state;

    @Column(name = "state_since", nullable = false)
    public LocalDate stateSince;

    @Column(name = "invited_on", nullable = false, updatable = false)
    public LocalDate invitedOn;

    /** Last day on which the form can be sent. */
    @Column(name = "invited_until", nullable = false)
    public LocalDate invitedUntil;

    /** Day on which the form came first; null before. */
    @Column(name = "submitted_on")
    public LocalDate submittedOn;

    /** By when a decision was promised, moved on by every stop of the clock that ended; null before the form came. */
    @Column(name = "promised_on")
    public LocalDate promisedOn;

    /** Since when the clock stands; null while it runs. */
    @Column(name = "stopped_since")
    public LocalDate stoppedSince;

    @Column(name = "decided_on")
    public LocalDate decidedOn;

    /** Last valid day of the clearance that came of it; null without one. */
    @Column(name = "valid_until")
    public LocalDate validUntil;

    /** A decision is made once in each round; an appeal that sends the case back begins another. */
    @Column(nullable = false)
    public int round;

    /** Where an interview leads back to; null outside of one. */
    @Enumerated(EnumType.STRING)
    @Column(name = "back_to")
    public CaseState backTo;

    /** When the matter was over for which the case was discontinued, or the unit let go of one withdrawn or refused; null before (vetting rule 19). */
    @Column(name = "finalised_on")
    public LocalDate finalisedOn;

    /** The case whose clearance this one renews; null for a first one. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "renews_id", updatable = false)
    public VettingCase renews;

    @Column(name = "sealed_key", nullable = false)
    public byte[] sealedKey;

    @Version
    public int version;

    // --- finding

    /** By reference as typed, within scope. */
    static Optional<VettingCase> byRef(String typed) {
        return find(
                        "from VettingCase c join fetch c.volunteer v join fetch v.force where c.ref = ?1",
                        Reference.normalise(typed))
                .firstResultOptional();
    }

    /** The person's cases, newest first. */
    static List<VettingCase> of(Volunteer person) {
        return list("volunteer = ?1 order by invitedOn desc, id desc", person);
    }

    /** Cases of the force in these states, oldest promise first; those not promised yet last. */
    static List<VettingCase> in(Force force, Collection<CaseState> states) {
        return list(
                "from VettingCase c join fetch c.volunteer where c.force = ?1 and c.state in ?2"
                        + " order by c.promisedOn nulls last, c.invitedOn, c.id",
                force,
                states);
    }

    /** To be changed: of two people at once the second waits, and sees what the first left. */
    VettingCase held() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    // --- beginning

    /**
     * The coordinator invites somebody to be vetted at the level their post needs (vetting section 3.2: level and form are
     * fixed by the post). Refused without a stage from applied on, for whoever is on limited leave (rule 17), while another
     * case of the level runs or its clearance lasts, and until the unit has said so after a refusal at the level and after a
     * case of any level that was stopped while the unit had it (rule 19).
     */
    static CaseMoved invite(
            Volunteer person,
            ClearanceLevel level,
            VettingSettings settings,
            Worker by,
            Compartment compartment,
            Clock clock) {
        var today = LocalDate.now(clock);
        refuseWithout(by, Hand.COORDINATOR, "The coordinator invites");
        // of two who begin a case for the same person the second waits, and sees the first
        getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        if (person.stage == Stage.LEFT || person.stage == Stage.ENQUIRY) {
            throw new Refused(
                    person.called() + " is in the " + person.stage.slug()
                            + " stage: people are invited once they have applied",
                    "vetting section 3.2");
        }
        if (!Posts.levels(person.appointmentType).contains(level)) {
            throw new Refused(
                    level.label() + " is not the vetting for the post " + person.called() + " is to hold",
                    "vetting rule 3");
        }
        if (Eligibility.newest(person)
                .filter(e -> e.rightToRemain == RightToRemain.LIMITED_LEAVE)
                .isPresent()) {
            throw new Refused("Somebody with limited leave to remain cannot proceed to vetting", "vetting rule 17");
        }
        refuseAnother(person, level, today);
        newest(person)
                .filter(other -> other.level == level)
                .filter(other -> other.stateOn(today).isCleared() || other.stateOn(today) == CaseState.UNDER_REVIEW)
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(
                            person.called() + " is cleared at this level until " + Formats.inWords(other.validUntil)
                                    + ": the vetting unit begins the renewal",
                            "vetting section 3.2");
                });
        return begin(person, level, null, settings, by, compartment, clock);
    }

    /** No two of one level at once, and none at any level while the unit holds the person back. */
    private static void refuseAnother(Volunteer person, ClearanceLevel level, LocalDate day) {
        anotherRefused(person, level, day).ifPresent(refused -> {
            throw refused;
        });
    }

    private static Optional<Refused> anotherRefused(Volunteer person, ClearanceLevel level, LocalDate day) {
        var newest = newest(person).toList();
        if (newest.stream().anyMatch(c -> c.isHeldBack() && (c.level == level || !c.isRefused()))) {
            // whoever recruits may not learn why, nor that an appeal runs (vetting rules 19 and 38)
            return Optional.of(new Refused(
                    "The vetting unit says when " + person.called() + " can be invited again: ask them",
                    "vetting section 3.2"));
        }
        if (newest.stream().noneMatch(c -> c.level == level && c.isRunningOn(day))) return Optional.empty();
        return Optional.of(new Refused(person.called() + " has a case at this level already", ""));
    }

    /** Whether a decision is awaited of it, of the unit or of the panel. */
    boolean isRunningOn(LocalDate day) {
        var now = stateOn(day);
        return now.isOpen() || now == CaseState.APPEALED || now == CaseState.APPEAL_UPHELD;
    }

    /** The person's newest case of each level. */
    private static Stream<VettingCase> newest(Volunteer person) {
        var byLevel = new LinkedHashMap<ClearanceLevel, VettingCase>();
        of(person).forEach(c -> byLevel.putIfAbsent(c.level, c));
        return byLevel.values().stream();
    }

    /**
     * Whether the unit has yet to say that the person can be invited again: after a discontinuation (vetting rule 19), after a
     * withdrawal of what was with the unit, so that nobody can tell the two apart by asking, and after a refusal, whether an
     * appeal runs or not.
     */
    boolean isHeldBack() {
        return finalisedOn == null
                && (state == CaseState.DISCONTINUED
                        || state == CaseState.WITHDRAWN_BY_APPLICANT && submittedOn != null
                        || isRefused());
    }

    /** Refused so far: whoever recruits reads the same of it with an appeal and without one. */
    boolean isRefused() {
        return CaseState.REFUSALS.contains(state);
    }

    /** The unit begins the renewal of a clearance, which runs until its own last day all the same. */
    CaseMoved renew(VettingSettings settings, Worker by, Compartment compartment, Clock clock) {
        refuseWithout(by, Hand.OFFICER, "The vetting unit begins a renewal");
        getEntityManager().refresh(volunteer, LockModeType.PESSIMISTIC_WRITE);
        cannotRenew(LocalDate.now(clock)).ifPresent(refused -> {
            throw refused;
        });
        return begin(volunteer, level, this, settings, by, compartment, clock);
    }

    /** Why it cannot be renewed on the day; empty when it can. */
    Optional<Refused> cannotRenew(LocalDate day) {
        if (!stateOn(day).isCleared() && stateOn(day) != CaseState.EXPIRED) {
            return Optional.of(new Refused("Only what was granted can be renewed", "vetting section 3.2"));
        }
        return anotherRefused(volunteer, level, day);
    }

    private static CaseMoved begin(
            Volunteer person,
            ClearanceLevel level,
            VettingCase renews,
            VettingSettings settings,
            Worker by,
            Compartment compartment,
            Clock clock) {
        var today = LocalDate.now(clock);
        var begun = new VettingCase();
        begun.force = person.force;
        begun.ref = Reference.random();
        begun.volunteer = person;
        begun.level = level;
        begun.variant = FormVariant.of(person.appointmentType);
        begun.renews = renews;
        begun.invitedOn = today;
        begun.invitedUntil = today.plusDays(settings.invitationDays());
        begun.round = 1;
        begun.sealedKey = compartment.caseKey(begun.ref);
        begun.state = CaseState.INVITED;
        begun.stateSince = today;
        begun.persist();
        begun.step(null, CaseState.INVITED, null, by, clock);
        Part.take(begun, Part.Kind.INVITED, by.actor(), clock);
        return new CaseMoved(by.actor(), begun, null, CaseState.INVITED);
    }

    // --- where it stands

    /** How it stands on the day: an invitation runs out and a clearance expires without anybody acting (vetting rule 9). */
    public CaseState stateOn(LocalDate day) {
        if (state == CaseState.INVITED && day.isAfter(invitedUntil)) return CaseState.LAPSED;
        boolean granted = state.isCleared() || state == CaseState.UNDER_REVIEW;
        if (granted && validUntil != null && day.isAfter(validUntil)) return CaseState.EXPIRED;
        return state;
    }

    // --- the form

    /** The form comes, for the first time or again; {@code settings} say what is promised. */
    CaseMoved submit(VettingSettings settings, Worker by, Clock clock) {
        var today = LocalDate.now(clock);
        boolean first = submittedOn == null;
        var moved = move(CaseState.SUBMITTED, null, by, clock);
        if (first) {
            submittedOn = today;
            promisedOn = today.plusDays(settings.serviceDays());
            Check.openForAuthentication(this, clock);
        } else {
            ClockStop.end(this, ClockStop.Reason.FORM_RETURNED, by.actor(), clock);
        }
        return moved;
    }

    /** The form goes back, incomplete, with what is missing; the clock stands until it comes again. */
    CaseMoved returnForm(String whatIsMissing, Worker by, Compartment compartment, Clock clock) {
        if (whatIsMissing == null) throw new Refused("Enter what is missing", "");
        var moved = move(CaseState.RETURNED, compartment.close(this, whatIsMissing, "step"), by, clock);
        ClockStop.begin(this, ClockStop.Reason.FORM_RETURNED, by.actor(), clock);
        return moved;
    }

    /** The applicant withdraws; or the unit after repeated silence on a returned form. */
    CaseMoved withdraw(Worker by, Clock clock) {
        var moved = move(CaseState.WITHDRAWN_BY_APPLICANT, null, by, clock);
        ClockStop.endAll(this, by.actor(), clock);
        return moved;
    }

    // --- checks

    /** Identity and right to remain are checked: C1 and C2 are done (vetting section 2: authentication first). */
    CaseMoved authenticate(Worker by, Clock clock) {
        refuseWithout(by, Hand.OFFICER, "The vetting unit authenticates a form");
        var open = Check.of(this).stream()
                .filter(c -> CheckKind.AUTHENTICATION.contains(c.code) && !c.result.isDone())
                .map(c -> c.kind().label())
                .toList();
        if (state == CaseState.SUBMITTED && !open.isEmpty()) {
            throw new Refused("Authentication is not done: " + String.join(", ", open), "vetting rule 23");
        }
        var moved = move(CaseState.AUTHENTICATED, null, by, clock);
        Part.take(this, Part.Kind.RAN_CHECKS, by.actor(), clock);
        return moved;
    }

    /** Every check of the level is opened. */
    CaseMoved beginChecks(CheckSettings settings, Worker by, Clock clock) {
        var moved = move(CaseState.CHECKS, null, by, clock);
        Check.openAll(this, settings, clock);
        return moved;
    }

    /** The checks are done and the case is to be decided. Refused while a mandatory one is open (vetting rule 24). */
    CaseMoved endChecks(Worker by, Clock clock) {
        refuseOpenChecks(this);
        return move(CaseState.ASSESSMENT, null, by, clock);
    }

    static void refuseOpenChecks(VettingCase vettingCase) {
        openChecks(vettingCase).ifPresent(refused -> {
            throw refused;
        });
    }

    /** What is refused while mandatory checks are open; empty when none is (vetting rule 24). */
    static Optional<Refused> openChecks(VettingCase vettingCase) {
        var open = Check.openMandatory(vettingCase);
        if (open.isEmpty()) return Optional.empty();
        return Optional.of(new Refused(
                "Mandatory checks are open: "
                        + String.join(
                                ", ", open.stream().map(c -> c.kind().label()).toList()),
                "vetting rule 24"));
    }

    /** A concern needs a meeting face to face. */
    CaseMoved interview(String why, Worker by, Compartment compartment, Clock clock) {
        if (why == null) throw new Refused("Enter what the interview is about", "");
        var before = state;
        var moved = move(CaseState.INTERVIEW, compartment.close(this, why, "step"), by, clock);
        backTo = before;
        return moved;
    }

    /** The interview was held, or is not needed any more; what came of it is a check or a matter of its own. */
    CaseMoved endInterview(Worker by, Clock clock) {
        var moved = move(backTo == null ? CaseState.CHECKS : backTo, null, by, clock);
        backTo = null;
        return moved;
    }

    /**
     * A new applicant under investigation or on bail goes no further for now (vetting rule 19). Refused without such a
     * matter, for a renewal, and on a barred-list hit, which is refused instead (rule 18).
     */
    CaseMoved discontinue(String note, Worker by, Compartment compartment, Clock clock) {
        cannotDiscontinue(by, LocalDate.now(clock)).ifPresent(refused -> {
            throw refused;
        });
        var moved = move(CaseState.DISCONTINUED, compartment.close(this, note, "step"), by, clock);
        decidedOn = LocalDate.now(clock);
        ClockStop.endAll(this, by.actor(), clock);
        return moved;
    }

    /** Why it cannot be discontinued by them; empty when it can. */
    Optional<Refused> cannotDiscontinue(Worker by, LocalDate day) {
        var matters = Matter.standing(this);
        if (matters.stream().anyMatch(m -> m.kind == MatterKind.BARRED_LIST)) {
            return Optional.of(
                    new Refused("Somebody on the barred list is refused, not discontinued", "vetting rule 18"));
        }
        if (renews != null || matters.stream().noneMatch(m -> m.kind == MatterKind.LIVE_INVESTIGATION)) {
            return Optional.of(new Refused(
                    "Only a new applicant under investigation or on bail is discontinued: record the matter first",
                    "vetting rule 19"));
        }
        return cannotMove(CaseState.DISCONTINUED, by, day);
    }

    /**
     * The unit says that the person can be invited again.
     *
     * @param day on which the matter was over for which the case was discontinued; of any other, today
     */
    CaseWorkedOn finalise(LocalDate day, Worker by, Clock clock) {
        refuseWithout(by, Hand.OFFICER, "The vetting unit says when somebody can be invited again");
        cannotFinalise().ifPresent(refused -> {
            throw refused;
        });
        if (day.isAfter(LocalDate.now(clock))) throw new Refused("The day is in the future", "vetting rule 19");
        finalisedOn = day;
        return new CaseWorkedOn(by.actor(), this, "finalised");
    }

    /** Why there is nothing to say about another invitation; empty when there is. */
    Optional<Refused> cannotFinalise() {
        if (state == CaseState.APPEALED) {
            return Optional.of(new Refused("The panel decides the appeal first", "vetting section 3.2"));
        }
        if (isHeldBack()) return Optional.empty();
        return Optional.of(
                finalisedOn == null
                        ? new Refused("Nobody is held back by this case", "vetting rule 19")
                        : new Refused(
                                "It is recorded already: over on " + Formats.inWords(finalisedOn), "vetting rule 19"));
    }

    // --- after the clearance

    /** Something calls for another look; the clearance stays in force meanwhile (vetting section 1.4). */
    CaseMoved review(String why, Worker by, Compartment compartment, Clock clock) {
        if (why == null) throw new Refused("Enter what calls for the review", "");
        var before = state;
        var moved = move(CaseState.UNDER_REVIEW, compartment.close(this, why, "step"), by, clock);
        backTo = before;
        return moved;
    }

    /** The review ends with the clearance as it was. */
    CaseMoved maintain(String why, Worker by, Compartment compartment, Clock clock) {
        if (why == null) throw new Refused("Enter why the clearance is maintained", "");
        refuseReviewer(by);
        return endReview(backTo == null ? CaseState.GRANTED : backTo, compartment.close(this, why, "step"), by, clock);
    }

    CaseMoved endReview(CaseState to, byte[] sealedNote, Worker by, Clock clock) {
        var moved = move(to, sealedNote, by, clock);
        backTo = null;
        return moved;
    }

    /** Refuses where no review runs; and whoever recorded what it has to weigh, who does not end it too (vetting section 3.4). */
    void refuseReviewer(Worker by) {
        if (state != CaseState.UNDER_REVIEW) {
            throw new Refused("The clearance is not under review", "vetting section 3.2");
        }
        var begun = CaseStep.newest(this).recordedAt;
        boolean recorded = Matter.of(this).stream()
                .anyMatch(m -> !m.recordedAt.isBefore(begun) && m.recordedByRef.equals(by.ref()));
        if (recorded) {
            throw new Refused(
                    "Whoever recorded a matter in the review cannot end it: a second person has to",
                    "vetting section 3.4");
        }
    }

    /** The clearance that came of it is no longer required. */
    CaseMoved end(String why, Worker by, Compartment compartment, Clock clock) {
        if (why == null) throw new Refused("Enter why it is no longer required", "");
        return move(CaseState.TERMINATED, compartment.close(this, why, "step"), by, clock);
    }

    /** The clearance that came of it has ended elsewhere, with this day: the person left office, or a later one took its place. */
    CaseMoved follow(LocalDate lastDay, Worker by, Clock clock) {
        var moved = move(CaseState.TERMINATED, null, by, clock);
        validUntil = lastDay;
        return moved;
    }

    /** Why what was recorded then cannot be struck out; empty when it can: before the decision, or in the review that brought it. */
    Optional<Refused> cannotStrike(Instant recordedAt) {
        boolean ofTheReview = state == CaseState.UNDER_REVIEW && !recordedAt.isBefore(CaseStep.newest(this).recordedAt);
        if (state.isWithTheUnit() || ofTheReview) return Optional.empty();
        return Optional.of(new Refused("The case is decided: what it was decided on stays", "vetting section 5"));
    }

    void refuseStriking(Instant recordedAt) {
        cannotStrike(recordedAt).ifPresent(refused -> {
            throw refused;
        });
    }

    // --- moving

    /** The one way to another state. Refused for all that is not in {@link Moves}. */
    CaseMoved move(CaseState to, byte[] sealedNote, Worker by, Clock clock) {
        var today = LocalDate.now(clock);
        var from = stateOn(today);
        cannotMove(to, by, today).ifPresent(refused -> {
            throw refused;
        });
        step(from, to, sealedNote, by, clock);
        state = to;
        stateSince = today;
        HalfWritten.endWhatIsOver(this);
        return new CaseMoved(by.actor(), this, from, to);
    }

    /** Why it cannot be moved there by them; empty when it can. */
    Optional<Refused> cannotMove(CaseState to, Worker by, LocalDate day) {
        var from = stateOn(day);
        if (Moves.allows(from, to, by.hands())) return Optional.empty();
        return Optional.of(new Refused(
                "A case that stands at “" + from.words() + "” cannot be moved to “" + to.words() + "”"
                        + (Moves.TABLE.stream().anyMatch(m -> m.from() == from && m.to() == to) ? " by you" : ""),
                "vetting section 3.2"));
    }

    private void step(CaseState from, CaseState to, byte[] sealedNote, Worker by, Clock clock) {
        var step = new CaseStep();
        step.force = force;
        step.vettingCase = this;
        step.from = from;
        step.to = to;
        step.onDay = LocalDate.now(clock);
        step.sealedNote = sealedNote;
        step.recordedAt = clock.instant();
        step.recordedBy = by.actor().name();
        step.recordedByRef = by.ref();
        step.persist();
    }

    static void refuseWithout(Worker by, Hand hand, String who) {
        if (!by.is(hand)) throw new Refused(who, "vetting section 3.2");
    }

    // --- the clock

    /** The clock stands from today on. */
    void stopClock(LocalDate today) {
        if (stoppedSince == null) stoppedSince = today;
    }

    /** The clock runs again from today on: what was promised moves by the days it stood. */
    void runClock(LocalDate today) {
        if (stoppedSince == null) return;
        if (promisedOn != null) promisedOn = promisedOn.plusDays(ChronoUnit.DAYS.between(stoppedSince, today));
        stoppedSince = null;
    }

    /** By when it is promised as things stand today, days for which the clock stands now among them; null before the form came. */
    public LocalDate promiseOn(LocalDate today) {
        if (promisedOn == null || stoppedSince == null) return promisedOn;
        return promisedOn.plusDays(ChronoUnit.DAYS.between(stoppedSince, today));
    }
}
