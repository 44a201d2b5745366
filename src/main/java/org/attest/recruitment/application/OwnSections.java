package org.attest.recruitment.application;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.attest.security.Permission;

/** A section of one's own application, saved by itself, over as many evenings as it takes. */
@Path("/me/application/sections/{section}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnSections {

    @Inject
    OwnAtHand own;

    @Inject
    SectionPages pages;

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page(@PathParam("section") String slug) {
        var section = Section.at(slug).orElseThrow(NotFoundException::new);
        var application = own.writing();
        if (application.isEmpty()) return elsewhere();
        var person = application.get().volunteer;
        own.seen(person, "own application");
        return Response.ok(pages.page(application.get(), own.whose(person), section))
                .build();
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("section") String slug, MultivaluedMap<String, String> typed) {
        var section = Section.at(slug).orElseThrow(NotFoundException::new);
        var application = own.held();
        if (application.isEmpty()) return elsewhere();
        var person = application.get().volunteer;
        return pages.save(application.get(), own.whose(person), section, typed, own.by(person));
    }

    /** What there is instead of a form: the application is sent, or there is none. */
    private static Response elsewhere() {
        return Response.seeOther(URI.create("/me/application")).build();
    }
}
