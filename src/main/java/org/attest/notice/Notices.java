package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

    @Inject
    Clock clock;

    @Inject
    Outbox outbox;

    /**
     * Tells the person in Attest, and counts it in their e-mail of the day. The sentence never leaves the house.
     *
     * @param force whose matter it is; null for none
     * @param address where it leads, within Attest
     */
    public void tell(Account to, Force force, NoticeKind kind, String sentence, String address) {
        Notice.tell(to, force, kind, sentence, address, clock.instant());
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
