package org.attest.recruitment.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an application asks for, and how long its links work. Settings {@code attest.application.…}. */
@ConfigMapping(prefix = "attest.application")
public interface ApplicationSettings {

    /** Hours a month that somebody must be able to give (vetting section 6). */
    @WithDefault("16")
    int hoursAMonth();

    /** People who must be named to speak for an applicant. */
    @WithDefault("2")
    int referees();

    /** How long the link works with which an application begins. */
    @WithDefault("P7D")
    Duration link();

    /** How long the link works with which a referee replies. */
    @WithDefault("P30D")
    Duration referenceLink();

    /** Days after which a reference that was asked for is chased. */
    @WithDefault("14")
    int referenceDays();
}
