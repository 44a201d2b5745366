package org.attest.web;

import io.quarkus.test.junit.QuarkusMock;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A real server on loopback that speaks the INSTREAM of clamd: finds the virus of {@link #INFECTED}, and is silent, slow or
 * confused when told to be.
 */
public final class Clamd implements AutoCloseable {

    /** A PDF with what this server takes for a virus. */
    public static final byte[] INFECTED = "%PDF-1.7 VIRUS".getBytes(StandardCharsets.US_ASCII);

    public static final byte[] CLEAN = "%PDF-1.7 nothing else".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST = 32 << 20;

    private final ServerSocket server;
    private volatile String answer;
    private volatile boolean silent;

    public Clamd() {
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "clamd of a test");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers this to everything from now on. */
    Clamd answering(String words) {
        answer = words;
        return this;
    }

    /** Takes everything and says nothing. */
    Clamd silent() {
        silent = true;
        return this;
    }

    Scanner scanner(Duration patience) {
        return new Scanner(Optional.of("localhost:" + server.getLocalPort()), patience);
    }

    /** The application scans with this server until the end of the test. */
    public Clamd inUse() {
        QuarkusMock.installMockForType(scanner(Duration.ofSeconds(5)), Scanner.class);
        return this;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.setSoTimeout(5000);
                var in = new DataInputStream(socket.getInputStream());
                var command = new byte["zINSTREAM\0".length()];
                in.readFully(command);
                if (!"zINSTREAM\0".equals(new String(command, StandardCharsets.US_ASCII))) continue;
                var whole = new StringBuilder();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    if (whole.length() + length > MOST) throw new IOException("too much");
                    whole.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
                }
                if (silent) {
                    in.read();
                    continue;
                }
                var words = answer != null
                        ? answer
                        : whole.indexOf("VIRUS") < 0 ? "stream: OK" : "stream: Test-Signature FOUND";
                socket.getOutputStream().write((words + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the other side went away, or the test is over
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
