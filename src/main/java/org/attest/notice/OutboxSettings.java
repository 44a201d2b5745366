package org.attest.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "attest.outbox")
interface OutboxSettings {

    /** How often it is looked into. */
    String every();

    /** How long a message is in one carrier's hands before another may take it; longer than any one try can last. */
    @WithDefault("PT5M")
    Duration lease();

    /** Wait after the first failure; it doubles with each. */
    @WithDefault("PT1M")
    Duration firstWait();

    /** The longest wait between two tries. */
    @WithDefault("PT15M")
    Duration longestWait();

    /** How long an e-mail is tried. */
    @WithDefault("P3D")
    Duration mailGiveUpAfter();

    /** How long a web hook is tried. */
    @WithDefault("P1D")
    Duration hookGiveUpAfter();

    /** How long a message may wait before the administrator is told. */
    @WithDefault("PT1H")
    Duration alarmAfter();
}
