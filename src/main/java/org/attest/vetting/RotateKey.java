package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.audit.Keys;
import org.attest.force.Everywhere;
import org.attest.web.Formats;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code rotate-key --compartment vetting}: another key for the compartment. It seals the key of every case anew and leaves
 * what those keys seal as it is. Refused while the application runs: a node that still held the old key would seal with it.
 */
@ApplicationScoped
class RotateKey implements Program {

    private static final Actor BY = Actor.program("rotate-key");

    @Inject
    Keys keys;

    @Inject
    Event<Deed> deeds;

    @ConfigProperty(name = "attest.alone", defaultValue = "false")
    boolean alone;

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (!arguments.equals(List.of("--compartment", Compartment.KEY))) throw new Misused();
        if (!alone) throw new Refused("Attest is running. Stop every node of it, then rotate the key", "");
        int cases = rotate();
        terminal.say(
                "The compartment " + Compartment.KEY + " has a new key, and it seals "
                        + Formats.of(cases, "case", "cases")
                        + ". Back the key up apart from the database; where it is given by environment, give the new one from now on.");
        return DONE;
    }

    /** How many cases the new key seals. */
    int rotate() throws IOException {
        var count = new int[1];
        keys.rotate(
                Compartment.KEY,
                (before, after) -> Everywhere.run(() -> {
                    List<VettingCase> cases = VettingCase.listAll();
                    for (var one : cases) one.sealedKey = Compartment.resealed(one.sealedKey, one.ref, before, after);
                    count[0] = cases.size();
                    deeds.fire(new KeyRotated(BY, Compartment.KEY, cases.size()));
                }));
        return count[0];
    }
}
