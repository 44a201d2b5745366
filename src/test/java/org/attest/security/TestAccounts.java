package org.attest.security;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.Locale;
import org.attest.force.Force;
import org.attest.force.Reference;

/** Accounts and sessions straight into the database, without hashing a password each time. */
public final class TestAccounts {

    public static final String PASSWORD = "a long enough sentence";
    private static final String HASH = PasswordHash.of(PASSWORD);

    private TestAccounts() {}

    /** What a test needs to know of a signed-in account. */
    public record Opened(Long id, String ref, String email, String name, String secret) {}

    /** A new account with the role, signed in. {@code slug} is null for a national role and for none. */
    public static Opened open(Role role, String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = Arc.container().select(Clock.class).get().instant();
            var mark = Reference.random().toLowerCase(Locale.ROOT);
            var words = role == null ? "Nobody" : role.words();
            var account = Account.open(mark + "@tests.example", "Test " + words + " " + mark, now, "Tests");
            account.passwordHash = HASH;
            account.passwordSetAt = now;
            if (role != null)
                account.give(role, slug == null ? null : Force.bySlug(slug).orElseThrow(), now, "Tests");
            var secret = Secret.random();
            Session.begin(account, secret, "Tests", "127.0.0.1", now);
            return new Opened(account.id, account.ref, account.email, account.name, secret);
        });
    }

    /** Another session of the same account, from now on. */
    public static Opened signedInAgain(Opened opened) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account account = Account.findById(opened.id);
            var secret = Secret.random();
            var now = Arc.container().select(Clock.class).get().instant();
            Session.begin(account, secret, "Tests", "127.0.0.1", now);
            return new Opened(opened.id, opened.ref, opened.email, opened.name, secret);
        });
    }

    /** Gives another role to an account. */
    public static void give(Opened opened, Role role, String slug) {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = Arc.container().select(Clock.class).get().instant();
            Account account = Account.findById(opened.id);
            account.give(role, slug == null ? null : Force.bySlug(slug).orElseThrow(), now, "Tests");
        });
    }

    /** The roles the account holds now, in words; call it inside a transaction. */
    public static java.util.List<String> rolesOf(Opened opened) {
        return RoleGrant.heldBy(Account.findById(opened.id)).stream()
                .map(RoleGrant::words)
                .toList();
    }

    /** What the account's first role is called in addresses. */
    public static String grantOf(Opened opened) {
        return QuarkusTransaction.requiringNew().call(() -> {
            RoleGrant first =
                    RoleGrant.find("account.id = ?1 order by id", opened.id).firstResult();
            return first.id.toString();
        });
    }
}
