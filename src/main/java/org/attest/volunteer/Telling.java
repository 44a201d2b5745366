package org.attest.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.notice.Field;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.security.Account;
import org.attest.security.Role;
import org.attest.security.RoleGrant;

/** Tells the people of a force something, by the one way in which each can be reached. */
@ApplicationScoped
public class Telling {

    /** How somebody was reached. */
    public enum Way {
        ACCOUNT,
        EMAIL,
        NONE
    }

    @Inject
    Notices notices;

    @Inject
    Contacts contacts;

    /** How the person can be reached: where they sign in, else by e-mail, else not at all. */
    public static Way wayTo(Volunteer person) {
        if (person.accountId != null) return Way.ACCOUNT;
        return person.email == null ? Way.NONE : Way.EMAIL;
    }

    /**
     * Tells the person in Attest where they have an account; else writes the e-mail, which says nothing but that there is
     * something, and whom to ask: it carries no link, for every page would be refused to them.
     *
     * @param address of their own page that it leads to
     * @param email what is written to who has no account, with no field but {@code contact}; for one that would lead to a page
     *     they get {@link Template#NEWS_FROM_FORCE}
     */
    public Way tell(Volunteer person, NoticeKind kind, String sentence, String address, Template email) {
        var way = wayTo(person);
        switch (way) {
            case ACCOUNT -> notices.tell(Account.findById(person.accountId), person.force, kind, sentence, address);
            case EMAIL ->
                notices.write(
                        person.force,
                        person.email,
                        person.called(),
                        email.required().contains(Field.LINK) ? Template.NEWS_FROM_FORCE : email,
                        Map.of("contact", contact(person.force)));
            default -> {
                // whoever tells names them to the coordinator
            }
        }
        return way;
    }

    /** Whom somebody without an account may call or write to. */
    public String contact(Force force) {
        return contacts.in(force);
    }

    /** Tells every coordinator of the force. */
    public void tellCoordinators(Force force, NoticeKind kind, String sentence, String address) {
        for (var grant : RoleGrant.heldIn(force, List.of(Role.COORDINATOR))) {
            notices.tell(grant.account, force, kind, sentence, address);
        }
    }

    /** Tells one account, or every coordinator where it is not known any more. */
    public void tellAccount(Long account, Force force, NoticeKind kind, String sentence, String address) {
        Account known = account == null ? null : Account.findById(account);
        if (known == null || !known.enabled) tellCoordinators(force, kind, sentence, address);
        else notices.tell(known, force, kind, sentence, address);
    }
}
