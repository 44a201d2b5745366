package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.attest.security.Account;
import org.attest.security.LinkDelivery;
import org.attest.security.SingleUseLink;
import org.attest.web.Formats;

/** Single-use links go by e-mail, once there is a mail server; a link that has expired is not sent any more. */
@ApplicationScoped
class MailedLinks implements LinkDelivery {

    @Inject
    Outbox outbox;

    @Inject
    MailCarrier mail;

    @Override
    public boolean isReady() {
        return mail.leavesTheHouse();
    }

    @Override
    public void deliver(Account account, SingleUseLink.Purpose purpose, String path, Instant expiresAt) {
        var template =
                purpose == SingleUseLink.Purpose.INVITATION ? Template.ACCOUNT_INVITATION : Template.PASSWORD_LINK;
        outbox.queue(
                null,
                account,
                account.email,
                account.name,
                template,
                Map.of("link", path, "until", Formats.inWords(expiresAt)),
                expiresAt);
    }
}
