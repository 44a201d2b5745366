package org.attest.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.TestClock;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.recruitment.Rows;

/** Extensions for tests, from today on, proposed and approved past the pages. */
public final class TestExtensions {

    private static final Actor PROPOSER = new Actor("proposer", "Pat Proposer", "policy maker");
    private static final Actor APPROVER = new Actor("approver", "Ada Approver", "policy maker");

    private TestExtensions() {}

    /** For every force, for three months; nobody has decided. */
    public static Extension proposed(String module) {
        return Rows.of(() -> propose(module, null, TestClock.TODAY.plusMonths(3)));
    }

    /** In force from today until the day, in one force or (null) in every. */
    static Extension approved(String module, String slug, LocalDate until) {
        return Rows.of(() -> {
            var force = slug == null ? null : Force.bySlug(slug).orElseThrow();
            var one = propose(module, force, until);
            one.decide(true, null, APPROVER, today());
            return one;
        });
    }

    private static Extension propose(String module, Force force, LocalDate until) {
        return Extension.propose(
                        List.of(module),
                        force,
                        "Order of the tests",
                        "Trainers are away",
                        TestClock.TODAY,
                        until,
                        6,
                        PROPOSER,
                        today())
                .extension();
    }

    private static Clock today() {
        return Learner.at(TestClock.TODAY);
    }
}
