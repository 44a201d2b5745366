package org.attest.security;

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
import java.time.Instant;
import java.util.List;

/** What happened to an account beside its roles: only ever added. */
@Entity
public class AccountEntry extends PanacheEntityBase {

    enum What {
        OPENED("Account opened"),
        DISABLED("Account disabled"),
        ENABLED("Account enabled"),
        INVITED("Invitation made"),
        RESET_OFFERED("Link for a new password made"),
        PASSWORD_SET("Password set"),
        SESSIONS_ENDED("Sessions ended"),
        DETAILS_CHANGED("Name or email address changed"),
        RECORD_LINKED("Record linked"),
        RECORD_UNLINKED("Link to a record ended");

        private final String words;

        What(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_entry_seq")
    @SequenceGenerator(name = "account_entry_seq", sequenceName = "account_entry_seq", allocationSize = 50)
    public Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    public Account account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public What what;

    @Column(name = "at_instant", nullable = false, updatable = false)
    public Instant at;

    @Column(name = "by_name", nullable = false, updatable = false)
    public String by;

    static void add(Account account, What what, Instant at, String by) {
        var entry = new AccountEntry();
        entry.account = account;
        entry.what = what;
        entry.at = at;
        entry.by = by;
        entry.persist();
    }

    /** Of the account, the newest first; no more than the page shows. */
    static List<AccountEntry> of(Account account) {
        return find("account = ?1 order by at desc, id desc", account)
                .page(0, 100)
                .list();
    }
}
