package org.attest.training;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.volunteer.Texts;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * An order by which qualifications of some modules count for longer, until a day: those that are in date on its first day
 * or later. One policy maker proposes it, another approves it. No qualification is rewritten; it ends by itself, or early
 * with a reason (features row 45).
 */
@Entity
@Table(name = "training_extension")
public class Extension extends PanacheEntityBase {

    static final int LONGEST_AUTHORITY = 200;
    static final int LONGEST_REASON = 1000;

    /** Days in which a proposal should be decided: it is an emergency. */
    private static final int DAYS_TO_DECIDE = 2;

    /** How an extension stands on a day, as words and mark. */
    public enum State {
        PROPOSED("Proposed", "clock"),
        DECLINED("Declined", "closed"),
        AHEAD("Approved, not begun", "clock"),
        IN_FORCE("In force", "soon"),
        ENDED("Ended", "closed");

        private final String words;
        private final String mark;

        State(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        public String words() {
            return words;
        }

        public String mark() {
            return mark;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "training_extension_seq")
    @SequenceGenerator(name = "training_extension_seq", sequenceName = "training_extension_seq", allocationSize = 50)
    public Long id;

    /** Random reference, safe in an address. */
    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    /** Whose people it is for; null for those of every force. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    /** Codes of its modules, with a comma between them. */
    @Column(nullable = false, updatable = false)
    public String modules;

    /** The order it rests on, by name. */
    @Column(nullable = false, updatable = false)
    public String authority;

    @Column(nullable = false, updatable = false)
    public String reason;

    /** What is in date on this day or later is extended. */
    @Column(name = "first_day", nullable = false, updatable = false)
    public LocalDate firstDay;

    /** Last day on which anything counts by it, inclusive, unless it is ended before. */
    @Column(name = "last_day", nullable = false, updatable = false)
    public LocalDate lastDay;

    @Column(name = "proposed_at", nullable = false, updatable = false)
    public Instant proposedAt;

    @Column(name = "proposed_by", nullable = false, updatable = false)
    public String proposedBy;

    @Column(name = "proposed_by_ref", nullable = false, updatable = false)
    public String proposedByRef;

    /** Null while nobody has decided. */
    @Column(name = "decided_at")
    public Instant decidedAt;

    @Column(name = "decided_by")
    public String decidedBy;

    public Boolean approved;

    /** What the one who decided said; needed to decline. */
    public String answer;

    /** Last day on which anything counts by it, because it was ended; null otherwise. */
    @Column(name = "ended_on")
    public LocalDate endedOn;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "ended_by")
    public String endedBy;

    @Column(name = "end_reason")
    public String endReason;

    @Version
    public int version;

    /** Those that wait first, then the newest, with their forces. */
    static List<Extension> register() {
        return list("from Extension e left join fetch e.force"
                + " order by case when e.decidedAt is null then 0 else 1 end, e.proposedAt desc, e.id desc");
    }

    /** Those that wait for a second person, oldest first. */
    static List<Extension> waiting() {
        return list("from Extension e left join fetch e.force where e.decidedAt is null order by e.proposedAt, e.id");
    }

    /** Every one that was approved, past and ended ones too, by their first day; one statement. */
    public static List<Extension> approved() {
        return list("from Extension e left join fetch e.force where e.approved = true order by e.firstDay, e.id");
    }

    static Optional<Extension> byRef(String ref) {
        return find("from Extension e left join fetch e.force where e.ref = ?1", Reference.normalise(ref))
                .firstResultOptional();
    }

    /**
     * Proposes that qualifications of these modules count until a day.
     *
     * @param force null for every force
     * @param longest months it may last at most
     */
    static ExtensionProposed propose(
            List<String> modules,
            Force force,
            String authority,
            String reason,
            LocalDate firstDay,
            LocalDate lastDay,
            int longest,
            Actor by,
            Clock clock) {
        if (firstDay.isBefore(LocalDate.now(clock))) throw new Refused("The first day has passed", "");
        if (lastDay.isBefore(firstDay)) throw new Refused("The last day lies before the first", "");
        var latest = firstDay.plusMonths(longest);
        if (lastDay.isAfter(latest)) {
            throw new Refused(
                    "An extension lasts " + Formats.of(longest, "month", "months") + " at most: until "
                            + Formats.inWords(latest),
                    "");
        }
        var one = new Extension();
        one.ref = Reference.random();
        one.force = force;
        one.modules = String.join(",", modules);
        one.authority = authority;
        one.reason = reason;
        one.firstDay = firstDay;
        one.lastDay = lastDay;
        one.proposedAt = clock.instant();
        one.proposedBy = by.name();
        one.proposedByRef = by.ref();
        one.persist();
        return new ExtensionProposed(by, one);
    }

