package org.attest.volunteer;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.attest.audit.Keys;
import org.attest.audit.Seal;

/** Keeps what papers hold under a key of their own: a copy of the database shows none of them. */
@ApplicationScoped
public class PaperSafe {

    private static final String KEY = "paper";

    @Inject
    Keys keys;

    /** At the start, so that a missing key is found then and not when the first paper is sent. */
    void settle(@Observes @Priority(2) StartupEvent start) {
        keys.of(KEY);
    }

    void keep(Paper paper, byte[] content) {
        PaperContent.keep(paper, Seal.close(keys.of(KEY), content, purpose(paper)));
    }

    /** What the paper holds; not found where nothing is kept. */
    public byte[] take(Paper paper) {
        return Seal.open(keys.of(KEY), PaperContent.sealedOf(paper), purpose(paper));
    }

    private static String purpose(Paper paper) {
        return "paper " + paper.ref;
    }
}
