package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;

/**
 * The vetting cases of whoever is signed in, in the force whose record they look at. Everybody else's are not found, and
 * somebody with a record in two forces sees those of the one alone.
 */
@ApplicationScoped
class OwnCases {

    @Inject
    OwnRecord own;

    @Inject
    CaseTeam team;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    Optional<Volunteer> person() {
        return own.now();
    }

    /** What waits for the person first, then what runs, then the newest. */
    List<VettingCase> all(Volunteer person) {
        var today = LocalDate.now(clock);
        return VettingCase.of(person).stream()
                .sorted(Comparator.comparing(c -> weight(c.stateOn(today))))
                .toList();
    }

    private static int weight(CaseState state) {
        if (state == CaseState.INVITED || state == CaseState.RETURNED) return 0;
        return state.isOpen() || state == CaseState.REFUSED || state == CaseState.APPEALED ? 1 : 2;
    }

    /** The case whose form the person is to write; empty where there is none. */
    Optional<VettingCase> writing() {
        var today = LocalDate.now(clock);
        return person().flatMap(person ->
                all(person).stream().filter(c -> weight(c.stateOn(today)) == 0).findFirst());
    }

    /** {@link #writing}, to be changed: locked. */
    Optional<VettingCase> heldForWriting() {
        var today = LocalDate.now(clock);
        return writing().map(VettingCase::held).filter(c -> weight(c.stateOn(today)) == 0);
    }

    /** One of their cases; else 404, equal to a missing one. */
    VettingCase byRef(String ref) {
        var person = person().orElseThrow(NotFoundException::new);
        return VettingCase.byRef(ref)
                .filter(c -> c.volunteer.id.equals(person.id))
                .orElseThrow(NotFoundException::new);
    }

    /** What happens next in the case. */
    WhatNext next(VettingCase vettingCase) {
        return OwnNext.of(vettingCase, LocalDate.now(clock));
    }

    /** What happens next in the case of the person that comes first, or that they are not invited yet. */
    WhatNext next(Volunteer person) {
        return all(person).stream().findFirst().map(this::next).orElseGet(() -> OwnNext.uninvited(person.force));
    }

    /** They look at a part of their own case now, which is an entry in the trail. */
    void seen(VettingCase vettingCase, String part) {
        deeds.fire(new CaseRead(by(vettingCase).actor(), vettingCase, "own " + part));
    }

    Worker by(VettingCase vettingCase) {
        return team.workerOn(vettingCase.volunteer);
    }
}
