package org.attest.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody stays signed in. */
@ConfigMapping(prefix = "attest.session")
interface SessionLimits {

    /** Without doing anything. */
    @WithDefault("PT30M")
    Duration idle();

    /** In all, from signing in. */
    @WithDefault("PT12H")
    Duration longest();
}
