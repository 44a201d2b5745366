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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Account;
import org.attest.web.Paging;

/**
 * Something one person is told in Attest. Theirs alone; and since its sentence may name somebody of a force, it is shown
 * only while a role in that force is held.
 */
@Entity
public class Notice extends PanacheEntityBase {

    static final int LONGEST_SENTENCE = 300;
    static final int LONGEST_ADDRESS = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_seq")
    @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String ref;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    /** Null where it concerns no one force. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "force_id", updatable = false)
    public Force force;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public NoticeKind kind;

    @Column(nullable = false, updatable = false)
    public String sentence;

    /** Where it leads, within Attest. */
    @Column(nullable = false, updatable = false)
    public String address;

    @Column(name = "told_at", nullable = false, updatable = false)
    public Instant toldAt;

    @Column(name = "read_at")
    public Instant readAt;

    /** Day of the digest that counted it; null while none did. */
    @Column(name = "counted_on")
    public LocalDate countedOn;

    static Notice tell(Account to, Force force, NoticeKind kind, String sentence, String address, Instant now) {
        if (!address.matches("/(?![/\\\\])[\\x21-\\x7e]*") || address.length() > LONGEST_ADDRESS)
            throw new IllegalArgumentException("A notice leads to an address within Attest, not to " + address);
        var notice = new Notice();
        notice.ref = Reference.random();
        notice.account = to;
        notice.force = force;
        notice.kind = kind;
        notice.sentence =
                sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE - 1) + "…" : sentence;
        notice.address = address;
        notice.toldAt = now;
        notice.persist();
        return notice;
    }

    /** From now on it is read. */
    void read(Instant now) {
        if (readAt == null) readAt = now;
    }

    private static final String SHOWN = "account.id = ?1 and (force is null or force.id in ?2)";

    /** The account's notices, those not read first, then the newest first. */
    static List<Notice> of(Long account, Set<Long> forces, Paging paging) {
        return Notice.<Notice>find(
                        "from Notice n left join fetch n.force where n.account.id = ?1 and (n.force is null or n.force.id in ?2)"
                                + " order by case when n.readAt is null then 0 else 1 end, n.toldAt desc, n.id desc",
                        account,
                        some(forces))
                .page(Page.of(paging.number() - 1, paging.size()))
                .list();
    }

    static long countOf(Long account, Set<Long> forces) {
        return count(SHOWN, account, some(forces));
    }

    static long countUnread(Long account, Set<Long> forces) {
        return count(SHOWN + " and readAt is null", account, some(forces));
    }

    static Optional<Notice> byRef(String ref, Long account, Set<Long> forces) {
        return find(SHOWN + " and ref = ?3", account, some(forces), ref).firstResultOptional();
    }

    static void readAllOf(Long account, Set<Long> forces, Instant now) {
        update("readAt = ?3 where " + SHOWN + " and readAt is null", account, some(forces), now);
    }

    /** No force has this id: who holds none sees what concerns none. */
    private static Set<Long> some(Set<Long> forces) {
        return forces.isEmpty() ? Set.of(-1L) : forces;
    }
}
