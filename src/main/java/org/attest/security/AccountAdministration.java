package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.web.Refused;
import org.hibernate.exception.ConstraintViolationException;

/** What an administrator does to accounts, and a program in their place. Each act is a deed, and each deed an entry. */
@ApplicationScoped
class AccountAdministration {

    /** A role to be given; {@code force} is null for a national one. */
    record Chosen(Role role, Force force) {

        String chain() {
            return force == null ? Deed.NATIONAL : force.slug;
        }
    }

    /** The record could not be linked. */
    static final class RecordRefused extends Refused {
        private RecordRefused(Refused refused) {
            super(refused.sentence(), refused.rule());
        }
    }

    /** There is an account with this address already. */
    static final class AddressTaken extends RuntimeException {}

    /** How long a link that was sent is left alone. */
    private static final Duration BETWEEN_LINKS = Duration.ofMinutes(10);

    @Inject
    Clock clock;

    @Inject
    SessionLimits sessionLimits;

    @Inject
    LinkLimits linkLimits;

    @Inject
    Instance<LinkDelivery> delivery;

    @Inject
    Instance<AccountRecords> records;

    @Inject
    Event<Deed> deeds;

    /** Records the account opens. */
    List<AccountRecords.Opened> recordsOf(Account account) {
        return records.isResolvable() ? records.get().of(account) : List.of();
    }

    /** The account opens a record, by its reference as typed. */
    void link(Account account, String record, Actor by) {
        refuseOwn(account, by, "Another administrator links your account to a record");
        try {
            records.get().open(account, record, by);
        } catch (Refused refused) {
            throw new RecordRefused(refused);
        }
        AccountEntry.add(account, AccountEntry.What.RECORD_LINKED, clock.instant(), by.name());
    }

    void unlink(Account account, String record, Actor by) {
        refuseOwn(account, by, "Another administrator ends the link of your account");
        records.get().close(account, record, by);
        AccountEntry.add(account, AccountEntry.What.RECORD_UNLINKED, clock.instant(), by.name());
    }

    /** Opens an account, with the record it is to open or null, in a transaction of its own, so that the second of two equal ones can be refused in words. */
    String open(String email, String name, List<Chosen> roles, String record, Actor by) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var account = openNow(email, name, roles, by);
                if (record != null) link(account, record, by);
                return account.ref;
            });
        } catch (RuntimeException e) {
            if (isTaken(e)) throw new AddressTaken();
            throw e;
        }
    }

    /** Opens an account in the running transaction. */
    Account openNow(String email, String name, List<Chosen> roles, Actor by) {
        if (Account.byEmail(email).isPresent()) throw new AddressTaken();
        var now = clock.instant();
        var account = Account.open(email, name, now, by.name());
        Account.flush();
        AccountEntry.add(account, AccountEntry.What.OPENED, now, by.name());
        var chain = roles.stream().map(Chosen::chain).findFirst().orElse(Deed.NATIONAL);
        deeds.fire(new AccountOpened(by, chain, account.ref));
        for (var chosen : roles) give(account, chosen, by);
        return account;
    }

    void give(Account account, Chosen chosen, Actor by) {
        refuseOwn(account, by, "You cannot change your own roles. Another administrator can");
        account.give(chosen.role, chosen.force, clock.instant(), by.name());
        deeds.fire(new RoleGiven(by, chosen.chain(), account.ref, chosen.role));
    }

    void end(Account account, RoleGrant grant, Actor by) {
        refuseOwn(account, by, "You cannot change your own roles. Another administrator can");
        account.end(grant, clock.instant(), by.name());
        deeds.fire(new RoleEnded(by, new Chosen(grant.role, grant.force).chain(), account.ref, grant.role));
    }

    void disable(Account account, Actor by) {
        refuseOwn(account, by, "You cannot disable your own account. Another administrator can");
        account.disable(clock.instant(), by.name());
        deeds.fire(new AccountDisabled(by, account.homeChain(), account.ref));
    }

    void enable(Account account, Actor by) {
        account.enable(clock.instant(), by.name());
        deeds.fire(new AccountEnabled(by, account.homeChain(), account.ref));
    }

    void endSessions(Account account, Actor by) {
        var now = clock.instant();
        Session.endAllOf(account.id, null, Session.End.ENDED_BY_ADMINISTRATOR, now);
        AccountEntry.add(account, AccountEntry.What.SESSIONS_ENDED, now, by.name());
        deeds.fire(new SessionsEnded(by, account.homeChain(), account.ref, "administrator"));
    }

    /** A new link, to be shown once; nothing to show where it is delivered. */
    Optional<SingleUseLink.Made> makeLink(Account account, Actor by) {
        if (!account.enabled) throw new Refused("Enable the account first: a disabled one cannot use a link", "");
        refuseOwn(account, by, "Change your own password under your sessions");
        var made = linkFor(account, by);
        if (!isDelivered()) return Optional.of(made);
        delivery.get().deliver(account, made.purpose(), made.path(), made.expiresAt());
        return Optional.empty();
    }

    /**
     * Sends those who cannot sign in a link, in answer to their own request, so many at a time; nothing while links are not
     * delivered. Who was sent one a little while ago is not sent another: it would make the first void.
     */
    int answerRequests(int most) {
        if (!isDelivered()) return 0;
        var recently = clock.instant().minus(BETWEEN_LINKS);
        var asking = PasswordRequest.ofAccounts(most);
        for (var asked : asking) {
            var account = asked.account();
            if (SingleUseLink.isMadeSince(account, recently)) {
                PasswordRequest.answered(account);
                continue;
            }
            var made = linkFor(account, Actor.ATTEST);
            delivery.get().deliver(account, made.purpose(), made.path(), made.expiresAt());
        }
        return asking.size();
    }

    boolean isDelivered() {
        return delivery.isResolvable() && delivery.get().isReady();
    }

    private SingleUseLink.Made linkFor(Account account, Actor by) {
        var now = clock.instant();
        var made = SingleUseLink.make(account, linkLimits, now, by.name());
        var invitation = made.purpose() == SingleUseLink.Purpose.INVITATION;
        AccountEntry.add(
                account, invitation ? AccountEntry.What.INVITED : AccountEntry.What.RESET_OFFERED, now, by.name());
        PasswordRequest.answered(account);
        deeds.fire(new LinkMade(
                by, account.homeChain(), account.ref, made.purpose().name().toLowerCase(Locale.ROOT)));
        return made;
    }

    /** Puts a name or an address right; the address may not be another account's. */
    void correct(Account account, String name, String email, Actor by) {
        refuseOwn(account, by, "Another administrator changes your name and address");
        if (!account.email.equals(email) && Account.byEmail(email).isPresent()) throw new AddressTaken();
        if (!account.email.equals(email)) account.voidLinks(clock.instant());
        account.correct(name, email);
        AccountEntry.add(account, AccountEntry.What.DETAILS_CHANGED, clock.instant(), by.name());
        deeds.fire(new AccountCorrected(by, account.homeChain(), account.ref, name, email));
    }

    int openSessionsOf(Account account) {
        var now = clock.instant();
        return (int) Session.openOf(account.id).stream()
                .filter(s -> s.isWithin(sessionLimits, now))
                .count();
    }

    private static void refuseOwn(Account account, Actor by, String sentence) {
        if (account.ref.equals(by.ref())) throw new Refused(sentence, "");
    }

    private static boolean isTaken(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof ConstraintViolationException) return true;
        return false;
    }
}
