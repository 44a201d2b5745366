package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.security.Account;

/** Where messages are put in the transaction of the deed that causes them. {@link Postman} takes them out. */
@ApplicationScoped
class Outbox {

    /** Stands for the public address of Attest until the message leaves, so that one written before it was set leads somewhere. */
    static final String HOME = "\uE000";

    private static final String POSSIBLE_ADDRESS =
            "[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]+@[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]+";
    private static final int LONGEST_ADDRESS = 254;

    @Inject
    Clock clock;

    @Inject
    TextSeal seal;

    @Inject
    OutboxSettings settings;

    /** @param uselessFrom from then on nobody needs it; null where it never loses its use */
    Message queue(
            Force force,
            Account account,
            String email,
            String name,
            Template template,
            Map<String, String> fields,
            Instant uselessFrom) {
        if (email.length() > LONGEST_ADDRESS || !email.matches(POSSIBLE_ADDRESS))
            throw new IllegalArgumentException("No address of e-mail");
        var words = TemplateWording.inUse(force, template).merged(values(force, name, template, fields));
        var message = message(force, account, Message.Channel.EMAIL, template, email, uselessFrom);
        message.recipientName = name;
        message.content = seal.close(words.subject() + "\n" + words.body(), message.messageId);
        message.persist();
        return message;
    }

    /** A message that waits from now on; its content is still to be written. */
    Message message(
            Force force,
            Account account,
            Message.Channel channel,
            Template template,
            String recipient,
            Instant uselessFrom) {
        var message = new Message();
        message.ref = Reference.random();
        message.channel = channel;
        message.force = force;
        message.account = account;
        message.template = template;
        message.recipient = recipient;
        message.messageId = UUID.randomUUID() + "@attest";
        message.state = Message.State.QUEUED;
        message.queuedAt = clock.instant();
        message.nextAt = message.queuedAt;
        message.uselessFrom = uselessFrom;
        message.giveUpAt = giveUpAt(message);
        return message;
    }

    /** Until when a message that is tried from now on is tried. */
    Instant giveUpAt(Message message) {
        var patience =
                message.channel == Message.Channel.EMAIL ? settings.mailGiveUpAfter() : settings.hookGiveUpAfter();
        var latest = clock.instant().plus(patience);
        var useless = message.uselessFrom;
        return useless != null && useless.isBefore(latest) ? useless : latest;
    }

    /**
     * Calls the force's web hook, if it has one: that somebody is wanted, and never for what. While a call for somebody
     * waits another adds nothing. {@code to} is null for a test.
     */
    void call(Force force, Account to, String kind, String path) {
        WebHook.of(force).ifPresent(hook -> {
            if (to != null && Message.isUrgentWaiting(to, Message.Channel.HOOK)) return;
            var message = message(force, to, Message.Channel.HOOK, Template.URGENT, hook.address, null);
            message.recipientName = to == null ? null : to.name;
            var text = to == null
                    ? "A test of the web hook"
                    : Template.URGENT.national().subject();
            var lines = new ArrayList<>(List.of(kind, force.slug, HOME + within(path), text));
            if (to != null) lines.add(to.email);
            message.content = seal.close(String.join("\n", lines), message.messageId);
            message.persist();
        });
    }

    /** A value for each field, none too many and none missing. */
    private static Map<String, String> values(Force force, String name, Template template, Map<String, String> fields) {
        if (template.kind() != Template.Kind.EMAIL)
            throw new IllegalArgumentException(template + " is a letter and leaves the house as PDF only");
        var values = new HashMap<String, String>();
        values.put(Field.NAME.key(), name);
        values.put(Field.FORCE.key(), force == null ? "Attest" : force.name);
        template.refuseUnlessFilledBy(fields.keySet());
        for (var field : template.required()) {
            var value = fields.get(field.key());
            values.put(field.key(), field == Field.LINK ? HOME + within(value) : value);
        }
        values.replaceAll((field, value) -> field.equals(Field.LINK.key()) ? value : clean(value));
        return values;
    }

    private static String within(String path) {
        if (!path.matches("/(?![/\\\\])[\\x21-\\x7e]*"))
            throw new IllegalArgumentException("A link leads to an address within Attest, not to " + path);
        return path;
    }

    /** One line of plain text. */
    private static String clean(String value) {
        return value.replace(HOME, "")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
    }
}
