package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.web.Paging;
import org.attest.web.Refused;

/**
 * Something that leaves the house: written with the deed that causes it, sent after the commit, and kept with what became
 * of it. Its text is encrypted while it waits and forgotten once it is settled. Outside the row filter: the administrator,
 * who sees state, kind and address of each, holds no force.
 */
@Entity
@Table(name = "outbox_message")
public class Message extends PanacheEntityBase {

    /** The way it goes. */
    public enum Channel {
        EMAIL("Email"),
        HOOK("Web hook");

        private final String words;

        Channel(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What became of it so far. */
    public enum State {
        QUEUED("Queued", "unknown"),
        SENDING("Sending", "unknown"),
        ACCEPTED("Accepted", "met"),
        FAILED("Failed, to be tried again", "soon"),
        GIVEN_UP("Given up", "unmet");

        private final String words;
        private final String mark;

        State(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        public String words() {
            return words;
        }

        /** Kind of its mark. */
        public String mark() {
            return mark;
        }
    }

    static final int LONGEST_RESULT = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_message_seq")
    @SequenceGenerator(name = "outbox_message_seq", sequenceName = "outbox_message_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Channel channel;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    /** Whose it is, where it is written to an account. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public Template template;

    @Column(nullable = false, updatable = false)
    public String recipient;

    @Column(name = "recipient_name", updatable = false)
    public String recipientName;

    /** Encrypted by {@link TextSeal}; null once it is settled. */
    public byte[] content;

    /** Made here, once: whoever gets the message twice can tell by it. */
    @Column(name = "message_id", nullable = false, unique = true, updatable = false)
    public String messageId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public State state;

    public int attempts;

    @Column(name = "queued_at", nullable = false, updatable = false)
    public Instant queuedAt;

    /** Not tried before. */
    @Column(name = "next_at", nullable = false)
    public Instant nextAt;

    /** Not tried any more from then on. */
    @Column(name = "give_up_at", nullable = false)
    public Instant giveUpAt;

    /** From then on it says something that is over; null where it never does. */
    @Column(name = "useless_from", updatable = false)
    public Instant uselessFrom;

    /** Until then nobody else takes it while it is being sent. */
    @Column(name = "lease_until")
    public Instant leaseUntil;

    @Column(name = "lease_of")
    public String leaseOf;

    @Column(name = "settled_at")
    public Instant settledAt;

    /** What the other side answered last. */
    public String result;

    /** Somebody has seen that it never arrived. */
    @Column(name = "dismissed_at")
    public Instant dismissedAt;

    @Column(name = "dismissed_by")
    public String dismissedBy;

    /** States in which it is still to go. */
    static final List<State> WAITING = List.of(State.QUEUED, State.FAILED);

    /** Where one could not be handed over the others of the same way need not try: they wait for the same moment. {@code recipient} is null for all of the channel. */
    static void postpone(Channel channel, String recipient, Instant now, Instant next) {
        var where = "nextAt = ?1 where channel = ?2 and state in ?3 and nextAt <= ?4";
        if (recipient == null) update(where, next, channel, WAITING, now);
        else update(where + " and recipient = ?5", next, channel, WAITING, now, recipient);
    }

    /** Gives up what has been tried long enough. */
    static int giveUp(Instant now) {
        return update(
                "state = ?1, settledAt = ?2, result = coalesce(result, 'Waited too long') where state in ?3 and giveUpAt <= ?2",
                State.GIVEN_UP,
                now,
                WAITING);
    }

    static Optional<Message> byRef(String ref) {
        return find("ref", Reference.normalise(ref)).firstResultOptional();
    }

    /** Messages in this state, or all where it is null, the newest first. */
    static List<Message> in(State state, Paging paging) {
        var order = "order by queuedAt desc, id desc";
        var found = state == null ? Message.<Message>find(order) : Message.<Message>find("state = ?1 " + order, state);
        return found.page(Page.of(paging.number() - 1, paging.size())).list();
    }

    static long countIn(State state) {
        return state == null ? count() : count("state", state);
    }

    /** Given up, and nobody has seen to it yet. */
    static long countUndelivered() {
        return count("state = ?1 and dismissedAt is null", State.GIVEN_UP);
    }

    /** When the first of those was given up. */
    static Optional<Instant> undeliveredSince() {
        return oldest("min(m.settledAt)", "m.state = ?1 and m.dismissedAt is null", State.GIVEN_UP);
    }

    static long countWaiting() {
        return count("state in (?1, ?2, ?3)", State.QUEUED, State.FAILED, State.SENDING);
    }

    /** Since when the one that waits longest has been waiting. */
    static Optional<Instant> waitingSince() {
        return oldest("min(m.queuedAt)", "m.state in (?1, ?2, ?3)", State.QUEUED, State.FAILED, State.SENDING);
    }

    private static Optional<Instant> oldest(String what, String where, Object... parameters) {
        var query = getEntityManager().createQuery("select " + what + " from Message m where " + where, Instant.class);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        return Optional.ofNullable(query.getSingleResult());
    }

    /** Whether something urgent to the account still waits to go this way: one is enough to make somebody look. */
    static boolean isUrgentWaiting(Account account, Channel channel) {
        return count(
                        "account = ?1 and template = ?2 and channel = ?3 and state in ?4",
                        account,
                        Template.URGENT,
                        channel,
                        WAITING)
                > 0;
    }

    /** Whether it can be tried anew. */
    boolean canGoAgain(Instant now) {
        return state == State.GIVEN_UP && content != null && (uselessFrom == null || now.isBefore(uselessFrom));
    }

    /** It is tried anew, with the Message-ID it had. */
    void again(Instant now, Instant giveUp) {
        if (!canGoAgain(now)) throw new Refused("This message cannot be sent again", "");
        state = State.QUEUED;
        attempts = 0;
        nextAt = now;
        giveUpAt = giveUp;
        settledAt = null;
    }

    /** Somebody has seen that it never arrived. */
    void dismiss(Instant now, String by) {
        if (state != State.GIVEN_UP) throw new Refused("Only a message that was given up can be put aside", "");
        if (dismissedAt != null) return;
        dismissedAt = now;
        dismissedBy = by;
        content = null;
    }
}
