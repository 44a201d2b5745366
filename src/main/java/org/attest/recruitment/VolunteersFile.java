package org.attest.recruitment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.attest.security.Permission;
import org.attest.web.Csv;

/** The list of people as CSV. */
@Path("/forces/{slug}/volunteers.csv")
@Transactional
public class VolunteersFile {

    @Inject
    ListTable table;

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public Response file(@PathParam("slug") String slug, @Context UriInfo asked) {
        var list = table.take(slug, asked.getQueryParameters());
        return Csv.file(list.name() + ".csv", ListTable.HEADINGS, list.rows());
    }
}
