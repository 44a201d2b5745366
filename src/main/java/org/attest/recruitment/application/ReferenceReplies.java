package org.attest.recruitment.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.notice.NoticeKind;
import org.attest.volunteer.Telling;
import org.attest.web.Form;
import org.attest.web.Refused;

/** Where a referee replies, over the link that was mailed to them, without an account. The link ends with the reply. */
@Path("/references/{token}")
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class ReferenceReplies {

    @Inject
    RefereePages pages;

    @Inject
    Telling telling;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    record thanks(String applicant, String force) implements TemplateInstance {}

    /** The same for a link that never was, has expired or was used, and for a referee who is not asked any more. */
    record unusable() implements TemplateInstance {}

    @GET
    public Response page(@PathParam("token") String token) {
        return Everywhere.call(() -> ReferenceRequest.usable(token, clock.instant())
                .map(r ->
                        Response.ok(pages.reply(r.referee, null, Form.blank())).build())
                .orElseGet(ReferenceReplies::gone));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(@PathParam("token") String token, MultivaluedMap<String, String> typed) {
        return Everywhere.call(() -> ReferenceRequest.usable(token, clock.instant())
                .map(r -> reply(r.referee, Form.of(typed)))
                .orElseGet(ReferenceReplies::gone));
    }

    private Response reply(Referee referee, Form form) {
        var reply = RefereePages.readReply(form);
        if (!form.ticked("true", "yes")) form.refuse("true", "Tick the box to say that it is what you know");
        if (!form.isSound()) {
            return Response.status(422).entity(pages.reply(referee, null, form)).build();
        }
        try {
            // of two who send at the same moment the second meets another version, and is told
            Referee.getEntityManager().lock(referee, LockModeType.PESSIMISTIC_WRITE);
            deeds.fire(referee.reply(reply, referee.actor(), false, clock));
            telling.tellCoordinators(
                    referee.force,
                    NoticeKind.NEWS,
                    "A reference for " + referee.volunteer.fullName + " is here",
                    "/volunteers/" + referee.volunteer.ref + "/references");
        } catch (Refused refused) {
            QuarkusTransaction.setRollbackOnly();
            return gone();
        }
        return Response.ok(new thanks(referee.volunteer.fullName, referee.volunteer.force.name))
                .build();
    }

    private static Response gone() {
        return Response.status(404).entity(new unusable()).build();
    }
}
