package org.attest.exchange;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.attest.exchange.Gaps.Gap;
import org.attest.exchange.Gaps.Settler;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Paging;

/** After going live: who in service cannot be decided about for want of a fact, and which column of a file would settle it. */
@Path("/forces/{slug}/completeness")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(MediaType.TEXT_HTML)
public class Completeness {

    @Inject
    CurrentUser currentUser;

    @Inject
    RoomColumns rooms;

    record gaps(Force force, long inService, Paging paging, List<Gap> people, List<Settler> columns)
            implements TemplateInstance {}

    @GET
    public TemplateInstance gaps(@PathParam("slug") String slug, @QueryParam("page") String page) {
        var force = currentUser.force(slug, Permission.IMPORT_PEOPLE);
        var gaps = Gaps.of(force, rooms.columns());
        var paging = Paging.of(page, gaps.people().size());
        int from = (paging.number() - 1) * Paging.SIZE;
        return new gaps(
                force,
                gaps.inService(),
                paging,
                gaps.people()
                        .subList(
                                from, Math.min(from + Paging.SIZE, gaps.people().size())),
                gaps.columns());
    }
}
