package org.attest.notice;

import java.util.Collection;
import java.util.Set;
import org.attest.force.Force;
import org.attest.security.Account;

/**
 * Whom e-mail of a force does not reach: a message to them was given up, and nobody has put it aside yet.
 *
 * @param accounts ids of accounts with a role in the force
 * @param addresses of people without an account
 */
record Unreached(Set<Long> accounts, Set<String> addresses) {

    /** Two statements. */
    static Unreached in(Force force) {
        var accounts = ids(
                Long.class,
                "m.account.id",
                "exists (select 1 from RoleGrant g where g.account = m.account and g.force = :force and g.endedAt is null)",
                force);
        var addresses = ids(String.class, "m.recipient", "m.account is null and m.force = :force", force);
        return new Unreached(accounts, addresses);
    }

    private static <T> Set<T> ids(Class<T> type, String what, String whose, Force force) {
        return Set.copyOf(Message.getEntityManager()
                .createQuery(
                        "select distinct " + what + " from Message m where m.state = :given and m.dismissedAt is null"
                                + " and m.channel = :email and " + whose,
                        type)
                .setParameter("given", Message.State.GIVEN_UP)
                .setParameter("email", Message.Channel.EMAIL)
                .setParameter("force", force)
                .getResultList());
    }

    /** Whether all of them are; {@code email} is null where nobody is written to without an account. */
    boolean are(Collection<Account> told, Due.Email email) {
        return told.stream().allMatch(account -> accounts.contains(account.id))
                && (email == null || addresses.contains(email.to()));
    }
}
