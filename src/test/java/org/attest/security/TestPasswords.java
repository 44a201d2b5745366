package org.attest.security;

/** Whether a password opens an account, asked without a page. */
public final class TestPasswords {

    private TestPasswords() {}

    public static boolean opens(Account account, String password) {
        return account.enabled && PasswordHash.matches(password, account.passwordHash);
    }
}
