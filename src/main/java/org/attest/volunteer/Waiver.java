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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * A criterion that need not hold for one person until a day: asked for with a reason by one, granted or declined by
 * another. The rows of a force are its waiver register; what was decided stays as it was.
 */
@Entity
public class Waiver extends ForceOwned {

    public static final int LONGEST_REASON = 1000;

    /** Days in which a request should be decided. */
    private static final int DAYS_TO_DECIDE = 7;

    /** How a waiver stands on a day. */
    public enum State {
        ASKED,
        GRANTED,
        EXPIRED,
        DECLINED,
        REVOKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "waiver_seq")
    @SequenceGenerator(name = "waiver_seq", sequenceName = "waiver_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "volunteer_id", updatable = false)
    public Volunteer volunteer;

    /** The stage it was asked for; it covers the criterion at every later stage too, as long as it lasts. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Stage stage;

    /** {@link Criterion#truth} of the criterion. */
    @Column(nullable = false, updatable = false)
    public String criterion;

    /** {@link Criterion#rule} of the criterion. */
    @Column(nullable = false, updatable = false)
    public String rule;

    /** How the criterion stood when it was asked for. */
    @Column(nullable = false, updatable = false)
    public String stood;

    @Column(nullable = false, updatable = false)
    public String reason;

    /** Last day on which it holds, inclusive. */
    @Column(name = "last_day", nullable = false, updatable = false)
    public LocalDate lastDay;

    @Column(name = "asked_at", nullable = false, updatable = false)
    public Instant askedAt;

    @Column(name = "asked_by", nullable = false, updatable = false)
    public String askedBy;

    @Column(name = "asked_by_ref", nullable = false, updatable = false)
    public String askedByRef;

    /** Null while nobody has decided. */
    @Column(name = "decided_at")
    public Instant decidedAt;

    @Column(name = "decided_by")
    public String decidedBy;

    public Boolean granted;

    /** What the one who decided said; needed to decline. */
    public String answer;

    /** First day on which it does not hold any more; null unless it was revoked. */
    @Column(name = "revoked_from")
    public LocalDate revokedFrom;

    @Column(name = "revoked_at")
    public Instant revokedAt;

    @Column(name = "revoked_by")
    public String revokedBy;

    @Column(name = "revocation_reason")
    public String revocationReason;

    @Version
    public int version;

    /** The force's register: those that wait first, then the newest. */
    public static List<Waiver> register(Force force) {
        return list(
                "from Waiver w join fetch w.volunteer where w.force = ?1"
                        + " order by case when w.decidedAt is null then 0 else 1 end, w.askedAt desc, w.id desc",
                force);
    }

    /** The person's waivers, oldest first. */
    public static List<Waiver> of(Volunteer person) {
        return list("volunteer = ?1 order by askedAt, id", person);
    }

    private static final String WAITING = "w.force = ?1 and w.decidedAt is null and w.volunteer.stage <> LEFT";

    /** Those of the force that wait for a decision, oldest first, with the person, who has not left. */
    public static List<Waiver> waiting(Force force, int most) {
        return Waiver.<Waiver>find(
                        "from Waiver w join fetch w.volunteer where " + WAITING + " order by w.askedAt, w.id", force)
                .page(0, most)
                .list();
    }

    /** How many {@link #waiting} there are. */
    public static long countWaiting(Force force) {
        return count("from Waiver w where " + WAITING, force);
    }

    private static final String ENDING =
            "w.force = ?1 and w.granted = true and w.revokedFrom is null and w.lastDay <= ?2 and w.lastDay >= ?3"
                    + " and w.volunteer.stage not in (SERVICE, LEFT) and not exists (select 1 from Waiver longer where"
                    + " longer.volunteer = w.volunteer and longer.criterion = w.criterion and longer.granted = true"
                    + " and longer.revokedFrom is null"
                    + " and longer.lastDay > w.lastDay)";

    /**
     * Granted ones of people before service, not revoked, whose last day lies between two days, with the person, soonest first; without
     * those that a longer one has followed.
     */
    public static List<Waiver> ending(Force force, LocalDate from, LocalDate until, int most) {
        return Waiver.<Waiver>find(
                        "from Waiver w join fetch w.volunteer where " + ENDING + " order by w.lastDay, w.id",
                        force,
                        until,
                        from)
                .page(0, most)
                .list();
    }

    /** How many {@link #ending} there are. */
    public static long countEnding(Force force, LocalDate from, LocalDate until) {
        return count("from Waiver w where " + ENDING, force, until, from);
    }

    /** By reference, within scope. */
    public static Optional<Waiver> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    /** The granted waiver of each person for each criterion: one that holds on the day, else the newest; one statement. */
    static Map<Volunteer, Map<String, Waiver>> granted(Collection<Volunteer> people, LocalDate day) {
        var granted = new HashMap<Volunteer, Map<String, Waiver>>();
        Waiver.<Waiver>list("volunteer in ?1 and granted = true order by lastDay, id", people)
                .forEach(waiver -> granted.computeIfAbsent(waiver.volunteer, v -> new HashMap<>())
                        .merge(
                                waiver.criterion,
                                waiver,
                                (one, newer) -> one.holdsOn(day) && !newer.holdsOn(day) ? one : newer));
        return granted;
    }

    /**
     * Asks that an unmet criterion be waived for the person until a day within a year. Refused for what the law says itself,
     * for a criterion that is met, and while another request for the same waits.
     */
    public static WaiverAsked ask(
            Volunteer person,
            Stage stage,
            Criterion criterion,
            String reason,
            LocalDate lastDay,
            Actor by,
            Clock clock) {
        var today = LocalDate.now(clock);
        if (criterion.isMet()) throw new Refused("“" + criterion.truth() + "” is met: nothing is to be waived", "");
        if (!criterion.waivable()) {
            throw new Refused("“" + criterion.truth() + "” is the law and cannot be waived", criterion.rule());
        }
        var why = Texts.lines(reason);
        if (why == null) throw new Refused("Enter why it should be waived", "");
        var wrong = Texts.fault(why, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        if (lastDay.isBefore(today)) throw new Refused("The last day has passed", "");
        if (lastDay.isAfter(today.plusYears(1))) throw new Refused("A waiver lasts a year at most", "");
        boolean asked = of(person).stream().anyMatch(w -> w.decidedAt == null && w.criterion.equals(criterion.truth()));
        if (asked) throw new Refused("A waiver of “" + criterion.truth() + "” is asked for already, and waits", "");
        var waiver = new Waiver();
        waiver.force = person.force;
        waiver.ref = Reference.random();
        waiver.volunteer = person;
        waiver.stage = stage;
        waiver.criterion = criterion.truth();
        waiver.rule = criterion.rule();
        waiver.stood = criterion.sentence();
        waiver.reason = why;
        waiver.lastDay = lastDay;
        waiver.askedAt = clock.instant();
        waiver.askedBy = by.name();
        waiver.askedByRef = by.ref();
        waiver.persist();
        return new WaiverAsked(by, person, waiver);
    }

    /** A second person grants it, or declines it with a reason. Whoever asked for it is refused. */
    public WaiverDecided decide(boolean grant, String said, Actor by, Clock clock) {
        if (decidedAt != null) {
            throw new Refused(
                    "It was " + (granted ? "granted" : "declined") + " already, by " + decidedBy + " on "
                            + Formats.inWords(decidedAt),
                    "");
        }
        if (by.ref().equals(askedByRef)) {
            throw new Refused("You asked for this waiver: a second person has to decide", "");
        }
        var words = Texts.lines(said);
        if (!grant && words == null) throw new Refused("Enter why it is declined", "");
        var wrong = Texts.fault(words, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        if (grant && lastDay.isBefore(LocalDate.now(clock))) {
            throw new Refused("Its last day has passed: it has to be asked for anew", "");
        }
        decidedAt = clock.instant();
        decidedBy = by.name();
        granted = grant;
        answer = words;
        return new WaiverDecided(by, volunteer, this);
    }

    /** Day by which somebody should have decided it. */
    public LocalDate decideBy() {
        return LocalDate.ofInstant(askedAt, ClockOfAttest.LONDON).plusDays(DAYS_TO_DECIDE);
    }

    /**
     * Takes a granted waiver away from a day on, today at the earliest: the days before stay as they were. Refused for one
     * that ends before that day anyway, and without a reason.
     */
    public WaiverRevoked revoke(LocalDate from, String why, Actor by, Clock clock) {
        if (!Boolean.TRUE.equals(granted)) throw new Refused("It was not granted: there is nothing to revoke", "");
        if (revokedAt != null) {
            throw new Refused(
                    "It is revoked already from " + Formats.inWords(revokedFrom) + " on, by " + revokedBy, "");
        }
        var reason = Texts.lines(why);
        if (reason == null) throw new Refused("Enter why it is revoked", "");
        var wrong = Texts.fault(reason, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refused("The day has passed: a waiver is revoked from today or a later day on", "");
        }
        if (from.isAfter(lastDay)) throw new Refused("It ends before, on " + Formats.inWords(lastDay), "");
        revokedFrom = from;
        revokedAt = clock.instant();
        revokedBy = by.name();
        revocationReason = reason;
        return new WaiverRevoked(by, volunteer, this);
    }

    /** How it stands on the day. */
    public State on(LocalDate day) {
        if (decidedAt == null) return State.ASKED;
        if (!granted) return State.DECLINED;
        if (revokedFrom != null && !day.isBefore(revokedFrom)) return State.REVOKED;
        return lastDay.isBefore(day) ? State.EXPIRED : State.GRANTED;
    }

    /** Last day on which it holds, once it was granted: its own, or the day before it was revoked. */
    public LocalDate holdsUntil() {
        return revokedFrom == null ? lastDay : revokedFrom.minusDays(1);
    }

    public boolean holdsOn(LocalDate day) {
        return on(day) == State.GRANTED;
    }

    /** The account of whoever asked for it; null where it is not known. */
    public Long asker() {
        return Account.idOf(new Actor(askedByRef, askedBy, ""));
    }

    /** The criterion as it stands with this waiver: waived while it holds, and afterwards unmet again, which it says. */
    Criterion applied(Criterion unmet, LocalDate day) {
        var state = on(day);
        if (state == State.GRANTED) {
            return new Criterion(
                    unmet.truth(),
                    Criterion.State.WAIVED,
                    "Waived by " + decidedBy + " until " + Formats.inWords(holdsUntil()) + ". " + unmet.sentence(),
                    unmet.rule());
        }
        return new Criterion(
                unmet.truth(),
                unmet.state(),
                unmet.sentence() + ". The waiver by " + decidedBy
                        + (state == State.REVOKED
                                ? " was revoked from " + Formats.inWords(revokedFrom) + " on"
                                : " expired on " + Formats.inWords(lastDay)),
                unmet.rule());
    }
}
