package org.attest.security;

import java.time.Instant;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.web.Refused;

/** The address somebody signs in with, when the force has approved another one for their record. */
public final class SignInAddress {

    private SignInAddress() {}

    /** Whether the force decides about the address: an account that opens anything else is the administrator's. */
    public static boolean follows(Account account, Force force) {
        return account.opensOnlyOwnRecordIn(force);
    }

    /**
     * From now on the account is opened with the new address, if it {@link #follows} and was with the old one. Links that
     * were on their way are withdrawn. Refuses an address that another account has, without telling that one has it.
     */
    public static Optional<AccountCorrected> follow(
            Account account, Force force, String old, String now, Actor by, Instant at) {
        if (old == null || !follows(account, force) || !account.email.equals(Account.normalise(old)))
            return Optional.empty();
        if (Account.byEmail(now).isPresent()) {
            throw new Refused("The address to sign in with cannot be changed here: ask the administrator", "");
        }
        SingleUseLink.withdrawAllOf(account, at);
        account.correct(account.name, now);
        AccountEntry.add(account, AccountEntry.What.DETAILS_CHANGED, at, by.name());
        return Optional.of(new AccountCorrected(by, account.homeChain(), account.ref, account.name, account.email));
    }
}
