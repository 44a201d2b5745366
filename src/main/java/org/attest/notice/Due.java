package org.attest.notice;

import java.time.LocalDate;
import java.util.Set;
import org.attest.security.Role;

/**
 * Something that is still to be done by a day.
 *
 * @param thing what it is, the same at every asking: {@code hold K7QM4XRD92TW}
 * @param day the last day for it
 * @param what to begin a sentence with, for those who may know of the person: {@code The review of Rowan Ashdown’s absence}
 * @param address where it is done, within Attest
 * @param owners who does it, by role
 * @param person account of the person it is about, who is reminded too; null where there is none
 * @param ownWhat {@code what} for the person themself; null where they are not reminded
 * @param ownAddress {@code address} for the person themself
 * @param secretOwners whether who does it would give away what nobody else may know, so that no page says it
 */
public record Due(
        String thing,
        LocalDate day,
        String what,
        String address,
        Set<Role> owners,
        Long person,
        String ownWhat,
        String ownAddress,
        boolean secretOwners) {

    public Due {
        owners = Set.copyOf(owners);
    }

    /** Something that holders of a role do. */
    public static Due of(String thing, LocalDate day, String what, String address, Role owner) {
        return new Due(thing, day, what, address, Set.of(owner), null, null, null, false);
    }

    /** The same, without any page saying who does it. */
    public Due withSecretOwners() {
        return new Due(thing, day, what, address, owners, person, ownWhat, ownAddress, true);
    }

    /** The same, of which the person is reminded too, if they have an account. */
    public Due alsoFor(Long account, String ownWhat, String ownAddress) {
        return new Due(thing, day, what, address, owners, account, ownWhat, ownAddress, secretOwners);
    }

    boolean concernsPerson() {
        return ownWhat != null;
    }
}
