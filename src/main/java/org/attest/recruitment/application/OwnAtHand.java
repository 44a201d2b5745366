package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;

/** The record of who is signed in, found by their account and by nothing that an address says. */
@ApplicationScoped
class OwnAtHand {

    @Inject
    CurrentUser user;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** Their record; of several forces the one in which they apply now. */
    Optional<Volunteer> person() {
        return Volunteer.<Volunteer>list("accountId = ?1 order by id desc", user.accountId()).stream()
                .min(Comparator.comparing(p -> !p.stage.isPipeline()));
    }

    /** The application they are writing; empty where there is none or it is sent. */
    Optional<Application> writing() {
        return person().flatMap(Application::newest).filter(a -> !a.isSent());
    }

    /** {@link #writing}, to be changed. */
    Optional<Application> held() {
        return person().flatMap(Application::held).filter(a -> !a.isSent());
    }

    Whose whose(Volunteer person) {
        return Whose.own(person, next(person));
    }

    WhatNext next(Volunteer person) {
        var today = LocalDate.now(clock);
        return WhatNext.of(person, StageTimes.in(person.force, today), StageSettings.in(person.force, targets), today);
    }

    Actor by(Volunteer person) {
        return user.actorIn(person.force);
    }

    /** They looked at their own application, which is an entry in the trail like every look. */
    void seen(Volunteer person, String part) {
        deeds.fire(new RecordViewed(by(person), person, part));
    }
}
