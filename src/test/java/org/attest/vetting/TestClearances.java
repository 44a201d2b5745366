package org.attest.vetting;

import java.time.Clock;
import org.attest.TestClock;
import org.attest.force.Force;
import org.attest.force.Reference;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;

/** References of clearances and posts for tests of other packages. */
public final class TestClearances {

    private TestClearances() {}

    /** The person's first clearance. */
    public static String of(Volunteer person) {
        return Rows.of(
                () -> Clearance.of(Volunteer.byRef(person.ref).orElseThrow()).get(0).ref);
    }

    /** A post on the list of the force. */
    public static String postIn(String slug) {
        return Rows.of(() -> DesignatedPost.designate(
                        Force.bySlug(slug).orElseThrow(),
                        "Post " + Reference.random(),
                        TestClock.TODAY,
                        null,
                        People.SOMEBODY,
                        Clock.systemUTC())
                .post()
                .ref);
    }
}
