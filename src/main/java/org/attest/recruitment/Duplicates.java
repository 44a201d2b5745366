package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Lookalikes;
import org.attest.web.Paging;

/** Records of a force that may be of one person, with what speaks for it. Nothing is merged here, and nothing by itself. */
@Path("/forces/{slug}/duplicates")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Duplicates {

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    record list(Force force, List<Lookalikes.Pair> pairs, Paging paging) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("slug") String slug, @QueryParam("page") String page) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var pairs = Lookalikes.in(force);
        var paging = Paging.of(page, pairs.size());
        var shown = pairs.subList(paging.offset(), Math.min(paging.offset() + paging.size(), pairs.size()));
        deeds.fire(new DuplicatesViewed(currentUser.actorIn(force), force, shown.size()));
        return new list(force, shown, paging);
    }
}
