package org.attest.volunteer;

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
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A person in one force, from enquiry to leaving. What changes over time (stages, appointments, holds, equipment) is rows
 * of its own; here stands only who the person is and the stage they are in now.
 */
@Entity
public class Volunteer extends ForceOwned {

    private static final int LONGEST_FOUND_BY = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "volunteer_seq")
    @SequenceGenerator(name = "volunteer_seq", sequenceName = "volunteer_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** The force's own number, kept with its leading zeros; unique in the force where there is one. */
    @Column(name = "force_number")
    public String forceNumber;

    /** The name as the person writes it, in any script, one word or many. */
    @Column(name = "full_name", nullable = false)
    public String fullName;

    /** What to call them; null where the full name serves. */
    @Column(name = "known_as")
    public String knownAs;

    @Column(name = "birth_date")
    public LocalDate birthDate;

    public String email;
    public String phone;

    @Column(name = "emergency_name")
    public String emergencyName;

    @Column(name = "emergency_phone")
    public String emergencyPhone;

    /** What the person needs to take part. */
    public String adjustments;

    @Enumerated(EnumType.STRING)
    @Column(name = "appointment_type", nullable = false)
    public AppointmentType appointmentType;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cohort_id")
    public Cohort cohort;

    /** The stage now; its history is {@link StageChange}. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Stage stage;

    /** First day of the stage now. */
    @Column(name = "stage_since", nullable = false)
    public LocalDate stageSince;

    /**
     * The day from which the stage's clock counts: its first, moved on by the days of pauses that ended. Here, because
     * lists, filters and dashboards compare it in every row.
     */
    @Column(name = "clock_from", nullable = false)
    public LocalDate clockFrom;

    /** First day of the {@link Pause} that lasts; null while none does. */
    @Column(name = "paused_since")
    public LocalDate pausedSince;

    /** Day of the application; null for an enquiry. */
    @Column(name = "applied_on")
    public LocalDate appliedOn;

    /** Account they sign in with, when they have one. */
    @Column(name = "account_id")
    public Long accountId;

    /**
     * Names, force number and reference as {@link Texts#folded}: databases disagree on the small letters of the world's
     * scripts, so that what a search finds, and the order of names, is worked out here.
     */
    @Column(name = "found_by", nullable = false)
    public String foundBy;

    @Version
    public int version;

    /** Those of the force among these references, by name, in one statement; who is not of the force is missing. */
    public static List<Volunteer> byRefs(Force force, Collection<String> refs) {
        return refs.isEmpty() ? List.of() : list("force = ?1 and ref in ?2 order by foundBy, id", force, refs);
    }

    /**
     * {@link #byRefs}, to be changed: locked in the order of their ids before they are read, so that of two deeds at once
     * the second sees what the first left.
     */
    public static List<Volunteer> locked(Collection<String> refs) {
        return find("ref in ?1 order by id", refs)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** By reference as typed, within scope. */
    public static Optional<Volunteer> byRef(String typed) {
        return find("ref", Reference.normalise(typed)).firstResultOptional();
    }

    /** People of the force in a stage, by name, at most so many. */
    public static List<Volunteer> in(Force force, Stage stage, int most) {
        return Volunteer.<Volunteer>find("force = ?1 and stage = ?2 order by foundBy, id", force, stage)
                .page(0, most)
                .list();
    }

    /** Everybody of a cohort who has not left, by name. */
    public static List<Volunteer> in(Cohort cohort) {
        return list("cohort = ?1 and stage <> ?2 order by foundBy, id", cohort, Stage.LEFT);
    }

    /**
     * Every record that the account opens, one in each force at most, with its force; within scope. Which of them somebody
     * looks at is for {@link OwnRecord} to say.
     */
    public static List<Volunteer> allByAccount(Long accountId) {
        return list("from Volunteer v join fetch v.force where v.accountId = ?1 order by v.id", accountId);
    }

    /** Addresses among these that somebody of the force has already, in one statement. */
    public static Set<String> emailsTaken(Force force, Collection<String> addresses) {
        return taken("email", force, addresses);
    }

    /** Force numbers among these that somebody of the force has already, in one statement. */
    public static Set<String> forceNumbersTaken(Force force, Collection<String> numbers) {
        return taken("forceNumber", force, numbers);
    }

    private static Set<String> taken(String field, Force force, Collection<String> values) {
        var asked = values.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (asked.isEmpty()) return Set.of();
        return getEntityManager()
                .createQuery(
                        "select v." + field + " from Volunteer v where v.force = :force and v." + field + " in :values",
                        String.class)
                .setParameter("force", force)
                .setParameter("values", asked)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** The force lets this person in: the one place where a person begins. Refuses what {@link #enterAll} refuses. */
    public static PersonEntered enter(Force force, Entry entry, Actor by, Clock clock) {
        return enterAll(force, List.of(entry), by, clock).get(0);
    }

    /**
     * Lets people in together, all or none, each with the first row of their history. Refuses what is wrong with an entry
     * by itself, and an email address or force number that somebody of the force has already. A fixed number of
     * statements, whatever the number of people.
     */
    public static List<PersonEntered> enterAll(Force force, List<Entry> entries, Actor by, Clock clock) {
        var rules = JoiningRule.in(force);
        var today = LocalDate.now(clock);
        var addresses = emailsTaken(
                force, entries.stream().map(e -> e.details().email()).toList());
        var numbers = forceNumbersTaken(
                force, entries.stream().map(e -> e.details().forceNumber()).toList());
        addresses = new HashSet<>(addresses);
        numbers = new HashSet<>(numbers);
        for (var entry : entries) {
            entry.faults(rules, today).stream().findFirst().ifPresent(fault -> {
                throw fault.refused();
            });
            var details = entry.details();
            if (details.email() != null && !addresses.add(details.email())) throw addressTaken();
            if (details.forceNumber() != null && !numbers.add(details.forceNumber())) throw numberTaken();
        }
        Cohort.makeRoom(
                entries.stream().map(Entry::cohort).filter(Objects::nonNull).toList());
        return entries.stream().map(entry -> begin(force, entry, by, clock)).toList();
    }

    private static PersonEntered begin(Force force, Entry entry, Actor by, Clock clock) {
        var person = new Volunteer();
        person.force = force;
        person.ref = Reference.random();
        person.write(entry.details());
        person.cohort = entry.cohort();
        person.stage = entry.stage();
        person.stageSince = entry.stageSince();
        person.appliedOn = entry.appliedOn();
        person.persist();
        StageChange.record(person, null, entry.stage(), entry.stageSince(), entry.reason(), by, clock);
        return new PersonEntered(by, person);
    }

    /** The person's details as they stand. */
    public Details details() {
        return new Details(
                fullName,
                knownAs,
                birthDate,
                email,
                phone,
                emergencyName,
                emergencyPhone,
                adjustments,
                appointmentType,
                forceNumber);
    }

    /**
     * The person's details are others now, or are put right. Refuses what {@link Details#faults} finds, an address or force
     * number that another person of the force has, and another capacity while an appointment lasts.
     */
    public DetailsChanged changeDetails(Details now, Actor by, Clock clock) {
        var today = LocalDate.now(clock);
        var changes = now.differencesFrom(details());
        now.faults(JoiningRule.in(force), changes.containsKey("birthDate") ? appliedOn : null, today).stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw fault.refused();
                });
        if (changes.containsKey("email")
                && !emailsTaken(force, List.of(changes.get("email"))).isEmpty()) {
            throw addressTaken();
        }
        if (changes.containsKey("forceNumber")
                && !forceNumbersTaken(force, List.of(changes.get("forceNumber")))
                        .isEmpty()) {
            throw numberTaken();
        }
        if (changes.containsKey("appointmentType")
                && Appointment.lasting(this, today).isPresent()) {
            throw new Refused(
                    called() + " is appointed in another capacity: end that appointment first", "vetting section 6");
        }
        if (changes.containsKey("fullName")) FormerName.keep(this, fullName, by, clock);
        write(now);
        return new DetailsChanged(by, this, changes);
    }

    /** What two records together say, once they are one. */
    void become(MergeChoice choice, Stage stage, LocalDate stageSince, LocalDate appliedOn) {
        write(choice.details());
        cohort = choice.cohort();
        accountId = choice.accountId();
        this.stage = stage;
        this.stageSince = stageSince;
        this.appliedOn = appliedOn;
    }

    private void write(Details details) {
        fullName = details.fullName();
        knownAs = details.knownAs();
        birthDate = details.birthDate();
        email = details.email();
        phone = details.phone();
        emergencyName = details.emergencyName();
        emergencyPhone = details.emergencyPhone();
        adjustments = details.adjustments();
        appointmentType = details.appointmentType();
        forceNumber = details.forceNumber();
        prepareSearch();
    }

    @PrePersist
    void prepare() {
        if (clockFrom == null) clockFrom = stageSince;
        prepareSearch();
    }

    private void prepareSearch() {
        foundBy = Stream.of(fullName, knownAs, forceNumber, ref)
                .filter(Objects::nonNull)
                .map(Texts::folded)
                .collect(Collectors.joining(" "));
        if (foundBy.length() > LONGEST_FOUND_BY) foundBy = foundBy.substring(0, LONGEST_FOUND_BY);
    }

    private static Refused addressTaken() {
        return new Refused("Somebody in the force has this email address already", "");
    }

    private static Refused numberTaken() {
        return new Refused("Somebody in the force has this force number already", "");
    }

    /**
     * The person moves to a stage, on a day that is not in the future nor before the stage now began: one stage forward when
     * every criterion is met, or one back with a reason, which is a correction. Who has left goes back to the stage they
     * left from, or applies again. Leaving is {@link #leave}.
     */
    public StageMoved moveTo(Stage to, LocalDate day, String reason, StageCriteria criteria, Actor by, Clock clock) {
        return moveTo(to, day, reason, criteria.of(this, to, day), by, clock);
    }

    /** {@link #moveTo(Stage, LocalDate, String, StageCriteria, Actor, Clock)} with the criteria of the stage at hand. */
    public StageMoved moveTo(Stage to, LocalDate day, String reason, List<Criterion> criteria, Actor by, Clock clock) {
        StageMove.refusal(this, to, day, reason, criteria, clock).ifPresent(refusal -> {
            throw refusal;
        });
        return change(to, day, Texts.line(reason), null, null, by, clock);
    }

    /** Who has left is taken up again, as {@link #moveTo} from there, for a reason. Who was refused waits for the day from which they may apply anew. */
    public StageMoved reopen(
            Stage to, ReopeningReason because, String note, List<Criterion> criteria, Actor by, Clock clock) {
        var today = LocalDate.now(clock);
        if (stage != Stage.LEFT) throw new Refused(called() + " has not left", "");
        if (because == ReopeningReason.APPLIES_AGAIN) {
            if (to != Stage.APPLIED) throw new Refused("Who applies again begins at applied", "");
            Refusal.mayApplyAgain(this, today);
        }
        var day = StageMove.dayOffered(this, today);
        StageMove.refusal(this, to, day, because.name(), criteria, clock).ifPresent(refusal -> {
            throw refusal;
        });
        var why = Texts.line(note);
        var wrong = Texts.fault(why, StageChange.LONGEST_REASON, false);
        if (wrong != null) throw new Refused(wrong, "");
        return change(to, day, why, null, because, by, clock);
    }

    /**
     * A move is taken back as if it had not been made: a correcting row names it, and the clock of the stage before goes on
     * where it was. The caller has seen to it that the move is the person's last.
     *
     * @param since first day of the stage before
     * @param clockFrom day from which its clock counted
     */
    public StageMoved takeBack(
            StageChange move, LocalDate since, LocalDate clockFrom, String reason, Actor by, Clock clock) {
        var change = StageChange.of(this, move.to, move.from, move.onDay, reason, by, clock);
        change.undoes = move;
        change.persist();
        if (move.to == Stage.LEFT && cohort != null) keepPlaceIfThereIsOne();
        stage = move.from;
        stageSince = since;
        this.clockFrom = clockFrom;
        if (move.from == Stage.ENQUIRY && move.to == Stage.APPLIED) appliedOn = null;
        return new StageMoved(by, this, move.to, move.from, move.onDay, null, change);
    }

    /**
     * Who left applies again, on the record they had: what they say now counts, what they do not say stays as it was, and the
     * history goes on. Refuses what {@link #changeDetails} and {@link #moveTo} refuse, and whoever has not left.
     */
    public List<AboutVolunteer> applyAgain(Details now, LocalDate day, StageCriteria criteria, Actor by, Clock clock) {
        if (stage != Stage.LEFT) throw new Refused(called() + " has not left", "");
        Refusal.mayApplyAgain(this, day);
        var details = now.over(details());
        var deeds = new ArrayList<AboutVolunteer>();
        if (!details.differencesFrom(details()).isEmpty()) deeds.add(changeDetails(details, by, clock));
        deeds.add(moveTo(Stage.APPLIED, day, "Applied again", criteria, by, clock));
        return deeds;
    }

    /**
     * The person leaves, from any stage. The last day is not in the future; from the day after they are gone. Every
     * appointment that lasts on the last day ends with it, and one that would begin later is withdrawn.
     */
    public StageMoved leave(LocalDate lastDay, LeavingReason because, String note, Actor by, Clock clock) {
        if (stage == Stage.LEFT) throw new Refused(called() + " has left already", "");
        if (lastDay.isAfter(LocalDate.now(clock))) {
            throw new Refused("The last day is in the future: record the leaving on that day or later", "");
        }
        if (lastDay.plusDays(1).isBefore(stageSince)) {
            throw new Refused("The last day is before the stage now began, on " + Formats.inWords(stageSince), "");
        }
        var why = Texts.line(note);
        var wrong = Texts.fault(why, StageChange.LONGEST_REASON, false);
        if (wrong != null) throw new Refused(wrong, "");
        Appointment.endAll(this, lastDay, by, clock);
        if (pausedSince != null) {
            var back = lastDay.plusDays(1).isBefore(pausedSince) ? pausedSince : lastDay.plusDays(1);
            Pause.lasting(this).ifPresent(p -> p.stopBefore(back, by));
        }
        return change(Stage.LEFT, lastDay.plusDays(1), why, because, null, by, clock);
    }

    private StageMoved change(
            Stage to, LocalDate day, String why, LeavingReason because, ReopeningReason again, Actor by, Clock clock) {
        var from = stage;
        if (from == Stage.LEFT && cohort != null) keepPlaceIfThereIsOne();
        var change = StageChange.of(this, from, to, day, why, by, clock);
        change.leavingReason = because;
        change.reopeningReason = again;
        change.persist();
        stage = to;
        stageSince = day;
        clockFrom = day;
        if (to == Stage.APPLIED && (appliedOn == null || from == Stage.LEFT)) appliedOn = day;
        return new StageMoved(by, this, from, to, day, because, change);
    }

    /** {@link #joinCohort} for one of many, when the cohort is locked and has room, or back to none when it is null. */
    public CohortChanged joinCohortWithRoom(Cohort joined, Actor by, Clock clock) {
        if (joined != null) joined.mayTake(this, LocalDate.now(clock));
        var from = cohort;
        cohort = joined;
        return new CohortChanged(by, this, from, joined);
    }

    /** Somebody else may have been given the place since the person left. */
    private void keepPlaceIfThereIsOne() {
        Cohort.hold(List.of(cohort));
        if (cohort.free() == 0) cohort = null;
    }

    /** The person joins a cohort of the force that has room, or leaves the one they are in when it is null. */
    public CohortChanged joinCohort(Cohort joined, Actor by, Clock clock) {
        if (Objects.equals(joined, cohort)) {
            throw new Refused(called() + (joined == null ? " is in no cohort" : " is in this cohort already"), "");
        }
        var from = cohort;
        if (joined != null) {
            joined.mayTake(this, LocalDate.now(clock));
            Cohort.hold(Stream.of(from, joined).filter(Objects::nonNull).toList());
            Cohort.makeRoom(List.of(joined));
        }
        cohort = joined;
        return new CohortChanged(by, this, from, joined);
    }

    /**
     * The person asks for a place in a cohort: it is theirs when one is free and nobody waits for it, else they join the end
     * of its waiting list. Refuses somebody who waits already, there or elsewhere.
     */
    public AboutVolunteer askForPlace(Cohort wanted, Actor by, Clock clock) {
        var waits = CohortWait.of(this).orElse(null);
        wanted.refusal(this, waits, LocalDate.now(clock)).ifPresent(refusal -> {
            throw refusal;
        });
        return CohortLine.held(wanted, cohort).take(this, by, clock);
    }

    /** The person has the place they waited for; who moves them holds the cohort and has seen that there is one. */
    CohortChanged moveUp(Cohort to) {
        var from = cohort;
        cohort = to;
        return new CohortChanged(Actor.ATTEST, this, from, to);
    }

    /** The day of an application that nobody had written down; null takes back what was written down by mistake. */
    public void rememberApplication(LocalDate day) {
        if (day != null && appliedOn != null) {
            throw new Refused("The application day is recorded already: " + Formats.inWords(appliedOn), "");
        }
        appliedOn = day;
    }

    /** The details are what they were before an import that is undone: no rule is asked again about what stood before. */
    public void putBack(Details before) {
        write(before);
    }

    /** The person signs in with the account from now on. Refused when the record has one, or the account another record here. */
    public AccountLinked linkTo(Long account, String accountRef, Actor by) {
        if (account.equals(accountId)) throw new Refused("The account opens this record already", "");
        if (accountId != null) {
            throw new Refused("The record has an account already: end that link first", "");
        }
        if (count("force = ?1 and accountId = ?2", force, account) > 0) {
            throw new Refused("The account opens another record of " + force.name + " already", "");
        }
        accountId = account;
        return new AccountLinked(by, this, accountRef);
    }

    /** The account does not open the record any more. */
    public AccountUnlinked unlink(String accountRef, Actor by) {
        if (accountId == null) throw new Refused("The record has no account", "");
        accountId = null;
        return new AccountUnlinked(by, this, accountRef);
    }

    /** What to call them in a sentence. */
    public String called() {
        return knownAs != null ? knownAs : fullName;
    }
}
