package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.attest.web.Demonstration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands e-mails to the mail server of the settings, one after the other over one connection. In a demonstration it hands over nothing. */
@ApplicationScoped
class MailCarrier implements Carrier {

    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int AUTHENTICATION_FAILED = 535;
    private static final int CLOSING = 421;

    private final MailSettings settings;
    private final PublicAddress address;
    private final Demonstration demonstration;
    private SMTPTransport open;
    private Session session;

    @Inject
    MailCarrier(MailSettings settings, PublicAddress address, Demonstration demonstration) {
        this.settings = settings;
        this.address = address;
        this.demonstration = demonstration;
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.EMAIL;
    }

    /** Settings that are still to be made before e-mail leaves; none in a demonstration. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (demonstration.isOn()) return missing;
        if (settings.host().isEmpty()) missing.add("ATTEST_MAIL_HOST");
        if (settings.from().isEmpty()) missing.add("ATTEST_MAIL_FROM");
        if (!address.isSet()) missing.add(PublicAddress.SETTING);
        return missing;
    }

    @Override
    public boolean isReady() {
        return missing().isEmpty();
    }

    @Override
    public boolean keepsTexts() {
        return demonstration.isOn();
    }

    /** Whether what it takes really leaves the house. */
    boolean leavesTheHouse() {
        return isReady() && !demonstration.isOn();
    }

    @Override
    public Handover handOver(Parcel parcel) {
        if (demonstration.isOn()) return new Handover.Accepted("Shown here only: in a demonstration nothing leaves");
        SMTPTransport transport;
        try {
            transport = connected();
        } catch (MessagingException e) {
            close();
            return new Handover.Unreachable("Mail server: " + e.getMessage());
        }
        try {
            var mail = mail(parcel);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Handover.Accepted(transport.getLastServerResponse());
        } catch (MessagingException e) {
            return failure(e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what the server said; where it said nothing the line broke, perhaps after it took the message. */
    private Handover failure(MessagingException e) {
        int code = 0;
        var answer = e.getMessage();
        for (Exception cause = e; cause instanceof MessagingException at; cause = at.getNextException()) {
            int of = cause instanceof SMTPAddressFailedException f
                    ? f.getReturnCode()
                    : cause instanceof SMTPSendFailedException s
                            ? s.getReturnCode()
                            : cause instanceof SMTPSenderFailedException s ? s.getReturnCode() : 0;
            if (of > 0) {
                code = of;
                answer = cause.getMessage();
            }
        }
        if (code <= 0 || code == CLOSING || code == AUTHENTICATION_REQUIRED || code == AUTHENTICATION_FAILED) {
            close();
            return new Handover.Unreachable("Mail server: " + answer);
        }
        return code < 500 ? new Handover.Later(answer) : new Handover.Refused(answer);
    }

    private SMTPTransport connected() throws MessagingException {
        if (open != null && open.isConnected()) return open;
        session = Session.getInstance(properties());
        open = transport();
        open.connect(
                settings.host().orElseThrow(),
                settings.port(),
                settings.user().orElse(null),
                settings.password().orElse(null));
        return open;
    }

    private SMTPTransport transport() throws NoSuchProviderException {
        return (SMTPTransport) session.getTransport(settings.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp");
    }

    private Properties properties() {
        var patience = String.valueOf(settings.patience().toMillis());
        var all = new Properties();
        for (var protocol : List.of("mail.smtp.", "mail.smtps.")) {
            all.put(protocol + "connectiontimeout", patience);
            all.put(protocol + "timeout", patience);
            all.put(protocol + "writetimeout", patience);
            all.put(protocol + "auth", String.valueOf(settings.user().isPresent()));
            all.put(protocol + "ssl.checkserveridentity", "true");
            all.put(protocol + "from", settings.from().orElseThrow());
        }
        boolean starttls = settings.tls() == MailSettings.Tls.REQUIRED;
        all.put("mail.smtp.starttls.enable", String.valueOf(starttls));
        all.put("mail.smtp.starttls.required", String.valueOf(starttls));
        return all;
    }

    private MimeMessage mail(Parcel parcel) throws MessagingException, UnsupportedEncodingException {
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + parcel.messageId() + ">");
            }
        };
        mail.setFrom(new InternetAddress(settings.from().orElseThrow(), "Attest", StandardCharsets.UTF_8.name()));
        mail.setRecipient(
                RecipientType.TO,
                new InternetAddress(parcel.recipient(), parcel.recipientName(), StandardCharsets.UTF_8.name()));
        mail.setSubject(parcel.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(parcel.queuedAt()));
        mail.setText(parcel.body(), StandardCharsets.UTF_8.name());
        // nobody answers, and no machine should
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.saveChanges();
        return mail;
    }

    @Override
    public void close() {
        if (open == null) return;
        try {
            open.close();
        } catch (MessagingException e) {
            // it was gone already
        } finally {
            open = null;
        }
    }
}
