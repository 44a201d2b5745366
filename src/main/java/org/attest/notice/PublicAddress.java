package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach Attest, for links in messages and on paper: never taken from a request, whose host anybody can write. */
@ApplicationScoped
public class PublicAddress {

    /** Name of the setting. */
    static final String SETTING = "ATTEST_ADDRESS";

    @ConfigProperty(name = "attest.address")
    Optional<String> address;

    boolean isSet() {
        return address.isPresent();
    }

    /** The path as a whole address; empty where it is not known where people reach Attest. */
    public Optional<String> of(String path) {
        return address.map(a -> a.replaceAll("/+$", "") + path);
    }

    /** The text with the address of Attest in its place. */
    String in(String text) {
        return text.replace(Outbox.HOME, address.orElse("").replaceAll("/+$", ""));
    }
}
