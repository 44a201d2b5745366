package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.recruitment.Own;
import org.attest.volunteer.Volunteer;

/** The record of who is signed in, found by their account and by nothing that an address says. */
@ApplicationScoped
class OwnAtHand {

    @Inject
    Own own;

    /** Their record; of several the one they look at. */
    Optional<Volunteer> person() {
        return own.record();
    }

    /** The application they are writing; empty where there is none or it is sent. */
    Optional<Application> writing() {
        return person().flatMap(Application::newest).filter(a -> !a.isSent());
    }

    /** {@link #writing}, to be changed; the record is held before it, so that what it says now counts. */
    Optional<Application> held() {
        return person().map(own::held).flatMap(Application::held).filter(a -> !a.isSent());
    }

    Whose whose(Volunteer person) {
        return Whose.own(person, own.next(person));
    }

    Actor by(Volunteer person) {
        return own.by(person);
    }

    /** They looked at their own application, which is an entry in the trail like every look. */
    void seen(Volunteer person, String part) {
        own.shown(person, part);
    }
}
