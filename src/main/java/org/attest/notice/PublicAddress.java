package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Attest, for links in messages: never taken from a request, whose host anybody can write. */
@ApplicationScoped
class PublicAddress {

    /** Name of the setting. */
    static final String SETTING = "ATTEST_ADDRESS";

    @ConfigProperty(name = "attest.address")
    Optional<String> address;

    boolean isSet() {
        return address.isPresent();
    }

    /** The text with the address of Attest in its place. */
    String in(String text) {
        return text.replace(Outbox.HOME, address.orElse("").replaceAll("/+$", ""));
    }
}
