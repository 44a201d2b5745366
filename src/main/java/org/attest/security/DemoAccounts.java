package org.attest.security;

import java.time.Instant;
import org.attest.force.Force;

/**
 * Opens many accounts with one password. It is hashed once, so all of them share hash and salt: whoever sees the table
 * sees that the password is the same. Right for demonstration data, whose password stands on the sign-in page, and for
 * nothing else.
 */
public final class DemoAccounts {

    private static final String BY = "Demonstration data";

    private final String hash;
    private final Instant at;

    /**
     * @param password of every account that this opens
     * @param at the instant they are said to have been opened
     */
    public DemoAccounts(String password, Instant at) {
        this.hash = PasswordHash.of(password);
        this.at = at;
    }

    /** A new account that can sign in at once; to be called within a transaction. */
    public Account open(String email, String name) {
        var account = Account.open(email, name, at, BY);
        account.passwordHash = hash;
        account.passwordSetAt = at;
        return account;
    }

    /** A new account with a role; {@code force} is null for a national one. */
    public Account open(String email, String name, Role role, Force force) {
        var account = open(email, name);
        give(account, role, force);
        return account;
    }

    /** One more role for an account. */
    public void give(Account account, Role role, Force force) {
        account.give(role, force, at, BY);
    }
}
