package org.attest;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.attest.web.Program;
import org.attest.web.Refused;
import org.attest.web.Terminal;
import org.jboss.logging.Logger;

/** Runs one program, wherever its caller sits, and turns what went wrong into a line and an exit code. */
@ApplicationScoped
class ProgramRun {

    private static final Logger LOG = Logger.getLogger(ProgramRun.class);

    @Inject
    @Any
    Instance<Program> programs;

    @ActivateRequestContext
    int run(String name, List<String> arguments, Terminal terminal) {
        var program = programs.stream().filter(p -> p.name().equals(name)).findFirst();
        try {
            if (program.isEmpty()) throw new Program.Misused();
            return program.get().run(arguments, terminal);
        } catch (Program.Misused e) {
            ProgramUsage.help(name).forEach(terminal::complain);
            return Program.MISUSED;
        } catch (Refused e) {
            terminal.complain(e.sentence());
            return Program.FAILED;
        } catch (ConfigurationException e) { // a setting of the operator's, who is told
            terminal.complain(e.getMessage());
            return Program.FAILED;
        } catch (FarTerminal.Gone e) {
            throw e;
        } catch (IOException e) { // a file of the caller's, who is told
            terminal.complain(name + " failed: " + e.getMessage());
            return Program.FAILED;
        } catch (Exception e) {
            LOG.error("Program " + name + " failed", e);
            terminal.complain(name + " failed: " + e.getMessage());
            return Program.FAILED;
        }
    }
}
