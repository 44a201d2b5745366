package org.attest.record;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.force.Force;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.web.Form;

/** Choosing which of one's own records to look at, for somebody who is in two forces. */
@Path("/me/force")
@Transactional
public class OwnForces {

    @Inject
    OwnRecord own;

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> typed) {
        var chosen = Form.of(typed).typed("force");
        if (!chosen.isEmpty()) {
            var force = Force.bySlug(chosen).orElseThrow(NotFoundException::new);
            if (!own.choose(force)) throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/me")).build();
    }
}
