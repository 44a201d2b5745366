package org.attest.notice;

import java.time.Instant;

/**
 * A message as a carrier hands it over: in the clear, every address whole.
 *
 * @param messageId the same at every try
 * @param account reference of the account it is for; null where there is none
 * @param forceId null where no force is concerned
 */
record Parcel(
        String messageId,
        Template template,
        String recipient,
        String recipientName,
        String account,
        Long forceId,
        String subject,
        String body,
        Instant queuedAt) {}
