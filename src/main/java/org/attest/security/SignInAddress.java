package org.attest.security;

import java.time.Instant;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.web.Refused;

/** The address somebody signs in with, when the force has approved another one for their record. */
public final class SignInAddress {

    private SignInAddress() {}

    /**
     * From now on the account is opened with the new address, if it was with the old one. Links that were on their way are
     * withdrawn. Refuses an address that another account has.
     */
    public static Optional<AccountCorrected> follow(Account account, String old, String now, Actor by, Instant at) {
        if (old == null || !account.email.equals(Account.normalise(old))) return Optional.empty();
        if (Account.byEmail(now).isPresent()) {
            throw new Refused("Somebody else signs in with this address already", "");
        }
        SingleUseLink.withdrawAllOf(account, at);
        account.correct(account.name, now);
        AccountEntry.add(account, AccountEntry.What.DETAILS_CHANGED, at, by.name());
        return Optional.of(new AccountCorrected(by, account.homeChain(), account.ref, account.name, account.email));
    }
}
