package org.attest.notice;

import java.time.Duration;
import java.util.Optional;
import org.attest.web.Demonstration;

/** The carrier of e-mail to a server of a test. */
final class TestMail {

    static final String FROM = "attest@kent.example";

    private TestMail() {}

    static MailCarrier to(int port) {
        var address = new PublicAddress();
        address.address = Optional.of("https://attest.example");
        return new MailCarrier(
                new MailSettings() {
                    @Override
                    public Optional<String> host() {
                        return Optional.of("127.0.0.1");
                    }

                    @Override
                    public int port() {
                        return port;
                    }

                    @Override
                    public Tls tls() {
                        return Tls.NONE;
                    }

                    @Override
                    public Optional<String> user() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> password() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> from() {
                        return Optional.of(FROM);
                    }

                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(5);
                    }
                },
                address,
                new Demonstration());
    }
}
