package org.attest.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;

/** What waits to leave the house, opened. */
public final class OutboxTexts {

    private OutboxTexts() {}

    /** Subject, text and recipient of every message that is kept. */
    public static List<String> all() {
        var seal = CDI.current().select(TextSeal.class).get();
        return QuarkusTransaction.requiringNew().call(() -> Message.<Message>listAll().stream()
                .map(m -> m.recipient + " " + m.recipientName + " "
                        + (m.content == null ? "" : seal.open(m.content, m.messageId)))
                .toList());
    }
}
