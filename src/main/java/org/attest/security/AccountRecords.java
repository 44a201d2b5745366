package org.attest.security;

import java.util.List;
import org.attest.audit.Actor;

/** Which records an account opens, implemented where records are: this package knows none. */
public interface AccountRecords {

    /** A record of one's own, as far as an administrator may know it: no name, no stage. */
    record Opened(String ref, String force) {}

    /** The records the account opens, in whichever force. */
    List<Opened> of(Account account);

    /**
     * The account opens the record with this reference, as typed, from now on. Refused where there is none, where it has
     * an account, where the account has another in that force, and without a role there that opens one's own record.
     */
    void open(Account account, String typedRef, Actor by);

    /** The account does not open the record any more. */
    void close(Account account, String ref, Actor by);
}
