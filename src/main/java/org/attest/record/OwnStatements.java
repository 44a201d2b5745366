package org.attest.record;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.attest.recruitment.application.NextSteps;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.Volunteer;

/** One's own service statement, of the force whose record one looks at. */
@Path("/me/statement")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnStatements {

    @Inject
    OwnRecord own;

    @Inject
    NextSteps steps;

    @Inject
    Statements statements;

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance page() {
        var person = person();
        return statements.page(person, "/me", "/me/statement/statement", steps.of(person));
    }

    @GET
    @Path("statement.pdf")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response pdf() {
        return statements.pdf(person());
    }

    @GET
    @Path("statement.json")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response json() {
        return statements.json(person());
    }

    private Volunteer person() {
        var person = own.now().orElseThrow(NotFoundException::new);
        own.getChoices();
        return person;
    }
}
