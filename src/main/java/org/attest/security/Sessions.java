package org.attest.security;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.web.Flash;

/** Where somebody is signed in, for themselves: to see, and to end. */
@Path("/sessions")
@Produces(MediaType.TEXT_HTML)
@Transactional
@Authenticated
public class Sessions {

    @Inject
    CurrentUser currentUser;

    @Inject
    SessionLimits limits;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    /** One of them. {@code here}: the browser that is looking at the page. */
    record Row(String ref, String agent, String address, Instant since, Instant lastSeen, boolean here) {}

    record list(List<Row> rows, boolean others) implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        var now = clock.instant();
        var rows = Session.openOf(currentUser.accountId()).stream()
                .filter(s -> s.isWithin(limits, now))
                .map(s -> new Row(
                        s.ref, s.userAgent, s.address, s.createdAt, s.lastSeenAt, s.id.equals(currentUser.sessionId())))
                .toList();
        return new list(rows, rows.size() > 1);
    }

    @POST
    @Path("{ref}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("ref") String ref, MultivaluedMap<String, String> typed, @Context HttpServerRequest request) {
        var session = Session.openOf(currentUser.accountId()).stream()
                .filter(s -> s.ref.equals(ref))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        session.end(Session.End.ENDED_BY_OWNER, clock.instant());
        tellTrail();
        if (session.id.equals(currentUser.sessionId())) {
            return Response.seeOther(URI.create("/sign-in"))
                    .cookie(SessionCookie.SESSION.forgotten(request))
                    .build();
        }
        flash.say("Signed out of " + session.userAgent);
        return Response.seeOther(URI.create("/sessions")).build();
    }

    @POST
    @Path("endings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endOthers(MultivaluedMap<String, String> typed) {
        int ended = Session.endAllOf(
                currentUser.accountId(), currentUser.sessionId(), Session.End.ENDED_BY_OWNER, clock.instant());
        if (ended > 0) tellTrail();
        flash.say("You are signed out everywhere else");
        return Response.seeOther(URI.create("/sessions")).build();
    }

    private void tellTrail() {
        Account account = Account.findById(currentUser.accountId());
        deeds.fire(new SessionsEnded(account.actor(), account.homeChain(), account.ref, "own"));
    }
}
