package org.attest.vetting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A period in which a person is cleared at a level: all that is seen of vetting outside. Each level runs on its own clock, so
 * that management vetting says nothing about when recruitment vetting lapses (vetting rule 6). Level and days are never
 * changed: a renewal is another period, and the old one ends the day before it. A review may set other conditions, each time
 * by a decision that the case keeps.
 */
@Entity
public class Clearance extends ForceOwned {

    static final int LONGEST_BODY = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clearance_seq")
    @SequenceGenerator(name = "clearance_seq", sequenceName = "clearance_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, updatable = false, unique = true)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public ClearanceLevel level;

    @Column(name = "granted_on", nullable = false, updatable = false)
    public LocalDate grantedOn;

    /** The day before the anniversary that its years lead to (vetting rule 4). */
    @Column(name = "last_valid_day", nullable = false, updatable = false)
    public LocalDate lastValidDay;

    /** Conditions that deployment must know; a row each. */
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "clearance_restriction", joinColumns = @JoinColumn(name = "clearance_id"))
    @Column(name = "code", nullable = false)
    @Enumerated(EnumType.STRING)
    public Set<RestrictionCode> restrictions = EnumSet.noneOf(RestrictionCode.class);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public ClearanceOrigin origin;

    /** The case it was decided in; null for one from elsewhere or from a file. */
    @Column(name = "case_ref", updatable = false)
    public String caseRef;

    /** The body that gave it; null for one of this force. */
    @Column(name = "given_by", updatable = false)
    public String givenBy;

    /** Last day on which it stood, where it ended before it ran out; else null. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    public ClearanceEnding ending;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** The person's clearances with their conditions: by level, oldest first. */
    public static List<Clearance> of(Volunteer volunteer) {
        return of(List.of(volunteer));
    }

    /** {@link #of(Volunteer)} for many people in one statement. */
    public static List<Clearance> of(Collection<Volunteer> people) {
        if (people.isEmpty()) return List.of();
        return list(
                "select distinct c from Clearance c left join fetch c.restrictions where c.volunteer in ?1"
                        + " order by c.level, c.grantedOn, c.id",
                people);
    }

    /**
     * Clearances of the force that run out in this time, with the person, of those who have not left; the first day first. One
     * that ended before, or that a later one took the place of, runs out no more.
     */
    static List<Clearance> lapsingBetween(Force force, LocalDate from, LocalDate until) {
        return list(
                "from Clearance c join fetch c.volunteer v where c.force = ?1 and c.endedOn is null and c.lastValidDay between"
                        + " ?2 and ?3 and v.stage <> ?4 order by c.lastValidDay, c.id",
                force,
                from,
                until,
                Stage.LEFT);
    }

    public static Optional<Clearance> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    /** The clearance that came of the case, with its conditions. */
    static Optional<Clearance> ofCase(VettingCase vettingCase) {
        return of(vettingCase.volunteer).stream()
                .filter(c -> vettingCase.ref.equals(c.caseRef))
                .findFirst();
    }

    /** The person's clearance that meets the level and is live on the day, the one that lasts longest first. */
    public static Optional<Clearance> live(Volunteer volunteer, ClearanceLevel required, LocalDate day) {
        return of(volunteer).stream()
                .filter(c -> c.level.meets(required) && c.isLiveOn(day))
                .reduce((a, b) -> b.lastDay().isAfter(a.lastDay()) ? b : a);
    }

    /**
     * The last day of a clearance of so many years: the day before the anniversary (vetting rule 4). That of 29 February is
     * taken to be 28 February in a common year.
     */
    public static LocalDate lastValidDay(LocalDate grantedOn, int years) {
        return grantedOn.plusYears(years).minusDays(1);
    }

