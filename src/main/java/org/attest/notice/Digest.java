package org.attest.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;

/** That a person had their e-mail of the day; there is one row for each, and no more. */
@Entity
@IdClass(Digest.Key.class)
public class Digest extends PanacheEntityBase {

    /** Person and day. */
    public record Key(Long accountId, LocalDate onDay) implements Serializable {}

    @Id
    @Column(name = "account_id")
    public Long accountId;

    @Id
    @Column(name = "on_day")
    public LocalDate onDay;

    @Column(name = "message_id", nullable = false, updatable = false)
    public Long messageId;

    static boolean isWritten(Long account, LocalDate day) {
        return count("accountId = ?1 and onDay = ?2", account, day) > 0;
    }

    static void write(Long account, LocalDate day, Long message) {
        var digest = new Digest();
        digest.accountId = account;
        digest.onDay = day;
        digest.messageId = message;
        digest.persist();
    }
}
