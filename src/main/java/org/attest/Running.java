package org.attest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The application from its start to its stop. Says as the last word of the start where it is to be found. */
final class Running implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Attest.class);

    @ConfigProperty(name = "quarkus.http.host")
    String host;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @ConfigProperty(name = "attest.demo")
    boolean demonstration;

    @Override
    public int run(String... arguments) {
        LOG.infof(
                "Attest is at http://%s:%d%s",
                host.equals("0.0.0.0") ? "localhost" : host,
                port,
                demonstration ? ", and its demonstration accounts stand on the sign-in page" : "");
        Quarkus.waitForExit();
        return 0;
    }
}