    /**
     * This force grants the clearance. Refused for a level whose validity nobody has set (vetting rule 5), for a day to come,
     * for who has left (vetting rule 10), for national security vetting that would be live without force vetting that is live
     * beneath it (vetting rule 7), and where a later one of the level is there.
     *
     * @param caseRef reference of the case it was decided in
     */
    public static ClearanceGranted grant(
            Volunteer person,
            ClearanceLevel level,
            LocalDate on,
            List<RestrictionCode> restrictions,
            VettingSettings settings,
            String caseRef,
            Actor by,
            Clock clock) {
        var until = lastValidDay(on, settings.neededValidityYears(level));
        var clearance = begin(person, level, on, until, restrictions, ClearanceOrigin.DECIDED_HERE, by, clock);
        clearance.caseRef = caseRef;
        clearance.persist();
        return new ClearanceGranted(by, person, clearance);
    }

    /**
     * Another body gave the clearance: national security vetting, or vetting of another force. Refused as {@link #grant} is,
     * and without the body.
     *
     * @param lastValidDay as the body says it, of force vetting no later than the years set for the level lead to (vetting rule 4);
     *     null for these years
     */
    public static ClearanceRecorded recordFromElsewhere(
            Volunteer person,
            ClearanceLevel level,
            LocalDate on,
            LocalDate lastValidDay,
            String body,
            List<RestrictionCode> restrictions,
            VettingSettings settings,
            Actor by,
            Clock clock) {
        var given = body == null ? "" : body.strip().replaceAll("\\s+", " ");
        if (given.isEmpty()) throw new Refused("Enter who gave the clearance", "");
        if (given.length() > LONGEST_BODY) throw new Refused("Use " + LONGEST_BODY + " characters or fewer", "");
        var longest = lastValidDay(on, settings.neededValidityYears(level));
        var until = lastValidDay != null ? lastValidDay : longest;
        if (!level.isNationalSecurity() && until.isAfter(longest)) {
            throw new Refused(
                    level.label() + " granted on " + Formats.inWords(on) + " ends on " + Formats.inWords(longest)
                            + " at the latest",
                    "vetting rule 4");
        }
        var clearance = begin(person, level, on, until, restrictions, ClearanceOrigin.FROM_ELSEWHERE, by, clock);
        clearance.givenBy = given;
        clearance.persist();
        return new ClearanceRecorded(by, person, clearance);
    }

    /** Attested by the force in a file, when it goes live; who writes it has looked at its days. */
    static Clearance broughtIn(
            Volunteer person,
            ClearanceLevel level,
            LocalDate on,
            LocalDate until,
            Collection<RestrictionCode> restrictions,
            Actor by,
            Clock clock) {
        var clearance = of(person, level, on, until, restrictions, ClearanceOrigin.BROUGHT_IN, by, clock);
        clearance.persist();
        return clearance;
    }

    /** The clearances these people hold or held, with their conditions: by level, oldest first, in one statement. */
    static List<Clearance> ofAll(Collection<Long> people) {
        if (people.isEmpty()) return List.of();
        return list(
                "select distinct c from Clearance c left join fetch c.restrictions where c.volunteer.id in ?1"
                        + " order by c.level, c.grantedOn, c.id",
                people);
    }

    /** Ids of those of these people who have lost a clearance with their office since then, in one statement. */
    public static Set<Long> endedWithOffice(Collection<Volunteer> people, Instant since) {
        if (people.isEmpty()) return Set.of();
        return Clearance.<Clearance>list(
                        "volunteer in ?1 and ending = ?2 and endedAt >= ?3", people, ClearanceEnding.LEFT_OFFICE, since)
                .stream()
                .map(c -> c.volunteer.id)
                .collect(Collectors.toSet());
    }

