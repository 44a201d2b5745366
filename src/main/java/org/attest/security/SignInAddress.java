package org.attest.security;

import java.time.Instant;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.force.Force;

/** The address somebody signs in with, when the force has approved another one for their record. */
public final class SignInAddress {

    private SignInAddress() {}

    /**
     * What is written to the new address, and to nobody else.
     *
     * @param path where its reader takes the offer up
     */
    public record Offer(String path, Instant expiresAt) {}

    /** Whether the force decides about the address: an account that opens anything else is the administrator's. */
    public static boolean follows(Account account, Force force) {
        return account.opensOnlyOwnRecordIn(force);
    }

    /**
     * Offers the account the new address, if it {@link #follows} and was opened with the old one, or offered it. Until its
     * reader takes it up nothing changes. The same for an address that another account has: only its reader is told.
     */
    public static Optional<Offer> offer(Account account, Force force, String old, String now, Actor by, Instant at) {
        if (old == null || !follows(account, force)) return Optional.empty();
        boolean with = account.email.equals(Account.normalise(old)) || AddressLink.isOffered(account, old);
        return with ? Optional.of(AddressLink.make(account, now, at, by.name())) : Optional.empty();
    }
}
