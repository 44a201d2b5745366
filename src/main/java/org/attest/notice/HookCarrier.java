package org.attest.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.attest.web.Demonstration;
import org.attest.web.Refused;

/** Calls the web hooks of forces: signed, with an id that stays the same at every try. {@code docs/web-hook.md} is its contract. */
@ApplicationScoped
class HookCarrier implements Carrier {

    private static final int PATIENCE_MILLIS = 10_000;

    @Inject
    Clock clock;

    @Inject
    TextSeal seal;

    @Inject
    HookAddress addresses;

    @Inject
    Demonstration demonstration;

    @Inject
    ObjectMapper json;

    @Override
    public Message.Channel channel() {
        return Message.Channel.HOOK;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean goesToEachAlone() {
        return true;
    }

    @Override
    public boolean keepsTexts() {
        return demonstration.isOn();
    }

    @Override
    public Handover handOver(Parcel parcel) {
        if (demonstration.isOn() && !addresses.anywhere)
            return new Handover.Accepted("Shown here only: in a demonstration nothing leaves");
        var secret = QuarkusTransaction.requiringNew().call(() -> WebHook.of(parcel.forceId())
                .filter(hook -> hook.address.equals(parcel.recipient()))
                .map(hook -> hook.secret(seal)));
        if (secret.isEmpty()) return new Handover.Refused("The web hook was taken away");
        try {
            int status = post(parcel, secret.get());
            if (status >= 200 && status < 300) return new Handover.Accepted("Answered " + status);
            return new Handover.Later("Answered " + status);
        } catch (Refused e) {
            return new Handover.Later(e.sentence());
        } catch (IOException e) {
            return new Handover.Unreachable("Web hook: " + e.getMessage());
        }
    }

    private int post(Parcel parcel, String secret) throws IOException {
        var uri = addresses.checked(parcel.recipient());
        var body = body(parcel).getBytes(StandardCharsets.UTF_8);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        try {
            if (connection instanceof HttpsURLConnection https)
                https.setSSLSocketFactory(new OutsideOnly(https.getSSLSocketFactory(), addresses));
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("User-Agent", "Attest");
            connection.setRequestProperty("Connection", "close");
            connection.setRequestProperty("Idempotency-Key", parcel.messageId());
            connection.setRequestProperty("Attest-Timestamp", timestamp);
            connection.setRequestProperty("Attest-Signature", "sha256=" + signature(secret, timestamp, body));
            connection.setDoOutput(true);
            // a fixed length also keeps the platform from sending it again by itself
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** HMAC-SHA256 over timestamp, a full stop and the body, in hexadecimal. */
    static String signature(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String body(Parcel parcel) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", parcel.messageId());
        fields.put("kind", parcel.subject());
        fields.put("queuedAt", parcel.queuedAt().toString());
        var lines = parcel.body().lines().toList();
        fields.put("force", lines.get(0));
        fields.put("address", lines.get(1));
        fields.put("text", lines.get(2));
        if (parcel.account() != null) {
            var recipient = new LinkedHashMap<String, String>();
            recipient.put("account", parcel.account());
            recipient.put("name", parcel.recipientName());
            recipient.put("email", lines.get(3));
            fields.put("recipient", recipient);
        }
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Speaks TLS only once it has seen to whom it is connected. */
    private static final class OutsideOnly extends SSLSocketFactory {

        private final SSLSocketFactory tls;
        private final HookAddress addresses;

        OutsideOnly(SSLSocketFactory tls, HookAddress addresses) {
            this.tls = tls;
            this.addresses = addresses;
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            addresses.refuseInside(connected.getInetAddress());
            return tls.createSocket(connected, host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException, UnknownHostException {
            throw new IOException("Only a connection that was looked at is used");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostName(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }
    }
}
