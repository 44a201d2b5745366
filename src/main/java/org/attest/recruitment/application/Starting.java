package org.attest.recruitment.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.security.Account;
import org.attest.security.MessageLimits;
import org.attest.security.OwnAccounts;
import org.attest.security.Role;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.Entry;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;

/**
 * The first steps of an application, before anybody is signed in: from a name and an address to an account with a record.
 * Whether an address is known changes nothing that a stranger sees, only what stands in the message to it.
 */
@ApplicationScoped
class Starting {

    private static final String KIND = "application";

    @Inject
    ApplicationSettings settings;

    @Inject
    ApplicationMail mail;

    @Inject
    MessageLimits limits;

    @Inject
    OwnAccounts accounts;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /**
     * Where a link leads.
     *
     * @param signsIn whether an account with the address is there, with which its owner signs in
     * @param elsewhere whether the force's record with the address is opened by another account: then that one goes on
     */
    record Door(Force force, String name, String email, boolean signsIn, boolean elsewhere) {}

    /**
     * Sends the message to the address, at most a few in an hour. Within a transaction.
     *
     * @return what stands in the message: the address to go on at
     */
    String ask(Force force, String name, String email) {
        var path = leadsTo(force, name, email);
        if (limits.mayReach(KIND, email)) {
            if (path.startsWith("/sign-in")) mail.signIn(force, email, name, path);
            else mail.start(force, email, name, path);
        }
        return path;
    }

    private String leadsTo(Force force, String name, String email) {
        var known = Account.byEmail(email)
                .filter(account ->
                        Everywhere.call(() -> Volunteer.count("force = ?1 and accountId = ?2", force, account.id)) > 0);
        var link = ApplicationLink.make(force, name, email, settings.link(), clock.instant());
        return known.isPresent() ? "/sign-in?next=/me/application" : link;
    }

    /** What a link opens, or nothing where it can no longer be used. Looking does not use it up. */
    Optional<Door> door(String secret) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(
                        () -> ApplicationLink.usable(secret, clock.instant()).map(link -> {
                            var account = Account.byEmail(link.email);
                            return new Door(
                                    link.force,
                                    link.fullName,
                                    link.email,
                                    account.isPresent(),
                                    isElsewhere(link, account));
                        })));
    }

    /** The record that the account opens in the force already; else the one that the force has with the address. */
    private static Optional<Volunteer> theirs(ApplicationLink link, Optional<Account> account) {
        Optional<Volunteer> opened = account.isEmpty()
                ? Optional.empty()
                : Volunteer.find("force = ?1 and accountId = ?2", link.force, account.get().id)
                        .firstResultOptional();
        return opened.isPresent()
                ? opened
                : Volunteer.find("force = ?1 and email = ?2", link.force, link.email)
                        .firstResultOptional();
    }

    private static boolean isElsewhere(ApplicationLink link, Optional<Account> account) {
        return theirs(link, account)
                .filter(p -> p.accountId != null)
                .filter(p -> account.filter(a -> a.id.equals(p.accountId)).isEmpty())
                .isPresent();
    }

    /**
     * Uses the link: opens the account, or takes the one that is there, and links it with the person's record.
     *
     * @param hash of the password chosen; null where an account is there
     * @return false where the link could no longer be used
     */
    boolean begin(String secret, String hash) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var held = ApplicationLink.held(secret, clock.instant());
                    if (held.isEmpty()) return false;
                    var link = held.get();
                    var account = Account.byEmail(link.email);
                    if (account.isEmpty() == (hash == null)
                            || account.filter(a -> !a.enabled).isPresent()
                            || isElsewhere(link, account)) return false;
                    link.use(clock.instant());
                    enter(link, account, hash);
                    return true;
                }));
    }

    private void enter(ApplicationLink link, Optional<Account> account, String hash) {
        var force = link.force;
        var here = theirs(link, account);
        var role = here.filter(p -> p.stage.compareTo(Stage.TRAINING) >= 0 && p.stage != Stage.LEFT)
                        .isPresent()
                ? Role.VOLUNTEER
                : Role.APPLICANT;
        var opened = account.map(a -> accounts.join(a, role, force))
                .orElseGet(() -> accounts.open(link.email, link.fullName, hash, role, force));
        var by = opened.actor();
        var person = here.orElseGet(() -> {
            var details = Details.named(link.fullName, AppointmentType.SPECIAL_CONSTABLE)
                    .withEmail(link.email);
            var entered = Volunteer.enter(force, Entry.enquiry(details, LocalDate.now(clock)), by, clock);
            deeds.fire(entered);
            return entered.volunteer();
        });
        if (person.accountId == null) deeds.fire(person.linkTo(opened.id(), by.ref(), by));
        boolean applies = person.stage == Stage.ENQUIRY
                || person.stage == Stage.LEFT
                        && Refusal.tooEarly(person, LocalDate.now(clock)).isEmpty();
        if (applies && Application.newest(person).filter(a -> a.sentAt == null).isEmpty()) {
            deeds.fire(Application.begin(person, true, by, clock));
        }
    }
}
