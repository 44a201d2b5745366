package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.attest.audit.Deed;
import org.attest.web.Form;

/** Sets a password that somebody typed twice: by a single-use link, or instead of their old one. */
@ApplicationScoped
class SettingPassword {

    private static final String BUSY = "Many people are signing in now. Try again in a few seconds";

    @Inject
    Clock clock;

    @Inject
    Hashing hashing;

    @Inject
    Event<Deed> deeds;

    /** The account a link opens, or nothing where it can no longer be used. */
    Optional<Account> ownerOf(String secret, SingleUseLink.Purpose purpose) {
        return QuarkusTransaction.requiringNew().call(() -> SingleUseLink.usable(secret, purpose, clock.instant())
                .map(l -> l.account));
    }

    /** Sets it if the form is sound and the link can be used until the very end; every session of the account ends. */
    boolean byLink(String secret, SingleUseLink.Purpose purpose, Account owner, Form form) {
        var hash = hashOf(form, owner.name, owner.email);
        if (hash == null) return false;
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            var link = SingleUseLink.locked(secret, purpose, now);
            if (link.isEmpty()) return false;
            link.get().use(now);
            PasswordRequest.answered(link.get().account);
            set(link.get().account, hash, purpose.name().toLowerCase(java.util.Locale.ROOT));
            return true;
        });
    }

    /** Replaces the old one, which must be typed too; every session ends and the outcome holds a new one. */
    Optional<String> own(CurrentUser user, Form form, Browser browser) {
        var counters = java.util.List.of(Throttle.Kind.PAIR.of("change of password", user.email()));
        var stored = QuarkusTransaction.requiringNew().call(() -> {
            var delay = Throttle.count(counters, clock.instant());
            delay.ifPresent(d ->
                    form.refuse("current", "Too many attempts. Try again in " + SignIns.inWords(d.toSeconds() + 1)));
            Account account = Account.findById(user.accountId());
            return account.passwordHash;
        });
        if (!form.isSound()) return Optional.empty();
        var matches = turn(form, "current", () -> PasswordHash.matches(form.typed("current"), stored));
        if (matches != null && !matches) form.refuse("current", "This is not your password now");
        if (Boolean.TRUE.equals(matches) && form.typed("current").equals(form.typed("password")))
            form.refuse("password", "Use another password than the one you have");
        var hash = hashOf(form, user.name(), user.email());
        if (hash == null) return Optional.empty();
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            Throttle.succeeded(counters, now);
            Account account = Account.findById(user.accountId());
            set(account, hash, "own");
            var secret = Secret.random();
            Session.begin(account, secret, browser.agent(), browser.address(), now);
            return Optional.of(secret);
        });
    }

    /** Sets a password in the running transaction: sessions end, links become void, and it is a deed. */
    private void set(Account account, String hash, String how) {
        var now = clock.instant();
        account.setPassword(hash, now);
        Session.endAllOf(account.id, null, Session.End.PASSWORD_CHANGED, now);
        account.voidLinks(now);
        AccountEntry.add(account, AccountEntry.What.PASSWORD_SET, now, account.name);
        deeds.fire(new PasswordSet(account.actor(), account.homeChain(), account.ref, how));
    }

    /** The hash of what was typed, or null with the refusal in the form. */
    String hashOf(Form form, String... names) {
        var password = form.typed("password");
        PasswordRule.refusal(password, names).ifPresent(why -> form.refuse("password", why));
        if (form.fault("password") == null && !password.equals(form.typed("again")))
            form.refuse("again", "Type the same password again");
        return form.isSound() ? turn(form, "password", () -> PasswordHash.of(password)) : null;
    }

    private <T> T turn(Form form, String field, Supplier<T> work) {
        var done = hashing.take(work);
        if (done.isEmpty()) form.refuse(field, BUSY);
        return done.orElse(null);
    }
}
