package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Reference;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortMessage;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;

/** An applicant's own place: the cohorts that take applicants, taking a place or waiting for one, and what the cohort was written. */
@Path("/me/cohorts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnCohorts {

    @Inject
    Own own;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** One cohort that the person may choose. */
    record Choice(Cohort cohort, long free, long waiting) {}

    /**
     * @param place the cohort they are in; null when in none
     * @param waits what they wait for; null when for nothing
     * @param position in that waiting list, from 1
     */
    record show(
            Volunteer person,
            Cohort place,
            CohortWait waits,
            long position,
            List<Choice> choices,
            List<CohortMessage> messages,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show() {
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own cohorts");
        return page(person, Form.blank());
    }

    @POST
    @Path("{ref}/place")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = own.held();
        var cohort = Cohort.byRef(Reference.normalise(ref))
                .filter(c -> c.force.id.equals(person.force.id) && c.isOpenTo(person, LocalDate.now(clock)))
                .orElseThrow(NotFoundException::new);
        var form = Form.of(typed);
        var done = atHand.attempt(form, "cohorts", () -> person.askForPlace(cohort, own.by(person), clock));
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        flash.say(
                cohort.equals(person.cohort)
                        ? "You have a place in the cohort " + cohort.name + "."
                        : "The cohort " + cohort.name + " is full. You are on its waiting list.");
        return Response.seeOther(URI.create("/me/cohorts")).build();
    }

    @POST
    @Path("waiting-ending")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(MultivaluedMap<String, String> typed) {
        var person = own.held();
        var form = Form.of(typed);
        var wait = CohortWait.of(person).orElse(null);
        if (wait == null) form.refuse("cohorts", "You are on no waiting list any more");
        atHand.attempt(form, "cohorts", () -> wait.giveUp(own.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say("You wait no longer for a place in the cohort " + wait.cohort.name + ".");
        return Response.seeOther(URI.create("/me/cohorts")).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var today = LocalDate.now(clock);
        var open = Cohort.lasting(person.force, today).stream()
                .filter(c -> c.isOpenTo(person, today) && !c.equals(person.cohort))
                .toList();
        var members = Cohort.members(open);
        var waiting = CohortWait.counts(open);
        var wait = CohortWait.of(person).orElse(null);
        return new show(
                person,
                person.cohort == null ? null : Cohort.findById(person.cohort.id),
                wait,
                wait == null ? 0 : wait.position(),
                open.stream()
                        .filter(c -> wait == null || !c.equals(wait.cohort))
                        .map(c -> new Choice(
                                c,
                                Math.max(0, c.capacity - members.getOrDefault(c, 0L)),
                                waiting.getOrDefault(c.id, 0L)))
                        .toList(),
                CohortMessage.seenBy(person),
                form,
                own.next(person));
    }
}
