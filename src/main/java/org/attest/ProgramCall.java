package org.attest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.attest.audit.KeyFile;
import org.attest.web.Program;
import org.attest.web.Terminal;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A program called from a command line: inside the application that runs on this data, through its {@link ProgramDoor}, or
 * in one started for the program alone, which opens no port and does no other work.
 */
final class ProgramCall {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> words;
    private final Terminal terminal;

    /** @param words the name of the program and its arguments */
    ProgramCall(List<String> words, Terminal terminal) {
        this.words = words;
        this.terminal = terminal;
    }

    int exitCode() {
        var name = words.get(0);
        if (ProgramUsage.of(name).isEmpty() || words.stream().anyMatch(w -> w.contains("\n"))) {
            ProgramUsage.help(name).forEach(terminal::complain);
            return Program.MISUSED;
        }
        var config = ConfigProvider.getConfig();
        var data = config.getValue("attest.data", String.class);
        int port = config.getOptionalValue("quarkus.management.port", Integer.class)
                .orElse(9000);
        var host = config.getOptionalValue("quarkus.management.host", String.class)
                .filter(h -> !h.equals("0.0.0.0"))
                .orElse("127.0.0.1");
        try {
            var key = KeyFile.read(ProgramDoor.keyFile(data));
            return key.isPresent() ? throughTheDoor(host, port, ProgramDoor.asHeader(key.get())) : alone();
        } catch (NobodyThere e) {
            return alone();
        } catch (IOException | RuntimeException e) {
            terminal.complain(e.getMessage());
            return Program.FAILED;
        }
    }

    // --- inside the running application

    int throughTheDoor(String host, int port, String key) throws NobodyThere {
        var conversation = new Conversation();
        try {
            var socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header(ProgramDoor.KEY_HEADER, key)
                    .buildAsync(URI.create("ws://" + host + ":" + port + ProgramDoor.PATH), conversation)
                    .join();
            conversation.send(socket, bytes(String.join("\n", words)));
            return conversation.end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ConnectException) throw new NobodyThere();
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                terminal.complain(
                        refused.getResponse().statusCode() == 403
                                ? "The application on port " + port
                                        + " runs on other data. Set QUARKUS_MANAGEMENT_PORT to"
                                        + " the port of the one that runs on these."
                                : "What answers on port " + port + " is not Attest. Set QUARKUS_MANAGEMENT_PORT to its"
                                        + " management port.");
                return Program.FAILED;
            }
            terminal.complain("The application broke off: " + e.getCause().getMessage());
            return Program.FAILED;
        }
    }

    private static final class NobodyThere extends Exception {}

    /** Our side of {@link FarTerminal}. */
    private final class Conversation implements WebSocket.Listener {

        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private final Closeable[] open = new Closeable[256];

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            var part = new byte[data.remaining()];
            data.get(part);
            message.writeBytes(part);
            if (last) {
                var whole = message.toByteArray();
                message.reset();
                if (whole[0] == FarTerminal.EXIT) end.complete((int) whole[1]);
                else send(socket, answer(whole[0], Arrays.copyOfRange(whole, 1, whole.length)));
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            end.completeExceptionally(new IOException("it stopped"));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end.completeExceptionally(error);
        }

        /**
         * The socket takes one message at a time, and the answer to a message may be here before the socket has noticed
         * that the message is gone: whoever does not wait is refused.
         */
        private synchronized void send(WebSocket socket, byte[] message) {
            sent = sent.thenCompose(before -> socket.sendBinary(ByteBuffer.wrap(message), true));
            sent.whenComplete((now, failure) -> {
                if (failure != null) end.completeExceptionally(failure);
            });
        }

        private byte[] answer(byte what, byte[] content) {
            try {
                return joined(FarTerminal.YES, done(what, content));
            } catch (IOException | RuntimeException e) {
                return joined(FarTerminal.NO, bytes(String.valueOf(e.getMessage())));
            }
        }

        private byte[] done(byte what, byte[] content) throws IOException {
            var nothing = new byte[0];
            switch (what) {
                case FarTerminal.SAY -> terminal.say(text(content));
                case FarTerminal.COMPLAIN -> terminal.complain(text(content));
                case FarTerminal.SECRET -> {
                    return bytes(terminal.secret(text(content)));
                }
                case FarTerminal.READ -> {
                    return keep(terminal.read(text(content)));
                }
                case FarTerminal.WRITE -> {
                    return keep(terminal.write(text(content)));
                }
                case FarTerminal.MORE -> {
                    return ((InputStream) open[content[0] & 0xff]).readNBytes(FarTerminal.PIECE);
                }
                case FarTerminal.PUT -> ((OutputStream) open[content[0] & 0xff]).write(content, 1, content.length - 1);
                case FarTerminal.CLOSE -> {
                    open[content[0] & 0xff].close();
                    open[content[0] & 0xff] = null;
                }
                default -> throw new IOException("the application is of another version");
            }
            return nothing;
        }

        private byte[] keep(Closeable stream) {
            int handle = 0;
            while (open[handle] != null) handle++;
            open[handle] = stream;
            return new byte[] {(byte) handle};
        }
    }

    // --- in an application of its own

    private static final Map<String, String> ALONE = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.log.level", "ERROR",
            "quarkus.log.category.\"org.flywaydb\".level", "ERROR",
            "quarkus.log.console.stderr", "true",
            "attest.alone", "true");

    private int alone() {
        ALONE.forEach(System::setProperty);
        var code = new int[] {Program.FAILED};
        Quarkus.run(
                Alone.class,
                (exit, failure) -> {
                    code[0] = exit;
                    if (failure != null) {
                        code[0] = Program.FAILED;
                        terminal.complain(inOneLine(failure));
                    }
                },
                words.toArray(String[]::new));
        return code[0];
    }

    private static String inOneLine(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Database may be already in use"))
                return "The database is in use by an application that does not answer. Set QUARKUS_MANAGEMENT_PORT to its"
                        + " management port.";
            if (cause.getCause() == null) return cause.getMessage();
        }
        return failure.toString();
    }

    /** The program as the whole life of an application. */
    static final class Alone implements QuarkusApplication {

        @Inject
        ProgramRun run;

        @Override
        public int run(String... words) {
            return run.run(words[0], List.of(words).subList(1, words.length), new NearTerminal());
        }
    }

    private static byte[] joined(byte first, byte[] rest) {
        var all = new byte[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
