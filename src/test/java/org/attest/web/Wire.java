package org.attest.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class Wire {

    private Wire() {}

    /** The answer to these very characters, up to the end of its page. */
    static String answerTo(String request, URI home) {
        try (var socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var in = socket.getInputStream();
            var answer = new StringBuilder();
            var bytes = new byte[8192];
            for (int n; answer.indexOf("</html>") < 0 && (n = in.read(bytes)) > 0; ) {
                answer.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
