package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.attest.audit.Verification;
import org.attest.web.Formats;
import org.attest.web.Program;
import org.attest.web.Terminal;

/** {@code verify-trail}: says of each chain how many entries it has, or names the first bad entry. */
@ApplicationScoped
class TrailVerification implements Program {

    @Inject
    Verification verification;

    @Override
    public String name() {
        return "verify-trail";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (!arguments.isEmpty()) throw new Misused();
        var outcome = verification.run();
        if (!outcome.isSound()) {
            terminal.complain(outcome.fault().get().toString());
            return FAILED;
        }
        outcome.entries()
                .forEach((chain, entries) -> terminal.say(
                        "Chain " + chain + ": " + Formats.of(entries, "entry", "entries") + ", all sound"));
        if (outcome.entries().isEmpty()) terminal.say("The trail is empty.");
        return DONE;
    }
}
