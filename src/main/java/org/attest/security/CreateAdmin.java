package org.attest.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;

/** {@code create-admin --email ADDRESS}: the first administrator, who invites everybody else in the browser. */
@ApplicationScoped
class CreateAdmin implements Program {

    private static final Actor BY = Actor.program("create-admin");

    @Inject
    AccountAdministration administration;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @Override
    public String name() {
        return "create-admin";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (arguments.size() != 2 || !arguments.get(0).equals("--email")) throw new Misused();
        var email = Account.normalise(arguments.get(1));
        if (!EmailAddress.isPossible(email)) throw new Refused(arguments.get(1) + " is not an email address", "");
        refuseIfTaken(email);
        var password = terminal.secret("Password for " + email + ":");
        PasswordRule.refusal(password, email).ifPresent(why -> {
            throw new Refused("This password cannot be used. " + why, "");
        });
        var hash = PasswordHash.of(password);
        QuarkusTransaction.requiringNew().run(() -> {
            refuseIfTaken(email);
            var now = clock.instant();
            var account = administration.openNow(
                    email, email, List.of(new AccountAdministration.Chosen(Role.ADMINISTRATOR, null)), BY);
            account.setPassword(hash, now);
            AccountEntry.add(account, AccountEntry.What.PASSWORD_SET, now, BY.name());
            deeds.fire(new PasswordSet(BY, Deed.NATIONAL, account.ref, "program"));
        });
        terminal.say(email + " is administrator. Sign in with this address and password.");
        return DONE;
    }

    private static void refuseIfTaken(String email) {
        if (QuarkusTransaction.joiningExisting()
                .call(() -> Account.byEmail(email).isPresent()))
            throw new Refused("There is already an account with the address " + email, "");
    }
}
