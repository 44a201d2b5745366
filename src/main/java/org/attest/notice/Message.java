package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
import org.attest.force.Force;
import org.attest.security.Account;

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

    /** Encrypted by {@link Seal}; null once it is settled. */
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

    /** From then on nobody needs it; null where it never loses its use. */
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
}
