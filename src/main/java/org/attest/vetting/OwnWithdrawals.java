package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;

/** Withdrawing from one's own vetting, which is confirmed first. */
@Path("/me/vetting/cases/{ref}/withdrawal")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnWithdrawals {

    @Inject
    OwnCases own;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record confirm(VettingCase vettingCase, String force, WhatNext next) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page(@PathParam("ref") String ref) {
        var vettingCase = own.byRef(ref);
        own.seen(vettingCase, "withdrawal");
        if (!vettingCase.stateOn(LocalDate.now(clock)).isOpen()) return OwnAnswers.back(vettingCase);
        return Response.ok(new confirm(vettingCase, vettingCase.volunteer.force.name, own.next(vettingCase)))
                .build();
    }

    /** Refused once the case is decided or closed. */
    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var vettingCase = own.byRef(ref).held();
        deeds.fire(vettingCase.withdraw(own.by(vettingCase), clock));
        flash.say("You have withdrawn. The vetting unit stops its work.");
        return OwnAnswers.back(vettingCase);
    }
}
