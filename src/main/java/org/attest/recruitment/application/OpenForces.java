package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.Occupations;

/** The forces a stranger can apply to, and what each asks. Nobody is signed in here, so that no row is in scope by itself. */
@ApplicationScoped
class OpenForces {

    @Inject
    Clock clock;

    /** Every force that exists today, by name. */
    List<Force> all() {
        var today = LocalDate.now(clock);
        return Force.all().stream().filter(f -> f.existsOn(today)).toList();
    }

    /** The force at the address; else 404. */
    Force at(String slug) {
        var today = LocalDate.now(clock);
        return Force.bySlug(slug).filter(f -> f.existsOn(today)).orElseThrow(NotFoundException::new);
    }

    /** What the force adds to its public page; empty where it has set nothing. */
    Optional<JoiningPage> page(Force force) {
        return Everywhere.call(() -> JoiningPage.in(force));
    }

    /** Whether an application can be started now. */
    boolean takesApplications(Force force) {
        return page(force).map(page -> page.takesApplications).orElse(true);
    }

    /** How the force treats occupations. */
    Occupations occupations(Force force) {
        return Everywhere.call(() -> OccupationRule.in(force));
    }

    JoiningRules rules(Force force) {
        return Everywhere.call(() -> JoiningRule.in(force));
    }
}
