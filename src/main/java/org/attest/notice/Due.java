package org.attest.notice;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.attest.security.Role;

/**
 * Something that is still to be done by a day.
 *
 * @param thing what it is, the same at every asking: {@code hold K7QM4XRD92TW}
 * @param day the last day for it
 * @param what to begin a sentence with, for those who may know of the person: {@code The review of Rowan Ashdown’s absence}
 * @param address where it is done, within Attest
 * @param owners who does it, by role; none where it is the person’s own to do
 * @param own the same for the person it is about; null where they are not reminded
 * @param secretOwners whether who does it would give away what nobody else may know, so that no page says it
 * @param takesPlace whether it is not to be done by the day, but happens on it
 */
public record Due(
        String thing,
        LocalDate day,
        String what,
        String address,
        Set<Role> owners,
        Own own,
        boolean secretOwners,
        boolean takesPlace) {

    public Due {
        owners = Set.copyOf(owners);
    }

    /**
     * How the person it is about is reminded.
     *
     * @param account where they sign in; null where they do not
     * @param email what is written to them then; null where nothing can be
     */
    record Own(Long account, Email email, String what, String address) {}

    /** An e-mail to somebody without an account. */
    record Email(String to, String name, Template template, Map<String, String> fields) {}

    /** Something that holders of a role do. */
    public static Due of(String thing, LocalDate day, String what, String address, Role owner) {
        return new Due(thing, day, what, address, Set.of(owner), null, false, false);
    }

    /** Something that the person does, of {@link #alsoFor}; the coordinators hear of it where the person cannot. */
    public static Due ofThePerson(String thing, LocalDate day, String what, String address) {
        return new Due(thing, day, what, address, Set.of(), null, false, false);
    }

    /** The same, without any page saying who does it. */
    public Due withSecretOwners() {
        return new Due(thing, day, what, address, owners, own, true, takesPlace);
    }

    /** The same, which is not to be done by its day but happens on it. */
    public Due takingPlace() {
        return new Due(thing, day, what, address, owners, own, secretOwners, true);
    }

    /** The same, of which the person is reminded too, if they have an account. */
    public Due alsoFor(Long account, String ownWhat, String ownAddress) {
        return with(new Own(account, null, ownWhat, ownAddress));
    }

    /** The same, of which the person is written an e-mail where they have no account but an address. */
    public Due orByEmail(String to, String name, Template template, Map<String, String> fields) {
        return to == null
                ? this
                : with(new Own(own.account, new Email(to, name, template, fields), own.what, own.address));
    }

    private Due with(Own person) {
        return new Due(thing, day, what, address, owners, person, secretOwners, takesPlace);
    }

    boolean isThePersons() {
        return owners.isEmpty();
    }
}
