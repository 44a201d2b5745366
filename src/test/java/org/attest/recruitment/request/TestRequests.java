package org.attest.recruitment.request;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.List;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;

/** Requests and changes that wait, for tests, in transactions of their own. */
public final class TestRequests {

    private TestRequests() {}

    /** The person asked for everything there is, due in ten days. */
    public static InformationRequest open(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> InformationRequest.ask(
                                Volunteer.byRef(person.ref).orElseThrow(),
                                List.of(Information.values()).stream()
                                        .map(what -> new InformationRequest.Asked(what, "A photograph"))
                                        .toList(),
                                TestClock.TODAY.plusDays(10),
                                "For your file.",
                                People.SOMEBODY,
                                null,
                                clock())
                        .request()));
    }

    /** The person asks for another name. */
    public static KeyChange change(Volunteer person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> KeyChange.ask(
                                Volunteer.byRef(person.ref).orElseThrow(),
                                KeyField.FULL_NAME,
                                "Another " + person.ref,
                                "Married",
                                People.SOMEBODY,
                                clock())
                        .change()));
    }

    private static Clock clock() {
        return Arc.container().select(Clock.class).get();
    }
}
