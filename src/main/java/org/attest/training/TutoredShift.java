package org.attest.training;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A shift that a learner did beside a tutor, and what they showed on it. A draft of the tutor alone until they sign it;
 * from then on locked: the learner counter-signs it or disagrees, and what has to be put right is added as an addendum.
 * Where it was is not recorded.
 */
@Entity
@Table(name = "tutored_shift")
public class TutoredShift extends ForceOwned {

    static final int LONGEST_DISPUTE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tutored_shift_seq")
    @SequenceGenerator(name = "tutored_shift_seq", sequenceName = "tutored_shift_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** By which skills were rated. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "checklist_version_id")
    SkillChecklistVersion checklist;

    @Column(nullable = false, updatable = false)
    public String tutor;

    /** Reference of the tutor's account. */
    @Column(name = "tutor_ref", nullable = false, updatable = false)
    public String tutorRef;

    @Column(name = "starts_at", nullable = false)
    public Instant startsAt;

    @Column(name = "ends_at", nullable = false)
    public Instant endsAt;

    /** What was done, as the tutor tells it; null in a draft that has none yet. */
    public String report;

    /** How each skill that was seen was shown, by the skill's code. */
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "shown_skill", joinColumns = @JoinColumn(name = "shift_id"))
    @MapKeyColumn(name = "skill")
    public Map<String, ShownSkill> skills = new LinkedHashMap<>();

    @Column(name = "written_at", nullable = false)
    public Instant writtenAt;

    /** Null while it is a draft. */
    @Column(name = "signed_at")
    public Instant signedAt;

    /** When the learner disagreed; null where they did not. */
    @Column(name = "disputed_at")
    public Instant disputedAt;

    /** With what the learner disagrees, in their words. */
    public String dispute;

    /** Null until the learner agrees; from then on it counts. */
    @Column(name = "counter_signed_at")
    public Instant counterSignedAt;

    /** The result that it is evidence of; null while there is none. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "qualification_id")
    public Qualification qualification;

    @Version
    public int version;

    private static final String WHOLE = "select distinct s from TutoredShift s join fetch s.volunteer"
            + " join fetch s.checklist left join fetch s.skills where ";

    /** The person's that are signed, earliest first, with what was shown; one statement. */
    static List<TutoredShift> signed(Volunteer person) {
        return list(WHOLE + "s.volunteer = ?1 and s.signedAt is not null order by s.startsAt, s.id", person);
    }

    /** Signed ones of the force's people whose tutored shifts are not confirmed, by person and earliest first; one statement. */
    static List<TutoredShift> unconfirmed(Force force) {
        return list(
                WHOLE + "s.force = ?1 and s.signedAt is not null and s.volunteer.stage <> LEFT and not exists (select 1"
                        + " from Qualification q where q.volunteer = s.volunteer and q.moduleVersion.module.code = ?2 and"
                        + " q.revokedAt is null) order by s.volunteer.fullName, s.volunteer.id, s.startsAt, s.id",
                force,
                TrainingRecord.TUTORED_SHIFTS);
    }

