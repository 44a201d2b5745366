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
import java.util.Optional;
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;

/** A section of somebody's application, typed on their behalf: every answer shows who typed it. */
@Path("/volunteers/{ref}/application/sections/{section}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class SectionsOnBehalf {

    @Inject
    AtHand atHand;

    @Inject
    SectionPages pages;

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response page(@PathParam("ref") String ref, @PathParam("section") String slug) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "application");
        var section = section(slug);
        return writing(Application.newest(person))
                .map(a ->
                        Response.ok(pages.page(a, Whose.other(person), section)).build())
                .orElseGet(() -> elsewhere(person));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("ref") String ref, @PathParam("section") String slug, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var section = section(slug);
        return writing(Application.held(person))
                .map(a -> pages.save(a, Whose.other(person), section, typed, atHand.by(person)))
                .orElseGet(() -> elsewhere(person));
    }

    /** Consents are the applicant's own: there is no page on which another could give them. */
    private static Section section(String slug) {
        return Section.at(slug).filter(s -> !s.isPersonal()).orElseThrow(NotFoundException::new);
    }

    private static Optional<Application> writing(Optional<Application> newest) {
        return newest.filter(a -> !a.isSent());
    }

    private static Response elsewhere(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/application"))
                .build();
    }
}
