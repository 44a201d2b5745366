package org.attest.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has files looked at by a virus scanner that speaks the INSTREAM of clamd, where the installation has one. A scanner that
 * does not answer lets nothing through.
 */
@ApplicationScoped
public class Scanner {

    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;
    private final Duration patience;

    /**
     * @param address {@code host:port}; empty for none
     * @param patience how long the scanner may take for one file
     */
    @Inject
    Scanner(
            @ConfigProperty(name = "attest.scanner") Optional<String> address,
            @ConfigProperty(name = "attest.scanner.patience", defaultValue = "PT30S") Duration patience) {
        this.patience = patience;
        var typed = address.orElse("").strip();
        if (typed.isEmpty()) {
            host = null;
            port = 0;
            return;
        }
        int colon = typed.lastIndexOf(':');
        if (colon < 1 || !typed.substring(colon + 1).matches("[0-9]{1,5}"))
            throw new ConfigurationException(
                    "ATTEST_SCANNER must be host:port of a clamd, as in scanner.internal:3310");
        host = typed.substring(0, colon);
        port = Integer.parseInt(typed.substring(colon + 1));
    }

    /** At the start, so that an address nobody can mean is found then. */
    void settle(@Observes StartupEvent start) {
        LOG.debugf("Files are %s", isThere() ? "scanned for viruses" : "not scanned for viruses");
    }

    /** Whether the installation has one. */
    public boolean isThere() {
        return host != null;
    }

    /**
     * Looks at a file.
     *
     * @return whether it was looked at; false where there is no scanner
     * @throws InfectedFile when a virus was found
     * @throws Refused when the scanner does not answer, or not that the file is clean
     */
    boolean scan(byte[] content) {
        if (!isThere()) return false;
        String answer;
        try {
            answer = ask(content);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("The virus scanner at %s:%d did not answer: %s", host, port, e.getMessage());
            throw silent();
        }
        if (answer.equals("stream: OK")) return true;
        if (answer.endsWith(" FOUND")) throw new InfectedFile();
        LOG.warnf("The virus scanner at %s:%d answered: %s", host, port, answer.replaceAll("\\p{Cntrl}", " "));
        throw silent();
    }

    private static Refused silent() {
        return new Refused(
                "The file could not be checked for viruses just now, so it was not kept. Try again later", "");
    }

    private String ask(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            // neither a write nor an answer letter by letter has a time limit of its own
            var limit = CompletableFuture.runAsync(
                    () -> close(socket), CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
                socket.setSoTimeout((int) patience.toMillis());
                var out = new DataOutputStream(socket.getOutputStream());
                out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                for (int at = 0; at < content.length; at += CHUNK) {
                    int length = Math.min(CHUNK, content.length - at);
                    out.writeInt(length);
                    out.write(content, at, length);
                }
                out.writeInt(0);
                out.flush();
                return answer(socket);
            } finally {
                limit.cancel(false);
            }
        }
    }

    private static String answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var read = new ByteArrayOutputStream();
        for (int one = in.read(); one > 0; one = in.read()) {
            if (read.size() == LONGEST_ANSWER) throw new IOException("an answer without an end");
            read.write(one);
        }
        return read.toString(StandardCharsets.US_ASCII).strip();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The connection to the virus scanner could not be closed", e);
        }
    }
}
