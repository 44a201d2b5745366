package org.attest.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.attest.audit.Keys;
import org.attest.audit.Seal;

/** Encrypts what waits to leave, links with secrets among it, so that a copy of the database opens nothing. */
@ApplicationScoped
class TextSeal {

    /** Name of the key. */
    static final String KEY = "notice";

    @Inject
    Keys keys;

    /** At the start, so that a missing key is found then and not when the first message is written. */
    void settle(@Observes @Priority(2) StartupEvent start) {
        keys.of(KEY);
    }

    /** The text, readable only with the same purpose: one sealed text cannot be put in another's place. */
    byte[] close(String text, String purpose) {
        return Seal.close(keys.of(KEY), text.getBytes(StandardCharsets.UTF_8), purpose);
    }

    String open(byte[] sealed, String purpose) {
        return new String(Seal.open(keys.of(KEY), sealed, purpose), StandardCharsets.UTF_8);
    }
}
