package org.attest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mail server that keeps what it accepts, and that can be away, refuse, or fall silent after it has accepted. */
public final class SmtpSink implements AutoCloseable {

    /** An accepted message as it was sent. */
    public record Mail(String to, String raw) {

        private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>\\s*$");

        public String messageId() {
            var id = ID.matcher(head());
            return id.find() ? id.group(1) : null;
        }

        public String head() {
            return raw.substring(0, raw.indexOf("\n\n"));
        }
    }

    private final int port;
    private final List<Mail> accepted = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile String refusal;
    private volatile boolean silent;
    private volatile Consumer<Mail> whenAccepted = mail -> {};

    private SmtpSink(int port) {
        this.port = port;
    }

    /** One that nobody reaches yet. */
    public static SmtpSink away() throws IOException {
        try (var free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return new SmtpSink(free.getLocalPort());
        }
    }

    public static SmtpSink there() throws IOException {
        var sink = away();
        sink.comeBack();
        return sink;
    }

    public int port() {
        return port;
    }

    public void comeBack() throws IOException {
        var listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        server = listening;
        var thread = new Thread(() -> listen(listening), "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    public void goAway() throws IOException {
        if (server != null) server.close();
        server = null;
        for (var connection : connections) connection.close();
    }

    /** Answers this to each recipient; null to take them again. */
    public void refuse(String answer) {
        refusal = answer;
    }

    /** Takes messages and breaks the line before it says so. */
    public void fallSilentAfterAccepting(boolean silent) {
        this.silent = silent;
    }

    /** Told of each message before the answer that it is accepted. */
    public void whenAccepted(Consumer<Mail> told) {
        whenAccepted = told;
    }

    public List<Mail> accepted() {
        return List.copyOf(accepted);
    }

    public Set<String> messageIds() {
        return accepted.stream().map(Mail::messageId).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() throws IOException {
        goAway();
    }

    private void listen(ServerSocket listening) {
        try {
            while (true) {
                var connection = listening.accept();
                connections.add(connection);
                var thread = new Thread(() -> speak(connection), "smtp-sink-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // went away
        }
    }

    private void speak(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            var out = connection.getOutputStream();
            say(out, "220 sink ready");
            String to = null;
            for (String line; (line = in.readLine()) != null; ) {
                var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
                switch (verb) {
                    case "EHLO", "HELO" -> say(out, "250 sink");
                    case "RCPT" -> {
                        to = line.replaceAll("(?i)RCPT TO:\\s*<([^>]*)>.*", "$1");
                        say(out, refusal == null ? "250 ok" : refusal);
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        var mail = new Mail(to, data(in));
                        accepted.add(mail);
                        if (silent) return;
                        whenAccepted.accept(mail);
                        say(out, "250 2.0.0 accepted as " + accepted.size());
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the other side is gone
        } finally {
            connections.remove(connection);
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var raw = new StringBuilder();
        for (String line; (line = in.readLine()) != null && !line.equals("."); ) {
            raw.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
        }
        return raw.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
