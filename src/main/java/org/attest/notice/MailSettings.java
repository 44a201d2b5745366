package org.attest.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How e-mail leaves. Without a host it does not: messages wait. */
@ConfigMapping(prefix = "attest.mail")
interface MailSettings {

    /** How the connection is kept private. */
    enum Tls {
        /** STARTTLS or nothing. */
        REQUIRED,
        /** TLS from the first byte, usually on port 465. */
        IMPLICIT,
        /** None: for a relay on the same machine. */
        NONE
    }

    /** Name of the mail server. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("required")
    Tls tls();

    Optional<String> user();

    Optional<String> password();

    /** Address that e-mails come from. */
    Optional<String> from();

    /** How long the server may take for each answer. */
    @WithDefault("PT20S")
    Duration patience();
}
