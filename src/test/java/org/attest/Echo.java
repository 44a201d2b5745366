package org.attest;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;

/** A program of these tests: copies a file of the caller's and asks for a secret. */
@ApplicationScoped
class Echo implements Program {

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (arguments.size() != 2) throw new Misused();
        if (arguments.get(0).equals("refuse")) throw new Refused(arguments.get(1), "");
        if (arguments.get(0).equals("unset")) throw new ConfigurationException(arguments.get(1));
        try (var in = terminal.read(arguments.get(0));
                var out = terminal.write(arguments.get(1))) {
            in.transferTo(out);
        }
        terminal.say("The secret is " + terminal.secret("Secret:"));
        terminal.complain("That was indiscreet");
        return 7;
    }
}