    /** Ids of the learners whom each of these accounts has tutored on a signed shift, by its reference; one statement. */
    static Map<String, Set<Long>> tutoredBy(Force force, Collection<String> accountRefs) {
        if (accountRefs.isEmpty()) return Map.of();
        return getEntityManager()
                .createQuery(
                        "select distinct s.tutorRef, s.volunteer.id from TutoredShift s where s.force = :force and"
                                + " s.signedAt is not null and s.tutorRef in :refs",
                        Object[].class)
                .setParameter("force", force)
                .setParameter("refs", accountRefs)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toSet())));
    }

    /** What waits for the tutor: drafts, and those the learner disagrees with and has not agreed to since; earliest first. */
    static List<TutoredShift> waitingForTutor(Force force, String tutorRef) {
        return list(
                "from TutoredShift s join fetch s.volunteer v where s.force = ?1 and s.tutorRef = ?2 and v.stage <> LEFT and"
                        + " (s.signedAt is null or (s.disputedAt is not null and s.counterSignedAt is null"
                        // recorded anew and agreed to, it is settled
                        + " and not exists (from TutoredShift o where o.volunteer = v and o.counterSignedAt is not null"
                        + " and o.startsAt < s.endsAt and o.endsAt > s.startsAt)))"
                        + " order by s.startsAt, s.id",
                force,
                tutorRef);
    }

    /** Those that wait for the person's first word, earliest first; without what was shown. */
    static List<TutoredShift> waitingFor(Volunteer person) {
        return list(
                "volunteer = ?1 and signedAt is not null and disputedAt is null and counterSignedAt is null order by startsAt,"
                        + " id",
                person);
    }

    /** The tutor's drafts about the person, earliest first. */
    static List<TutoredShift> drafts(Volunteer person, String tutorRef) {
        return list("volunteer = ?1 and tutorRef = ?2 and signedAt is null order by startsAt, id", person, tutorRef);
    }

    /** One that is signed, of the person. */
    static Optional<TutoredShift> signed(Volunteer person, String typed) {
        return TutoredShift.<TutoredShift>list(
                        WHOLE + "s.volunteer = ?1 and s.ref = ?2 and s.signedAt is not null", person, normalised(typed))
                .stream()
                .findFirst();
    }

    /** A draft of the tutor about the person: nobody else's is found. */
    static Optional<TutoredShift> draft(Volunteer person, String typed, String tutorRef) {
        return TutoredShift.<TutoredShift>list(
                        WHOLE + "s.volunteer = ?1 and s.ref = ?2 and s.tutorRef = ?3 and s.signedAt is null",
                        person,
                        normalised(typed),
                        tutorRef)
                .stream()
                .findFirst();
    }

    private static String normalised(String typed) {
        return Reference.normalise(typed);
    }

    /**
     * A tutor begins the record. Refused for oneself (training rule 6), unless the learner may be tutored that day (training
     * ruling 6a), and where the time touches another shift of theirs.
     */
    static ShiftWritten begin(
            TrainingRecord training,
            SkillChecklistVersion checklist,
            ShiftEntry entry,
            Account tutor,
            Actor by,
            Clock clock) {
        var person = training.person();
        if (tutor.id.equals(person.accountId)) throw new Refused("Nobody tutors themselves", "training rule 6");
        var shift = new TutoredShift();
        shift.force = person.force;
        shift.ref = Reference.random();
        shift.volunteer = person;
        shift.tutor = tutor.name;
        shift.tutorRef = tutor.ref;
        return shift.write(training, checklist, entry, by, clock);
    }

    /** The draft says this now, by the checklist as it is now. Refused as {@link #begin} is, and once it is signed. */
    ShiftWritten write(
            TrainingRecord training, SkillChecklistVersion current, ShiftEntry entry, Actor by, Clock clock) {
        if (signedAt != null) throw new Refused("It is signed: add an addendum to it", "");
        entry.faults(clock.instant()).values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault, "");
        });
        refuseUnlessPossible(training, entry.day(), entry.startsAt(), entry.endsAt());
        checklist = current;
        startsAt = entry.startsAt();
        endsAt = entry.endsAt();
        report = entry.report();
        skills.keySet().retainAll(entry.skills().keySet());
        skills.putAll(entry.skills());
        writtenAt = clock.instant();
        persist();
        return new ShiftWritten(by, this);
    }

    private void refuseUnlessPossible(TrainingRecord training, LocalDate day, Instant from, Instant until) {
        if (volunteer.stage == Stage.LEFT) throw new Refused(volunteer.called() + " has left", "");
        training.on(day).refuseUnlessMayBeTutored(ModuleChoice.switchedOn(force));
        refuseIfOverlapping(from, until, tutorRef, volunteer.called() + " has");
    }

    /**
     * Of the same learner; one that the learner disagrees with does not stand.
     *
     * @param drafter whose drafts are looked at too: nobody else knows of them; empty for the learner
     */
    private void refuseIfOverlapping(Instant from, Instant until, String drafter, String whoHas) {
        TutoredShift.<TutoredShift>find(
                        "volunteer = ?1 and startsAt < ?2 and endsAt > ?3 and ref <> ?4 and (tutorRef = ?5 or signedAt is not"
                                + " null) and (disputedAt is null or counterSignedAt is not null) order by startsAt, id",
                        volunteer,
                        until,
                        from,
                        ref,
                        drafter)
                .firstResultOptional()
                .ifPresent(other -> {
                    throw new Refused(
                            whoHas + " a tutored shift in that time already: " + other.when() + ", with " + other.tutor,
                            "");
                });
    }

    /** Nothing was signed: the draft goes. */
    ShiftDiscarded discard(Actor by) {
        if (signedAt != null) throw new Refused("It is signed: add an addendum to it", "");
        delete();
        return new ShiftDiscarded(by, this);
    }

    /**
     * The tutor signs: it is locked, and the learner asked. Refused while words are missing that a rating needs, and as
     * {@link #begin} is.
     */
    ShiftSigned sign(TrainingRecord training, Actor by, Clock clock) {
        if (signedAt != null) throw new Refused("It is signed already", "");
        var entry = entry();
        entry.faults(clock.instant()).values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault, "");
        });
        entry.missing(checklist.document()).values().stream().findFirst().ifPresent(fault -> {
            throw new Refused(fault, "");
        });
        refuseUnlessPossible(training, day(), startsAt, endsAt);
        signedAt = clock.instant();
        return new ShiftSigned(by, this);
    }

    /** What it says. */
    ShiftEntry entry() {
        var from = startsAt.atZone(ClockOfAttest.LONDON);
        var until = endsAt.atZone(ClockOfAttest.LONDON);
        return new ShiftEntry(
                from.toLocalDate(), from.toLocalTime(), until.toLocalTime(), report, new LinkedHashMap<>(skills));
    }

    /**
     * The learner agrees, and it counts from now on; after a disagreement too, once it is settled. Refused a second time,
     * and where another shift stands in that time.
     */
    ShiftCounterSigned counterSign(Actor by, Clock clock) {
        if (signedAt == null) throw new Refused("The tutor has not signed it yet", "");
        if (counterSignedAt != null) throw new Refused("You have counter-signed it already", "");
        refuseIfOverlapping(startsAt, endsAt, "", "You have");
        counterSignedAt = clock.instant();
        return new ShiftCounterSigned(by, this);
    }

    /** The learner disagrees, with words: it does not count. Refused without words, a second time, and once it counts. */
    ShiftDisputed dispute(String words, Actor by, Clock clock) {
        if (signedAt == null) throw new Refused("The tutor has not signed it yet", "");
        if (counterSignedAt != null) throw new Refused("You have counter-signed it already", "");
        if (disputedAt != null) throw new Refused("You have disagreed with it already", "");
        if (words == null) throw new Refused("Enter what you disagree with", "");
        disputedAt = clock.instant();
        dispute = words;
        return new ShiftDisputed(by, this);
    }

    /** Something is added to what is locked: by its tutor or the learner. */
    ShiftAmended amend(String words, Actor by, Clock clock) {
        if (signedAt == null) throw new Refused("It is a draft still: change the draft", "");
        if (words == null) throw new Refused("Enter what is to be added", "");
        ShiftAddendum.write(this, words, by, clock);
        return new ShiftAmended(by, this);
    }

    public boolean isCounterSigned() {
        return counterSignedAt != null;
    }

    /** Whether the learner disagreed and has not agreed since. */
    public boolean isDisputed() {
        return disputedAt != null && counterSignedAt == null;
    }

    /** Whether it waits for the learner's first word. */
    public boolean isWaitingForLearner() {
        return signedAt != null && disputedAt == null && counterSignedAt == null;
    }

    public LocalDate day() {
        return startsAt.atZone(ClockOfAttest.LONDON).toLocalDate();
    }

    public long minutes() {
        return Duration.between(startsAt, endsAt).toMinutes();
    }

    /** {@code 4 hours 15 minutes}. */
    public String length() {
        return inHours(minutes());
    }

    /** Minutes in words: {@code 23 hours 45 minutes}. */
    static String inHours(long minutes) {
        var hours = Formats.of(minutes / 60, "hour", "hours");
        return minutes % 60 == 0 ? hours : (minutes < 60 ? "" : hours + " ") + minutes % 60 + " minutes";
    }

    /** {@code Thursday 4 June 2026, 6:30pm to 10:45pm}. */
    public String when() {
        return Formats.withWeekday(day()) + ", " + Formats.timeInWords(startsAt) + " to " + Formats.timeInWords(endsAt);
    }

    /** Where it stands, in words. */
    public String stateWords() {
        if (signedAt == null) return "Draft";
        if (counterSignedAt != null) return "Counter-signed";
        return disputedAt != null ? "The learner disagrees" : "Waits for the learner";
    }

    /** The mark that goes with the words. */
    public String mark() {
        if (signedAt == null) return "vacant";
        if (counterSignedAt != null) return "met";
        return disputedAt != null ? "unmet" : "soon";
    }
}
