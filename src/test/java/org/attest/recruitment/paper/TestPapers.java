package org.attest.recruitment.paper;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.attest.force.Everywhere;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperPurpose;
import org.attest.volunteer.PaperSafe;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;
import org.attest.web.IncomingFile;
import org.attest.web.PaperType;

/** Papers that wait, for tests, in transactions of their own. */
public final class TestPapers {

    public static final byte[] PDF = "%PDF-1.7 a certificate".getBytes(StandardCharsets.US_ASCII);

    private TestPapers() {}

    /** The person has sent a paper that shows something else. */
    public static Paper sent(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Paper.send(
                                Volunteer.byRef(person.ref).orElseThrow(),
                                new Paper.Matter(PaperPurpose.OTHER, "My degree", null),
                                new IncomingFile(PaperType.PDF, "degree.pdf", PDF, false),
                                Arc.container().select(PaperSafe.class).get(),
                                People.SOMEBODY,
                                Arc.container().select(Clock.class).get())
                        .paper()));
    }
}
