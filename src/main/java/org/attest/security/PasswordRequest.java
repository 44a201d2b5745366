package org.attest.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody said that they cannot sign in. Kept for every address that was typed, known or not, so that nobody learns by
 * asking which ones have an account; the administrator sees those that do.
 */
@Entity
public class PasswordRequest extends PanacheEntityBase {

    private static final String OF_ACCOUNTS =
            " from PasswordRequest r join Account a on a.email = r.email where a.enabled";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "password_request_seq")
    @SequenceGenerator(name = "password_request_seq", sequenceName = "password_request_seq", allocationSize = 50)
    public Long id;

    @Column(nullable = false, unique = true, updatable = false)
    public String email;

    @Column(name = "asked_at", nullable = false)
    public Instant askedAt;

    @Column(nullable = false)
    public String address;

    /** Asked now; an older request of the same address is renewed. */
    static void ask(String email, String address, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into password_request (id, email, asked_at, address)"
                        + " values (nextval('password_request_seq'), :email, :now, :address) on conflict do nothing")
                .setParameter("email", email)
                .setParameter("now", now)
                .setParameter("address", address)
                .executeUpdate();
        update("askedAt = ?1, address = ?2 where email = ?3", now, address, email);
    }

    static Optional<PasswordRequest> of(Account account) {
        return find("email", account.email).firstResultOptional();
    }

    /** A request with the account it is about. */
    record Asking(PasswordRequest request, Account account) {}

    /** Requests for accounts that could use an answer, the oldest first. */
    static List<Asking> ofAccounts(int most) {
        return getEntityManager()
                .createQuery("select r, a" + OF_ACCOUNTS + " order by r.askedAt, r.id", Object[].class)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Asking((PasswordRequest) row[0], (Account) row[1]))
                .toList();
    }

    static long countOfAccounts() {
        return getEntityManager()
                .createQuery("select count(r)" + OF_ACCOUNTS, Long.class)
                .getSingleResult();
    }

    /** Addresses of those accounts that ask. */
    static Set<String> askingAmong(List<Account> accounts) {
        if (accounts.isEmpty()) return Set.of();
        return PasswordRequest.<PasswordRequest>list(
                        "email in ?1", accounts.stream().map(a -> a.email).toList())
                .stream()
                .map(r -> r.email)
                .collect(Collectors.toSet());
    }

    /** It was answered. */
    static void answered(Account account) {
        delete("email", account.email);
    }

    static long clear(Instant before) {
        return delete("askedAt < ?1", before);
    }
}
