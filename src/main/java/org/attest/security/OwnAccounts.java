package org.attest.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.web.Form;

/** Accounts that people open for themselves, once a link has shown that the address is theirs. */
@ApplicationScoped
public class OwnAccounts {

    @Inject
    AccountAdministration administration;

    @Inject
    SettingPassword settingPassword;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** An account with who acts through it. */
    public record Opened(Long id, Actor actor) {}

    /** The hash of the password typed twice, {@code password} and {@code again}; null with the refusal in the form. Outside any transaction. */
    public String hashOf(Form form, String... names) {
        return settingPassword.hashOf(form, names);
    }

    /** Opens an account with its password and one role, in the running transaction. The address must be nobody's yet. */
    public Opened open(String email, String name, String hash, Role role, Force force) {
        var account = administration.openNow(
                email, name, List.of(new AccountAdministration.Chosen(role, force)), Actor.ATTEST);
        var now = clock.instant();
        account.setPassword(hash, now);
        AccountEntry.add(account, AccountEntry.What.PASSWORD_SET, now, account.name);
        deeds.fire(new PasswordSet(account.actor(), force.slug, account.ref, "application"));
        return new Opened(account.id, account.actor());
    }

    /** Gives an account the role in the force, unless it is held. */
    public Opened join(Account account, Role role, Force force) {
        if (!RoleGrant.isHeld(account, role, force)) {
            administration.give(account, new AccountAdministration.Chosen(role, force), Actor.ATTEST);
        }
        return new Opened(account.id, account.actor());
    }
}
