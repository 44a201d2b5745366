package org.attest.recruitment.request;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.KeyChange;

/** What people of the force ask to be changed in their records and nobody has decided yet. */
@Path("/forces/{slug}/detail-changes")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class KeyChanges {

    @Inject
    CurrentUser currentUser;

    record list(Force force, List<KeyChange> waiting) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        return new list(force, KeyChange.waiting(force));
    }
}
