package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.Account;

/**
 * How any room tells somebody something. Everything is written in the caller's transaction and leaves after its commit: a
 * deed that is undone tells nobody.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Notices {

    private static final String INBOX = "/notices";

    @Inject
    Clock clock;

    @Inject
    Outbox outbox;

    /**
     * Tells the person in Attest, and counts it in their e-mail of the day. What is urgent goes at once through the force's
     * web hook, and by e-mail to who wants that. The sentence never leaves the house.
     *
     * @param force whose matter it is; null for none
     * @param address where it leads, within Attest
     */
    public void tell(Account to, Force force, NoticeKind kind, String sentence, String address) {
        Notice.tell(to, force, kind, sentence, address, clock.instant());
        if (!kind.isUrgent()) return;
        if (force != null) outbox.call(force, to, "urgent", INBOX);
        if (EmailPreference.of(to.id) == EmailPreference.When.URGENT
                && !Message.isUrgentWaiting(to, Message.Channel.EMAIL))
            outbox.queue(force, to, to.email, to.name, Template.URGENT, Map.of("link", INBOX), null);
    }

    /**
     * The words of a letter for one person, as the force has worded it.
     *
     * @param fields a value for every field of the template but {@code name} and {@code force}
     */
    public Words worded(Force force, String name, Template template, Map<String, String> fields) {
        template.refuseUnlessFilledBy(fields.keySet());
        var values = new HashMap<>(fields);
        values.put(Field.NAME.key(), name);
        values.put(Field.FORCE.key(), force.name);
        return TemplateWording.inUse(force, template).merged(values);
    }

    /**
     * Writes one e-mail, with the force's words or the national ones. Needs no account.
     *
     * @param force who writes; null for Attest itself
     * @param fields a value for every field of the template but {@code name} and {@code force}; {@code link} is an address
     *     within Attest
     */
    public void write(Force force, String email, String name, Template template, Map<String, String> fields) {
        outbox.queue(force, null, email, name, template, fields, null);
    }
}
