package org.attest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.attest.web.Terminal;

/**
 * A caller in another process. Every message to them is answered by one of theirs before the next is sent, so that no
 * side ever holds more than a piece of a file. Their side is {@link ProgramCall}.
 */
final class FarTerminal implements Terminal {

    /** What is asked of the caller: the first byte of each message. */
    static final byte SAY = 's';

    static final byte COMPLAIN = 'c';
    static final byte SECRET = 'p';
    static final byte READ = 'r';
    static final byte MORE = 'm';
    static final byte WRITE = 'w';
    static final byte PUT = 'b';
    static final byte CLOSE = 'z';
    static final byte EXIT = 'x';

    /** The first byte of each answer. */
    static final byte YES = 'y';

    static final byte NO = 'n';

    static final int PIECE = 32 * 1024;

    private static final byte[] HUNG_UP = new byte[0];

    private final ServerWebSocket socket;
    private final LinkedBlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private Consumer<byte[]> call;

    FarTerminal(ServerWebSocket socket) {
        this.socket = socket;
        socket.binaryMessageHandler(this::heard);
        socket.closeHandler(v -> answers.add(HUNG_UP));
        socket.exceptionHandler(e -> answers.add(HUNG_UP));
    }

    void whenCalled(Consumer<byte[]> call) {
        this.call = call;
    }

    private void heard(Buffer message) {
        if (call == null) answers.add(message.getBytes());
        else {
            var first = call;
            call = null;
            first.accept(message.getBytes());
        }
    }

    @Override
    public void say(String line) {
        askOrLose(SAY, line);
    }

    @Override
    public void complain(String line) {
        askOrLose(COMPLAIN, line);
    }

    @Override
    public String secret(String prompt) throws IOException {
        return new String(ask(SECRET, bytes(prompt)), StandardCharsets.UTF_8);
    }

    @Override
    public InputStream read(String file) throws IOException {
        var handle = ask(READ, bytes(file))[0];
        return new InputStream() {
            private byte[] piece = new byte[0];
            private int at;
            private boolean ended;

            @Override
            public int read() throws IOException {
                return fill() ? piece[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) return 0;
                if (!fill()) return -1;
                int n = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, into, offset, n);
                at += n;
                return n;
            }

            private boolean fill() throws IOException {
                if (at < piece.length) return true;
                if (ended) return false;
                piece = ask(MORE, new byte[] {handle});
                at = 0;
                ended = piece.length == 0;
                return !ended;
            }

            @Override
            public void close() throws IOException {
                ask(CLOSE, new byte[] {handle});
            }
        };
    }

    @Override
    public OutputStream write(String file) throws IOException {
        var handle = ask(WRITE, bytes(file))[0];
        return new OutputStream() {
            private final byte[] piece = new byte[PIECE];
            private int filled = 1;

            {
                piece[0] = handle;
            }

            @Override
            public void write(int b) throws IOException {
                if (filled == piece.length) flush();
                piece[filled++] = (byte) b;
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                while (length > 0) {
                    if (filled == piece.length) flush();
                    int n = Math.min(length, piece.length - filled);
                    System.arraycopy(from, offset, piece, filled, n);
                    filled += n;
                    offset += n;
                    length -= n;
                }
            }

            @Override
            public void flush() throws IOException {
                if (filled > 1) ask(PUT, java.util.Arrays.copyOf(piece, filled));
                filled = 1;
            }

            @Override
            public void close() throws IOException {
                flush();
                ask(CLOSE, new byte[] {handle});
            }
        };
    }

    /** The last word: with it the caller goes. */
    void hangUp(int code) {
        send(EXIT, new byte[] {(byte) code});
        socket.close();
    }

    private void askOrLose(byte what, String line) {
        try {
            ask(what, bytes(line));
        } catch (IOException e) {
            throw new Gone(e.getMessage());
        }
    }

    private byte[] ask(byte what, byte[] content) throws IOException {
        send(what, content);
        byte[] answer;
        try {
            answer = answers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Gone("interrupted");
        }
        if (answer == HUNG_UP) throw new Gone("the caller is gone");
        var rest = java.util.Arrays.copyOfRange(answer, 1, answer.length);
        if (answer[0] == NO) throw new IOException(new String(rest, StandardCharsets.UTF_8));
        return rest;
    }

    private void send(byte what, byte[] content) {
        try {
            socket.writeBinaryMessage(
                            Buffer.buffer(content.length + 1).appendByte(what).appendBytes(content))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (RuntimeException e) {
            throw new Gone("the caller is gone");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Nobody is at the other end any more: the program stops, and what it had not committed is undone. */
    static final class Gone extends RuntimeException {
        Gone(String why) {
            super(why);
        }
    }
}
