package org.attest.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/**
 * A period in which somebody counts as having passed a module: from the day it was earned through its last valid day. A
 * renewal is another period beside it; one given in error is revoked with a reason and stays to be read.
 */
@Entity
public class Qualification extends ForceOwned {

    public static final int LONGEST_REASON = 500;
    static final int LONGEST_EVIDENCE = 300;
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{12}");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "qualification_seq")
    @SequenceGenerator(name = "qualification_seq", sequenceName = "qualification_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** Random code of the certificate, by which anybody can check it. */
    @Column(nullable = false, unique = true, updatable = false)
    public String code;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** What was passed, word for word. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_version_id", updatable = false)
    public ModuleVersion moduleVersion;

    /** The attempt by which it was earned; null where a result was recorded. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "attempt_id", updatable = false)
    public Attempt attempt;

    /** First valid day. */
    @Column(name = "earned_on", nullable = false, updatable = false)
    public LocalDate earnedOn;

    /** Last valid day, inclusive; null when it does not expire. */
    @Column(name = "last_day", updatable = false)
    public LocalDate lastDay;

    /** Mark of a hundred; null where none was given. */
    @Column(updatable = false)
    public Integer percent;

    @Column(name = "awarded_at", nullable = false, updatable = false)
    public Instant awardedAt;

    @Column(name = "awarded_by", nullable = false, updatable = false)
    public String awardedBy;

    @Column(name = "awarded_by_ref", nullable = false, updatable = false)
    public String awardedByRef;

    /** Who assessed it; null where the module asks for nobody. */
    @Column(updatable = false)
    public String assessor;

    @Column(name = "assessor_ref", updatable = false)
    public String assessorRef;

    /** Where what shows it is kept: a certificate, a register; null where nothing was named. */
    @Column(updatable = false)
    public String evidence;

    /** Of what day the evidence is by which prior learning was accepted; null where the module itself was passed. */
    @Column(name = "prior_on", updatable = false)
    public LocalDate priorOn;

    /** When somebody had seen what shows it; null until then. */
    @Column(name = "evidence_verified_at")
    public Instant evidenceVerifiedAt;

    @Column(name = "evidence_verified_by")
    public String evidenceVerifiedBy;

    /** Reference of the import that brought it in from a file; null where none did. */
    @Column(name = "import_ref", updatable = false)
    public String importRef;

    /** Whether it was revoked because that import was undone. */
    @Column(name = "import_undone", nullable = false)
    public boolean importUndone;

    /** Null unless it was revoked; from then on it never counted. */
    @Column(name = "revoked_at")
    public Instant revokedAt;

    @Column(name = "revoked_by")
    public String revokedBy;

    @Column(name = "revocation_reason")
    public String revocationReason;

    @Version
    public int version;

    /** The order by which it counts beyond its last valid day; null for none. */
    @Transient
    private Extension extendedBy;

    /** The person's, oldest first, revoked ones too; with module and version. */
    static List<Qualification> of(Volunteer person) {
        return extended(list(
                "from Qualification q join fetch q.moduleVersion v join fetch v.module where q.volunteer = ?1"
                        + " order by q.earnedOn, q.id",
                person));
    }

    /** Those of many people that count, oldest first; two statements, which read no text of a module. */
    static List<Qualification> of(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return extended(list(
                "from Qualification q where q.volunteer in ?1 and q.revokedAt is null order by q.earnedOn, q.id",
                people));
    }

    /** The same, each with the extension that covers it; one statement, whatever their number. */
    private static List<Qualification> extended(List<Qualification> qualifications) {
        var orders = Extension.approved();
        qualifications.forEach(q -> q.extend(orders));
        return qualifications;
    }

    /**
     * Takes note of the extensions that cover it, being in date on their first day or later (features row 45).
     *
     * @param orders by their first day
     */
    void extend(List<Extension> orders) {
        extendedBy = Extension.covering(orders, moduleCode(), force.id, lastDay);
    }

    /** The newest result of a module that counts. */
    record Newest(Long person, String module, LocalDate earnedOn) {}

    /** Of each of many people the newest of each module; one statement, which reads no text of a module. */
    static List<Newest> newest(Collection<Long> people) {
        if (people.isEmpty()) return List.of();
        return getEntityManager()
                .createQuery(
                        "select q.volunteer.id, m.code, max(q.earnedOn) from Qualification q join q.moduleVersion v join v.module m"
                                + " where q.volunteer.id in :people and q.revokedAt is null group by q.volunteer.id, m.code",
                        Newest.class)
                .setParameter("people", people)
                .getResultList();
    }

    /** Those of many people that somebody revoked, by hand; one statement. */
    static List<Qualification> revokedOf(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list(
                "from Qualification q join fetch q.moduleVersion v join fetch v.module where q.volunteer in ?1"
                        + " and q.revokedAt is not null and q.importUndone = false order by q.earnedOn, q.id",
                people);
    }

    /** By reference, within scope. */
    static Optional<Qualification> byRef(String ref) {
        return find(
                        "from Qualification q join fetch q.volunteer join fetch q.moduleVersion v join fetch v.module"
                                + " join fetch q.force where q.ref = ?1",
                        Reference.normalise(ref))
                .<Qualification>firstResultOptional()
                .map(q -> extended(List.of(q)).get(0));
    }

    /** {@link #byRef}, if it is the person's. */
    static Optional<Qualification> of(Volunteer person, String ref) {
        return byRef(ref).filter(q -> q.volunteer.id.equals(person.id));
    }

    /** By the code of the certificate, within scope; two statements, whatever was typed. A revoked one is not found: it never counted. */
    static Optional<Qualification> byCode(String typed) {
        var code = Reference.normalise(typed);
        List<Qualification> found = list(
                "from Qualification q join fetch q.moduleVersion v join fetch v.module join fetch q.force"
                        + " where q.code = ?1 and q.revokedAt is null",
                CODE.matcher(code).matches() ? code : "");
        return extended(found).stream().findFirst();
    }

    /**
     * Those of the force whose last day, by extension or not, lies within two days, both included, and that have no later
     * period behind them; three statements.
     */
    static List<Qualification> ending(Force force, LocalDate from, LocalDate until) {
        // what an extension carries into those days ended of itself after that began
        var since = Extension.approved().stream()
                .filter(e -> !e.until().isBefore(from) && e.firstDay.isBefore(from))
                .map(e -> e.firstDay)
                .min(LocalDate::compareTo)
                .orElse(from);
        List<Qualification> found = list(
                "from Qualification q join fetch q.volunteer p join fetch q.moduleVersion v join fetch v.module m"
                        + " where q.force = ?1 and q.revokedAt is null and q.lastDay >= ?2 and q.lastDay <= ?3"
                        + " and p.stage <> LEFT and not exists (select 1 from Qualification later"
                        + " where later.volunteer = q.volunteer and later.moduleVersion.module = m"
                        + " and later.revokedAt is null and (later.lastDay is null or later.lastDay > q.lastDay))"
                        + " order by q.lastDay, q.id",
                force,
                since,
                until);
        return extended(found).stream()
                .filter(q -> !q.countsUntil().isBefore(from) && !q.countsUntil().isAfter(until))
                .toList();
    }

    /** The first last valid day of {@link #ending}; null for none. */
    static LocalDate firstEnding(Force force, LocalDate from, LocalDate until) {
        return getEntityManager()
                .createQuery(
                        "select min(q.lastDay) from Qualification q join q.volunteer p join q.moduleVersion v"
                                + " where q.force = :force and q.revokedAt is null and q.lastDay >= :from"
                                + " and q.lastDay <= :until and p.stage <> LEFT and not exists (select 1 from"
                                + " Qualification later where later.volunteer = q.volunteer and"
                                + " later.moduleVersion.module = v.module and later.revokedAt is null"
                                + " and (later.lastDay is null or later.lastDay > q.lastDay))",
                        LocalDate.class)
                .setParameter("force", force)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult();
    }

    /** The attempt has passed, and with it the module. */
    static QualificationEarned earn(Attempt attempt, Actor by, Clock clock) {
        if (!Boolean.TRUE.equals(attempt.passed)) throw new IllegalStateException("The attempt has not passed");
        var earned = begin(attempt.volunteer, attempt.moduleVersion, LocalDate.now(clock), by, clock);
        earned.attempt = attempt;
        earned.percent = attempt.percent();
        earned.persist();
        return new QualificationEarned(by, attempt.volunteer, earned);
    }

    /**
     * Refuses a result of a module taught elsewhere that would not count: for a day ahead or one that has a result already,
     * below the pass mark (training rule 3), while a prerequisite is not passed and in date on that day (training rule 2),
     * and without an assessor who is somebody else than the learner where the module is signed (training rule 6). Prior
     * learning needs no mark and no questions passed here, but evidence that is not too old ({@link PriorLearning}).
     */
    static void refuseUnlessEarned(TrainingRecord training, ModuleDocument module, Result result, LocalDate today) {
        var earnedOn = result.earnedOn();
        var mark = result.mark();
        module.pass().refuseUnlessGivenByHand();
        if (earnedOn.isAfter(today)) throw new Refused("The day lies ahead", "");
        if (training.hasResultOf(module.code(), earnedOn)) {
            throw new Refused("A result of " + module.code() + " is recorded for this day already", "");
        }
        training.on(earnedOn).refuseUnlessMayStart(module);
        boolean prior = result.prior() != null;
        if (prior) result.prior().refuseUnlessAccepted(module, result);
        if (!prior
                && module.isLearnedHere()
                && training.passedAttempt(module.code(), earnedOn).isEmpty()) {
            throw new Refused("The questions of this module are not passed yet", "training rule 1");
        }
        boolean scored = module.pass().kind() == Pass.Kind.SCORE;
        if (scored && mark == null && !prior) throw new Refused("Enter the mark", "training rule 3");
        refuseUnlessReached(module, mark);
        refuseUnlessSigned(training, module, result.assessor());
    }

    /**
     * Refuses a result that another system recorded as {@link #refuseUnlessEarned} does, with two differences: the questions of
     * a module learned here were answered there, and a mark may be missing where that system says that its own was reached.
     */
    static void refuseUnlessBroughtIn(
            TrainingRecord training, ModuleDocument module, Result result, boolean reached, LocalDate today) {
        if (result.earnedOn().isAfter(today)) throw new Refused("The day lies ahead", "");
        training.on(result.earnedOn()).refuseUnlessMayStart(module);
        boolean scored = module.pass().kind() == Pass.Kind.SCORE;
        if (scored && result.mark() == null && !reached) {
            throw new Refused(
                    "The pass mark is " + module.pass().percent() + "%, and the file gives no mark", "training rule 3");
        }
        refuseUnlessReached(module, result.mark());
        refuseUnlessSigned(training, module, result.assessor());
    }

    private static void refuseUnlessReached(ModuleDocument module, Integer mark) {
        if (module.pass().kind() == Pass.Kind.SCORE
                && mark != null
                && !module.pass().isReachedBy(mark)) {
            throw new Refused("The pass mark is " + module.pass().percent() + "%", "training rule 3");
        }
    }

    private static void refuseUnlessSigned(TrainingRecord training, ModuleDocument module, Account assessor) {
        if (module.sign() && assessor == null) throw new Refused("Choose who assessed it", "training rule 6");
        if (assessor != null && assessor.id.equals(training.person().accountId)) {
            throw new Refused("Nobody assesses themselves", "training rule 6");
        }
    }

    /** Records what came of a module taught elsewhere. Refuses what {@link #refuseUnlessEarned} refuses. */
    static QualificationEarned record(
            TrainingRecord training, ModuleVersion version, Result result, Actor by, Clock clock) {
        var module = version.document();
        refuseUnlessEarned(training, module, result, LocalDate.now(clock));
        var earned = of(training.person(), version, result, by, clock);
        if (result.verified()) earned.verify(by, clock);
        earned.persist();
        return new QualificationEarned(by, training.person(), earned);
    }

    /** A result as it would stand, and is not kept yet. */
    static Qualification of(Volunteer person, ModuleVersion version, Result result, Actor by, Clock clock) {
        var earned = begin(person, version, result.earnedOn(), by, clock);
        boolean scored = version.document().pass().kind() == Pass.Kind.SCORE;
        earned.percent = scored ? result.mark() : null;
        earned.assessor = result.assessor() == null ? null : result.assessor().name;
        earned.assessorRef = result.assessor() == null ? null : result.assessor().ref;
        earned.evidence = result.evidence();
        earned.priorOn = result.prior() == null ? null : result.prior().shownOn();
        return earned;
    }

    /** What an import brought in, revoked ones too, in the order of the people; with person, module and version. */
    static List<Qualification> ofImport(String importRef) {
        return list(
                "from Qualification q join fetch q.volunteer p join fetch q.moduleVersion v join fetch v.module m"
                        + " where q.importRef = ?1 order by p.fullName, p.id, q.earnedOn, m.code, q.id",
                importRef);
    }

    /** The import that brought it in is undone. Whoever revoked it before had their own reason, which stays. */
    boolean undoImport(Actor by, Clock clock) {
        if (revokedAt != null) return false;
        revoke("The import that brought it in was undone", by, clock);
        importUndone = true;
        return true;
    }

    /**
     * An assessor confirms that tutored shifts are complete; those that count are its evidence. Refused while anything is
     * missing (training rule 7), by the learner and by whoever tutored them (training rule 6), and a second time.
     */
    static QualificationEarned confirm(
            TrainingRecord training,
            ModuleVersion version,
            SkillChecklist checklist,
            List<TutoredShift> shifts,
            Account assessor,
            Actor by,
            Clock clock) {
        var person = training.person();
        if (training.valid(TrainingRecord.TUTORED_SHIFTS).isPresent()) throw new Refused("It is confirmed already", "");
        if (assessor.id.equals(person.accountId)) throw new Refused("Nobody assesses themselves", "training rule 6");
        if (ShiftProgress.tutors(shifts).contains(assessor.ref)) {
            throw new Refused(
                    "Whoever tutored " + person.called() + " does not confirm their shifts", "training rule 6");
        }
        var progress = ShiftProgress.of(checklist, shifts);
        progress.refuseUnlessComplete();
        var earned = begin(person, version, LocalDate.now(clock), by, clock);
        earned.assessor = assessor.name;
        earned.assessorRef = assessor.ref;
        earned.evidence = progress.evidence();
        earned.verify(by, clock);
        earned.persist();
        progress.counted().forEach(shift -> shift.qualification = earned);
        return new QualificationEarned(by, person, earned);
    }

    /** Somebody has seen what shows it. Refused where nothing was named, and a second time. */
    EvidenceVerified verify(Actor by, Clock clock) {
        if (evidence == null) throw new Refused("Nothing is named that shows it", "");
        if (evidenceVerifiedAt != null) throw new Refused("It is verified already, by " + evidenceVerifiedBy, "");
        evidenceVerifiedAt = clock.instant();
        evidenceVerifiedBy = by.name();
        return new EvidenceVerified(by, volunteer, this);
    }

    private static Qualification begin(
            Volunteer person, ModuleVersion version, LocalDate earnedOn, Actor by, Clock clock) {
        var begun = new Qualification();
        begun.force = person.force;
        begun.ref = Reference.random();
        begun.code = Reference.random();
        begun.volunteer = person;
        begun.moduleVersion = version;
        begun.earnedOn = earnedOn;
        begun.lastDay = version.document().term().lastDay(earnedOn);
        begun.awardedAt = clock.instant();
        begun.awardedBy = by.name();
        begun.awardedByRef = by.ref();
        return begun;
    }

    /** Takes it back because it was given in error: it never counted. Refused without a reason, and a second time. */
    QualificationRevoked revoke(String reason, Actor by, Clock clock) {
        if (revokedAt != null) throw new Refused("It is revoked already, by " + revokedBy, "");
        if (reason == null) throw new Refused("Enter why it is revoked", "");
        revokedAt = clock.instant();
        revokedBy = by.name();
        revocationReason = reason;
        return new QualificationRevoked(by, volunteer, this);
    }

    /** The order by which it counts beyond its last valid day; null for none. */
    public Extension extendedBy() {
        return extendedBy;
    }

    /** Last day on which it counts, inclusive: its last valid day, or that of an extension; null when it does not expire. */
    public LocalDate countsUntil() {
        return extendedBy == null ? lastDay : extendedBy.until();
    }

    /** Whether it counts on the day, its last valid day or that of an extension included (training rule 4). */
    public boolean isValidOn(LocalDate day) {
        return revokedAt == null && !day.isBefore(earnedOn) && (lastDay == null || !day.isAfter(countsUntil()));
    }

    /** Whether it is of the same module and holds for longer. */
    boolean outlasts(Qualification other) {
        return moduleCode().equals(other.moduleCode())
                && other.lastDay != null
                && (lastDay == null || lastDay.isAfter(other.lastDay));
    }

    /** Last day on which a re-assessment is enough, which is no day of validity (training rule 5); null when it does not expire. */
    public LocalDate reassessedUntil() {
        return lastDay == null ? null : countsUntil().plusDays(QualificationTerm.REASSESSMENT);
    }

    /** {@code DSC-101}. */
    public String moduleCode() {
        return moduleVersion.module.code;
    }
}
