package org.attest.notice;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.attest.security.CurrentUser;
import org.attest.web.Flash;
import org.attest.web.Paging;

/** What the person signed in has been told, what they have not read first. Nobody sees another's. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
public class Inbox {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Flash flash;

    /** @param place the force's short name; null where it concerns none */
    record Row(String ref, NoticeKind kind, String sentence, String place, Instant toldAt, boolean read) {}

    /** @param places whether the reader's notices come from more than one force, so that each says from which */
    record list(List<Row> rows, Paging paging, long unread, boolean places, EmailPreference.When emails)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("page") String page) {
        var paging = Paging.of(page, Notice.countOf(user.accountId(), user.forceIds()));
        var rows = Notice.of(user.accountId(), user.forceIds(), paging).stream()
                .map(n -> new Row(
                        n.ref,
                        n.kind,
                        n.sentence,
                        n.force == null ? null : n.force.shortName(),
                        n.toldAt,
                        n.readAt != null))
                .toList();
        return new list(
                rows,
                paging,
                Notice.countUnread(user.accountId(), user.forceIds()),
                user.forceIds().size() > 1,
                EmailPreference.of(user.accountId()));
    }

    /** Opens what it is about; from then on it is read. */
    @POST
    @Path("{ref}/opening")
    public Response open(@PathParam("ref") String ref) {
        var notice = own(ref);
        notice.read(clock.instant());
        return Response.seeOther(URI.create(notice.address)).build();
    }

    @POST
    @Path("{ref}/reading")
    public Response read(@PathParam("ref") String ref) {
        own(ref).read(clock.instant());
        return back();
    }

    @POST
    @Path("readings")
    public Response readAll() {
        Notice.readAllOf(user.accountId(), user.forceIds(), clock.instant());
        flash.say("Everything is marked as read");
        return back();
    }

    private Notice own(String ref) {
        return Notice.byRef(ref, user.accountId(), user.forceIds()).orElseThrow(NotFoundException::new);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/notices")).build();
    }
}
