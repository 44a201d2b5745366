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
import org.attest.web.Xlsx;

/** The matrix of a force's training as an Excel workbook, days as days. */
@Path("/forces/{slug}/training.xlsx")
@Transactional
public class TrainingMatrixWorkbook {

    @Inject
    MatrixTable table;

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public Response file(@PathParam("slug") String slug, @Context UriInfo asked) {
        var taken = table.take(slug, asked.getQueryParameters());
        return Xlsx.file(taken.name() + ".xlsx", taken.headings(), taken.rows());
    }
}
