package org.attest.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.recruitment.application.NextSteps;
import org.attest.security.CurrentUser;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;

/** The record of whoever is signed in, for the pages under {@code /me}. Everybody else's is not found. */
@ApplicationScoped
public class Own {

    @Inject
    CurrentUser user;

    @Inject
    OwnRecord own;

    @Inject
    NextSteps steps;

    @Inject
    Event<Deed> deeds;

    /** The one that is looked at, of somebody who has several. Empty for somebody whose account belongs to no record. */
    public Optional<Volunteer> record() {
        return own.now();
    }

    /** The record, to be changed: locked, so that of two deeds at once the second sees the first. */
    public Volunteer held() {
        return held(record().orElseThrow(NotFoundException::new));
    }

    /** This record, to be changed, if it is one's own; else 404, equal to a missing one. */
    public Volunteer held(Volunteer person) {
        mine(person);
        Volunteer.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    /** Refuses with 404 unless this record is one's own: somebody may have one in each of two forces. */
    public Volunteer mine(Volunteer person) {
        if (person.accountId == null || !person.accountId.equals(user.accountId())) throw new NotFoundException();
        return person;
    }

    /** A part of one's own record is shown now, which is an entry in the trail. */
    public void shown(Volunteer person, String part) {
        deeds.fire(new RecordViewed(by(person), person, part));
    }

    /** What happens next to the person, who acts and by when, for the foot of each of their own pages. */
    public WhatNext next(Volunteer person) {
        return steps.of(person);
    }

    public Actor by(Volunteer person) {
        return user.actorIn(person.force);
    }
}
