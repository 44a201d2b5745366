package org.attest.notice;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.attest.security.Account;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One e-mail a person and day that says how much is new, and none when nothing is. What one counted no other counts. May
 * run any number of times, on any node: the key of person and day lets nobody have two.
 */
@ApplicationScoped
class Digests {

    private static final int CHUNK = 100;

    @Inject
    Clock clock;

    @Inject
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    MailCarrier mail;

    /** From this hour of the day on, London time. */
    @ConfigProperty(name = "attest.digest.hour", defaultValue = "7")
    int hour;

    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    @Scheduled(every = "{attest.digest.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everySoOften() {
        if (alone || !mail.isReady()) return;
        int written = write();
        if (written > 0) Log.infof("Wrote %d digests", written);
    }

    /** Writes the digests of today that are still to be written, once the hour has come; says how many. */
    int write() {
        var now = ZonedDateTime.ofInstant(clock.instant(), ClockOfAttest.LONDON);
        if (now.getHour() < hour) return 0;
        var today = now.toLocalDate();
        int written = 0;
        long last = 0;
        while (true) {
            long after = last;
            var accounts = QuarkusTransaction.requiringNew().call(() -> waiting(today, after));
            for (var account : accounts) {
                if (QuarkusTransaction.requiringNew().call(() -> write(account, today))) written++;
                last = account;
            }
            if (accounts.size() < CHUNK) return written;
        }
    }

    /** Notices somebody may still read: of no force, or of one in which they hold a role. */
    private static final String TO_COUNT = " n.countedOn is null and n.readAt is null and (n.force is null or exists"
            + " (select 1 from RoleGrant g where g.account = n.account and g.force = n.force and g.endedAt is null))";

    private List<Long> waiting(LocalDate today, long after) {
        return em.createQuery(
                        "select distinct a.id from Notice n join n.account a where a.id > :after and a.enabled and"
                                + TO_COUNT
                                + " and not exists (select 1 from EmailPreference p where p.accountId = a.id and p.wanted = :never)"
                                + " and not exists (select 1 from Digest d where d.accountId = a.id and d.onDay = :today)"
                                + " order by a.id",
                        Long.class)
                .setParameter("after", after)
                .setParameter("never", EmailPreference.When.NEVER)
                .setParameter("today", today)
                .setMaxResults(CHUNK)
                .getResultList();
    }

    private boolean write(Long accountId, LocalDate today) {
        Account account = Account.findById(accountId);
        // whoever comes second waits here for the first, and then finds the day's digest there
        em.lock(account, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (Digest.isWritten(accountId, today)) return false;
        int counted = em.createQuery(
                        "update Notice n set n.countedOn = :today where n.account = :account and" + TO_COUNT)
                .setParameter("today", today)
                .setParameter("account", account)
                .executeUpdate();
        if (counted == 0) return false;
        var tomorrow =
                today.plusDays(1).atTime(hour, 0).atZone(ClockOfAttest.LONDON).toInstant();
        var message = outbox.queue(
                null,
                account,
                account.email,
                account.name,
                Template.DIGEST,
                Map.of("count", Formats.of(counted, "new notice", "new notices"), "link", "/notices"),
                tomorrow);
        Digest.write(accountId, today, message.id);
        return true;
    }
}
