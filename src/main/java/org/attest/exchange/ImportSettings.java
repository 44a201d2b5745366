package org.attest.exchange;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one import may hold, as the operator sets it. */
class ImportSettings {

    /**
     * @param largest bytes of one file; a browser's request is further limited by {@code quarkus.http.limits.max-body-size}
     * @param rows of one file
     * @param atOnce bytes of a file that is read while its sender waits
     */
    @Produces
    @Singleton
    Limits limits(
            @ConfigProperty(name = "attest.import.largest-file", defaultValue = "20M") MemorySize largest,
            @ConfigProperty(name = "attest.import.most-rows", defaultValue = "100000") int rows,
            @ConfigProperty(name = "attest.import.at-once", defaultValue = "2M") MemorySize atOnce) {
        return new Limits(largest.asLongValue(), rows, atOnce.asLongValue());
    }
}
