package org.attest.recruitment.request;

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
import java.util.List;
import org.attest.recruitment.Own;
import org.attest.security.Permission;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Answering what the force asks for: as much as one has, in as many goes as it takes. */
@Path("/me/requests/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnRequests {

    @Inject
    Own own;

    @Inject
    Answers answers;

    @Inject
    Completing completing;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    record answer(
            InformationRequest request,
            String force,
            List<Answers.Question> questions,
            long left,
            List<Option> grounds,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show(@PathParam("ref") String ref) {
        var request = request(ref);
        own.shown(request.volunteer, "own request");
        return page(request, Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var request = request(ref);
        var person = own.held(request.volunteer);
        InformationRequest.getEntityManager().refresh(request);
        var form = Form.of(typed);
        var given = answers.take(request, form, own.by(person));
        if (given == null)
            return Response.status(422).entity(page(request, form)).build();
        completing.after(given);
        flash.say(
                given.complete()
                        ? "Thank you, everything is there. Your coordinator is told, and your application goes on."
                        : "What you sent is kept. The rest can follow later.");
        return Response.seeOther(URI.create("/me/requests/" + request.ref)).build();
    }

    private InformationRequest request(String ref) {
        var request = InformationRequest.byRef(ref).orElseThrow(NotFoundException::new);
        own.mine(request.volunteer);
        return request;
    }

    private TemplateInstance page(InformationRequest request, Form form) {
        var questions = Answers.Question.of(request);
        return new answer(
                request,
                request.force.name,
                questions,
                questions.stream().filter(q -> !q.item().isAnswered()).count(),
                Option.of(RightToRemain.class, r -> wording.rightToRemain(r.name())),
                form,
                own.next(request.volunteer));
    }
}
