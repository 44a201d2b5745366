package org.attest.training;

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

/** The matrix of a force's training as CSV. */
@Path("/forces/{slug}/training.csv")
@Transactional
public class TrainingMatrixFile {

    @Inject
    MatrixTable table;

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public Response file(@PathParam("slug") String slug, @Context UriInfo asked) {
        var taken = table.take(slug, asked.getQueryParameters());
        return Csv.file(taken.name() + ".csv", taken.headings(), taken.rows());
    }
}