    private static Clearance begin(
            Volunteer person,
            ClearanceLevel level,
            LocalDate on,
            LocalDate until,
            Collection<RestrictionCode> restrictions,
            ClearanceOrigin origin,
            Actor by,
            Clock clock) {
        if (person.stage == Stage.LEFT) {
            throw new Refused(person.called() + " has left: who comes back needs a new case", "vetting rule 10");
        }
        var today = LocalDate.now(clock);
        if (on.isAfter(today)) throw new Refused("The day of the grant is in the future", "");
        if (until.isBefore(on))
            throw new Refused("The last valid day is before the day of the grant", "vetting rule 4");
        var before = of(person);
        // it is recorded as live from today on, so today is the day asked about: on the day of the grant they may have
        // been
        // vetted by another force
        boolean wouldBeLive = level.isNationalSecurity() && !until.isBefore(today);
        if (wouldBeLive && before.stream().noneMatch(c -> c.carriesNationalSecurity(today))) {
            throw new Refused(
                    level.label()
                            + " comes on top of recruitment vetting, management vetting, NPPV 2 full or NPPV 3, and none of "
                            + person.called() + "'s is live today",
                    "vetting rule 7");
        }
        before.stream()
                .filter(c -> c.level == level && !c.grantedOn.isBefore(on))
                .findFirst()
                .ifPresent(c -> {
                    throw new Refused(
                            "A clearance of this level is recorded from " + Formats.inWords(c.grantedOn) + " on", "");
                });
        for (var old : before) {
            if (old.level == level && !old.lastDay().isBefore(on)) {
                old.end(on.minusDays(1), ClearanceEnding.SUPERSEDED, by, clock);
            }
        }
        return of(person, level, on, until, restrictions, origin, by, clock);
    }

    private static Clearance of(
            Volunteer person,
            ClearanceLevel level,
            LocalDate on,
            LocalDate until,
            Collection<RestrictionCode> restrictions,
            ClearanceOrigin origin,
            Actor by,
            Clock clock) {
        var clearance = new Clearance();
        clearance.force = person.force;
        clearance.ref = Reference.random();
        clearance.volunteer = person;
        clearance.level = level;
        clearance.grantedOn = on;
        clearance.lastValidDay = until;
        clearance.restrictions.addAll(restrictions);
        clearance.origin = origin;
        clearance.recordedAt = clock.instant();
        clearance.recordedBy = by.name();
        return clearance;
    }

    private boolean carriesNationalSecurity(LocalDate day) {
        return ClearanceLevel.beneathNationalSecurity().contains(level) && isLiveOn(day);
    }

    /** A review leaves it under these conditions and no other, from today on. Refused where it is not live. */
    ClearanceConditionsChanged condition(Collection<RestrictionCode> codes, Actor by, Clock clock) {
        if (!isLiveOn(LocalDate.now(clock))) throw new Refused("The clearance is not live", "vetting rule 9");
        restrictions.clear();
        restrictions.addAll(codes);
        return new ClearanceConditionsChanged(by, volunteer, this);
    }

    /** It ends with this day, before it has run out. Refused when it had lapsed or ended by then, and before it began. */
    public ClearanceTerminated terminate(LocalDate lastDay, ClearanceEnding why, Actor by, Clock clock) {
        if (lastDay.isBefore(grantedOn)) {
            throw new Refused("The last day is before the grant, on " + Formats.inWords(grantedOn), "");
        }
        if (!lastDay.isBefore(lastDay())) {
            throw new Refused(
                    endedOn != null
                            ? "It ended with " + Formats.inWords(endedOn)
                            : "It is valid until " + Formats.inWords(lastValidDay) + " and lapses by itself",
                    "vetting rule 9");
        }
        end(lastDay, why, by, clock);
        return new ClearanceTerminated(by, volunteer, this);
    }

    private void end(LocalDate lastDay, ClearanceEnding why, Actor by, Clock clock) {
        endedOn = lastDay;
        ending = why;
        endedAt = clock.instant();
        endedBy = by.name();
    }

    /** The last day on which it stands: the day it ended with, or else its last valid day. */
    public LocalDate lastDay() {
        return endedOn != null && endedOn.isBefore(lastValidDay) ? endedOn : lastValidDay;
    }

    public boolean isLiveOn(LocalDate day) {
        return !day.isBefore(grantedOn) && !day.isAfter(lastDay());
    }

    /** How it stands on the day, by the days alone (vetting rule 9); null before it was granted. */
    public ClearanceStanding standingOn(LocalDate day) {
        if (day.isBefore(grantedOn)) return null;
        if (isLiveOn(day)) return ClearanceStanding.LIVE;
        return endedOn != null && day.isAfter(endedOn) ? ClearanceStanding.TERMINATED : ClearanceStanding.EXPIRED;
    }

    /** Whether conditions apply. */
    public boolean isRestricted() {
        return !restrictions.isEmpty();
    }
}
