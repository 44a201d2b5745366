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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** What the vetting unit asks of the person, and the person's answer, once. */
@Path("/me/vetting/cases/{ref}/answer")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnAnswers {

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

    record answer(VettingCase vettingCase, Form form, String asked, LocalDate dueOn, WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page(@PathParam("ref") String ref) {
        var vettingCase = own.byRef(ref);
        own.seen(vettingCase, "request");
        return Question.waiting(vettingCase)
                .map(q -> Response.ok(page(q, Form.blank())).build())
                .orElseGet(() -> back(vettingCase));
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var vettingCase = own.byRef(ref).held();
        var waiting = Question.waiting(vettingCase);
        if (waiting.isEmpty()) return back(vettingCase);
        var form = Form.of(typed);
        var words = Texts.lines(form.typed("answer"));
        var wrong = Texts.fault(words, Question.LONGEST, true);
        if (wrong != null) form.refuse("answer", wrong);
        if (form.isSound()) {
            try {
                deeds.fire(waiting.get().answer(words, own.by(vettingCase), compartment, clock));
                flash.say("Your answer is with the vetting unit.");
                return back(vettingCase);
            } catch (Refused refused) {
                form.refuse("answer", refused.sentence());
                QuarkusTransaction.setRollbackOnly();
            }
        }
        return Response.status(422).entity(page(waiting.get(), form)).build();
    }

    private TemplateInstance page(Question question, Form form) {
        return new answer(
                question.vettingCase,
                form,
                question.asked(compartment),
                question.dueOn,
                own.next(question.vettingCase));
    }

    static Response back(VettingCase vettingCase) {
        return Response.seeOther(URI.create("/me/vetting/cases/" + vettingCase.ref))
                .build();
    }
}