    /** A second person approves it, or declines it with a reason. Whoever proposed it is refused. */
    ExtensionDecided decide(boolean approve, String said, Actor by, Clock clock) {
        if (decidedAt != null) {
            throw new Refused(
                    "It was " + (approved ? "approved" : "declined") + " already, by " + decidedBy + " on "
                            + Formats.inWords(decidedAt),
                    "");
        }
        if (by.ref().equals(proposedByRef)) {
            throw new Refused("You proposed it: a second person has to decide", "");
        }
        var words = Texts.lines(said);
        if (!approve && words == null) throw new Refused("Enter why it is declined", "");
        var wrong = Texts.fault(words, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        if (approve && lastDay.isBefore(LocalDate.now(clock))) {
            throw new Refused("Its last day has passed: it has to be proposed anew", "");
        }
        decidedAt = clock.instant();
        decidedBy = by.name();
        approved = approve;
        answer = words;
        return new ExtensionDecided(by, this);
    }

    /** Ends it with today: what counted by it until now is not touched. Refused without a reason, and for what has ended. */
    ExtensionEnded end(String why, Actor by, Clock clock) {
        var today = LocalDate.now(clock);
        if (!Boolean.TRUE.equals(approved)) throw new Refused("It was not approved: there is nothing to end", "");
        if (endedAt != null) {
            throw new Refused("It was ended already, by " + endedBy + " on " + Formats.inWords(endedAt), "");
        }
        if (lastDay.isBefore(today)) throw new Refused("It ended by itself on " + Formats.inWords(lastDay), "");
        var words = Texts.lines(why);
        if (words == null) throw new Refused("Enter why it ends early", "");
        var wrong = Texts.fault(words, LONGEST_REASON, true);
        if (wrong != null) throw new Refused(wrong, "");
        endedOn = today.isBefore(lastDay) ? today : lastDay;
        endedAt = clock.instant();
        endedBy = by.name();
        endReason = words;
        return new ExtensionEnded(by, this);
    }

    /** How it stands on the day. */
    public State on(LocalDate day) {
        if (decidedAt == null) return State.PROPOSED;
        if (!approved) return State.DECLINED;
        if (until().isBefore(day)) return State.ENDED;
        return day.isBefore(firstDay) ? State.AHEAD : State.IN_FORCE;
    }

    /** Last day on which anything counts by it, inclusive. */
    public LocalDate until() {
        return endedOn == null ? lastDay : endedOn;
    }

    /** Whether it is for qualifications of the module in the force. */
    private boolean covers(String module, Long forceId) {
        return codes().contains(module) && (force == null || force.id.equals(forceId));
    }

    /**
     * The one by which a qualification counts beyond its last valid day, being in date on its first day or later; null for
     * none (features row 45).
     *
     * @param orders by their first day, as {@link #approved} has them
     * @param lastDay last valid day of the qualification; null when it does not expire
     */
    public static Extension covering(List<Extension> orders, String module, Long forceId, LocalDate lastDay) {
        Extension found = null;
        var until = lastDay;
        for (var order : orders) {
            if (until == null || !order.covers(module, forceId)) continue;
            if (until.isBefore(order.firstDay) || !order.until().isAfter(until)) continue;
            found = order;
            until = order.until();
        }
        return found;
    }

    public List<String> codes() {
        return List.of(modules.split(","));
    }

    /** {@code DSC-102, DSC-104, Kent Police}. */
    public String scope() {
        return String.join(", ", codes()) + (force == null ? ", every force" : ", " + force.name);
    }

    /** What stands wherever the last valid day of what it extends is shown. */
    public String mark() {
        return "Extended until " + Formats.inWords(until()) + " under " + authority;
    }

    /** Day by which somebody should have decided it. */
    LocalDate decideBy() {
        return LocalDate.ofInstant(proposedAt, ClockOfAttest.LONDON).plusDays(DAYS_TO_DECIDE);
    }
}
