package org.attest.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long single-use links can be used. */
@ConfigMapping(prefix = "attest.links")
interface LinkLimits {

    @WithDefault("P7D")
    Duration invitation();

    @WithDefault("PT1H")
    Duration reset();
}
