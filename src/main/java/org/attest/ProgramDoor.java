package org.attest;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.attest.audit.KeyFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The door on the management port through which a program started beside the running application runs inside it. It opens
 * to whoever can read the key in {@code ATTEST_DATA/keys}, that is to the owner of the data.
 */
@Startup
@ApplicationScoped
class ProgramDoor {

    static final String PATH = "/programs";
    static final String KEY_HEADER = "Attest-Key";
    private static final String KEY_FILE = "keys/programs.key";
    private static final Logger LOG = Logger.getLogger(ProgramDoor.class);

    @ConfigProperty(name = "attest.data")
    String data;

    @Inject
    Vertx vertx;

    @Inject
    ProgramRun run;

    private String key;

    /** The file whose content opens the door. */
    static Path keyFile(String data) {
        return Path.of(data).toAbsolutePath().resolve(KEY_FILE);
    }

    static String asHeader(byte[] key) {
        return java.util.HexFormat.of().formatHex(key);
    }

    @PostConstruct
    void readKey() {
        try {
            key = asHeader(KeyFile.readOrMake(keyFile(data)));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read or make the key of the programs in " + keyFile(data), e);
        }
    }

    void open(@Observes ManagementInterface management) {
        management.router().get(PATH).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        var shown = context.request().getHeader(KEY_HEADER);
        if (shown == null || !MessageDigest.isEqual(bytes(shown), bytes(key))) {
            context.response().setStatusCode(403).end();
            return;
        }
        context.request().toWebSocket().onFailure(context::fail).onSuccess(this::serve);
    }

    /** The caller's first message names the program and its arguments, one a line. */
    private void serve(ServerWebSocket socket) {
        var terminal = new FarTerminal(socket);
        terminal.whenCalled(message -> vertx.executeBlocking(
                        () -> {
                            var words = List.of(new String(message, StandardCharsets.UTF_8).split("\n", -1));
                            int code = run.run(words.get(0), words.subList(1, words.size()), terminal);
                            terminal.hangUp(code);
                            return code;
                        },
                        false)
                .onFailure(e -> {
                    LOG.warn("A program failed, or lost its caller", e);
                    socket.close();
                }));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
