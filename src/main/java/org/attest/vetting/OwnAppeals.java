package org.attest.vetting;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.attest.volunteer.Texts;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** The form for an appeal against the refusal of one's own vetting. A late one is taken and decided all the same (vetting rule 28). */
@Path("/me/vetting/cases/{ref}/appeal")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnAppeals {

    @Inject
    OwnCases own;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param reasons of the refusal, after the harm test */
    record appeal(VettingCase vettingCase, Form form, String reasons, LocalDate until, boolean late, WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page(@PathParam("ref") String ref) {
        var vettingCase = own.byRef(ref);
        own.seen(vettingCase, "appeal");
        if (vettingCase.state != CaseState.REFUSED) return OwnAnswers.back(vettingCase);
        return Response.ok(page(vettingCase, Form.blank())).build();
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lodge(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var vettingCase = own.byRef(ref).held();
        if (vettingCase.state != CaseState.REFUSED) return OwnAnswers.back(vettingCase);
        var form = Form.of(typed);
        var grounds = Texts.lines(form.typed("grounds"));
        var wrong = Texts.fault(grounds, Appeal.LONGEST, true);
        if (wrong != null) form.refuse("grounds", wrong);
        if (form.isSound()) {
            try {
                deeds.fire(Appeal.lodge(vettingCase, grounds, own.by(vettingCase), compartment, clock));
                flash.say("Your appeal is with the panel.");
                return OwnAnswers.back(vettingCase);
            } catch (Refused refused) {
                form.refuse("grounds", refused.sentence());
                QuarkusTransaction.setRollbackOnly();
            }
        }
        return Response.status(422).entity(page(vettingCase, form)).build();
    }

    private TemplateInstance page(VettingCase vettingCase, Form form) {
        var refusal = Decision.newest(vettingCase).orElseThrow();
        return new appeal(
                vettingCase,
                form,
                refusal.forPerson(compartment),
                refusal.appealUntil,
                LocalDate.now(clock).isAfter(refusal.appealUntil),
                own.next(vettingCase));
    }
}
