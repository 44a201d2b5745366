package org.attest.exchange;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.web.Xlsx;

/** Our own workbook to fill in: blank, or with the people about whom something is missing and the columns that would settle it. */
@Path("/forces/{slug}/imports/workbook.xlsx")
@Transactional
@PermissionsAllowed(Permission.IMPORT_PEOPLE)
@Produces(Xlsx.TYPE)
public class Workbooks {

    @Inject
    CurrentUser currentUser;

    @Inject
    RoomColumns rooms;

    /**
     * @param kind applicants or volunteers; volunteers where nothing is said
     * @param missing anything at all for the people with something missing
     */
    @GET
    public Response workbook(
            @PathParam("slug") String slug, @QueryParam("kind") String kind, @QueryParam("missing") String missing) {
        var force = currentUser.force(slug, Permission.IMPORT_PEOPLE);
        var who = kind == null ? Kind.VOLUNTEERS : Kind.of(kind).orElseThrow(NotFoundException::new);
        if (who == Kind.COMPLETIONS) throw new NotFoundException(); // its own sheet is a CSV
        var cohorts = Cohort.of(force).stream().map(c -> c.name).toList();
        if (missing != null) {
            var gaps = Gaps.of(force, rooms.columns());
            return Xlsx.file(
                    force.slug + "-missing.xlsx", new BlankWorkbook(gaps.sheet(), cohorts, gaps.rows()).bytes());
        }
        return Xlsx.file(
                "attest-" + who.name().toLowerCase() + ".xlsx",
                new BlankWorkbook(who.sheet(rooms.columns()), cohorts, List.of()).bytes());
    }
}
