package org.attest.desk;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.attest.audit.VerifyTrail;
import org.attest.security.Permission;

/** The checker as one file of source, to read before it is trusted; {@code docs/trail-checker.md} says how it is run. */
@Path("/trail/VerifyTrail.java")
@Produces("text/plain;charset=UTF-8")
public class TrailChecker {

    static final String FILE = VerifyTrail.class.getSimpleName() + ".java";

    @GET
    @PermissionsAllowed({Permission.SEE_TRAIL, Permission.SEE_EVERY_TRAIL})
    public Response source() {
        return Response.ok(VerifyTrail.class.getResourceAsStream(FILE))
                .header("Content-Disposition", "attachment; filename=\"" + FILE + "\"")
                .build();
    }
}
