package org.attest.security;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;

/** Links as they stand in messages to another address, which only its reader has. */
public final class TestAddressLinks {

    private TestAddressLinks() {}

    /** The link with which the account may be opened with the address. */
    public static String offer(Long account, String email) {
        return QuarkusTransaction.requiringNew().call(() -> AddressLink.make(
                        Account.findById(account),
                        email,
                        Arc.container().select(Clock.class).get().instant(),
                        "Somebody")
                .path());
    }
}
