package org.attest.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.audit.Heads;
import org.attest.audit.Verification;
import org.attest.audit.VerifyTrail;
import org.attest.web.Formats;
import org.attest.web.Program;
import org.attest.web.Terminal;

/** {@code export-trail FILE}: the whole trail, a line an entry, and beside it the one file that checks it anywhere. */
@ApplicationScoped
class TrailExport implements Program {

    private static final String CHECKER = TrailChecker.FILE;

    @Inject
    Verification verification;

    @Inject
    Heads heads;

    @Inject
    Event<Deed> deeds;

    @Override
    public String name() {
        return "export-trail";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) throws IOException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) throw new Misused();
        var file = arguments.get(0);
        var beside = Path.of(file).resolveSibling(CHECKER).toString();
        QuarkusTransaction.requiringNew()
                .run(() -> deeds.fire(new TrailExported(Actor.program(name()), Deed.NATIONAL, "trail of every force")));
        Map<String, Long> entries;
        try (var out = new BufferedOutputStream(terminal.write(file));
                var checker = terminal.write(beside);
                var source = VerifyTrail.class.getResourceAsStream(CHECKER)) {
            entries = verification.export(out);
            source.transferTo(checker);
        }
        long all = entries.values().stream().mapToLong(Long::longValue).sum();
        terminal.say(Formats.of(all, "entry", "entries") + " of " + Formats.of(entries.size(), "chain", "chains")
                + " written to " + file);
        terminal.say("Check it anywhere: java " + beside + " " + file + " " + heads.folder() + " "
                + heads.folder().resolve("public-key.pem"));
        return DONE;
    }
}
