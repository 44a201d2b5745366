package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.attest.audit.Deed;
import org.jboss.logging.Logger;

/**
 * An attempt to sign in, from the two texts to a session. An unknown address, a disabled account, one without password
 * and a wrong password take the same steps: the same statements, one hash of the same cost, the same answer.
 */
@ApplicationScoped
class SigningIn {

    private static final Logger LOG = Logger.getLogger(SigningIn.class);
    private static final int LONGEST_EMAIL = 254;

    /** How it ended. */
    sealed interface Outcome {}

    /** @param session and @param device secrets for the browser to keep */
    record Admitted(String session, String device) implements Outcome {}

    /** Nobody is told which of the two was wrong. */
    record Wrong() implements Outcome {}

    /** Too many attempts; this one was not tried. */
    record Delayed(Duration delay) implements Outcome {}

    /** Too many people at once; not tried. */
    record Busy() implements Outcome {}

    private record Prepared(List<Throttle.Counter> counters, Duration delay, Long account, String hash) {}

    private record Checked(boolean matches, String rehashed) {}

    @Inject
    Clock clock;

    @Inject
    Hashing hashing;

    @Inject
    Event<Deed> deeds;

    /**
     * @param session secret of the session the browser came with, or null; it is replaced
     * @param device secret of the device cookie, or null
     */
    Outcome attempt(String typedEmail, String password, Browser browser, String session, String device) {
        var email = Account.normalise(typedEmail);
        if (email.length() > LONGEST_EMAIL) email = email.substring(0, LONGEST_EMAIL);
        var prepared = prepare(email, browser, device);
        if (prepared.delay != null) {
            LOG.infof("Sign-in from %s delayed for %d s", browser.address(), prepared.delay.toSeconds());
            return new Delayed(prepared.delay);
        }
        var stored = prepared.hash == null ? PasswordHash.OF_NOBODY : prepared.hash;
        var checked = hashing.take(() -> check(password, stored));
        if (checked.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> Throttle.takeBack(prepared.counters, clock.instant()));
            return new Busy();
        }
        if (prepared.hash == null || !checked.get().matches) {
            LOG.infof("Sign-in from %s refused", browser.address());
            return new Wrong();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> admit(prepared, checked.get().rehashed, browser, session, device));
    }

    private Prepared prepare(String email, Browser browser, String device) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            var account = Account.byEmail(email);
            var known = KnownDevice.of(email, device == null ? "" : device);
            var counters = known.map(d -> Throttle.ofDevice(email, d.tokenHash))
                    .orElseGet(() -> Throttle.ofStranger(email, browser.address()));
            var wait = Throttle.count(counters, now).orElse(null);
            var usable = account.filter(a -> a.enabled && a.passwordHash != null);
            return new Prepared(
                    counters,
                    wait,
                    usable.map(a -> a.id).orElse(null),
                    usable.map(a -> a.passwordHash).orElse(null));
        });
    }

    private static Checked check(String password, String stored) {
        // nothing longer can have been set; what a stranger sends is not hashed at any length
        boolean possible = password.codePointCount(0, password.length()) <= PasswordRule.LONGEST;
        boolean matches = PasswordHash.matches(possible ? password : "", stored) && possible;
        boolean outdated = matches && PasswordHash.isOutdated(stored);
        return new Checked(matches, outdated ? PasswordHash.of(password) : null);
    }

    private Outcome admit(Prepared prepared, String rehashed, Browser browser, String session, String device) {
        var now = clock.instant();
        Account account = Account.findById(prepared.account, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        // disabled, or the password changed, while we hashed
        if (!account.enabled || !prepared.hash.equals(account.passwordHash)) return new Wrong();
        if (rehashed != null) account.passwordHash = rehashed;
        Throttle.succeeded(prepared.counters, now);
        if (session != null) Session.heldWith(session).ifPresent(s -> s.end(Session.End.REPLACED, now));
        var secret = Secret.random();
        Session.begin(account, secret, browser.agent(), browser.address(), now);
        var deviceSecret = device != null && device.length() >= Secret.LENGTH ? device : Secret.random();
        KnownDevice.usedBy(account, deviceSecret, now);
        deeds.fire(new SessionBegun(account.actor(), account.homeChain(), account.ref));
        return new Admitted(secret, deviceSecret);
    }
}
