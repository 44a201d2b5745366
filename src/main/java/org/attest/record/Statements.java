package org.attest.record;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Pdf;

/** The service statement of somebody in the force, issued by its coordinator. */
@Path("/volunteers/{ref}/statement")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Statements {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /**
     * @param files where its files are: the address without {@code .pdf} or {@code .json}
     * @param next what happens next, where the reader is the person; null for everybody else
     */
    record show(ServiceStatement statement, String back, String files, boolean own, WhatNext next)
            implements TemplateInstance {}

    record pdf(ServiceStatement statement) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = person(ref);
        var path = "/volunteers/" + person.ref;
        return page(person, path + "/profile", path + "/statement/statement", null);
    }

    @GET
    @Path("statement.pdf")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response pdf(@PathParam("ref") String ref) {
        return pdf(person(ref));
    }

    @GET
    @Path("statement.json")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response json(@PathParam("ref") String ref) {
        return json(person(ref));
    }

    /** @param next null where it is not one's own */
    TemplateInstance page(Volunteer person, String back, String files, WhatNext next) {
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, "statement"));
        return new show(ServiceStatement.of(person, LocalDate.now(clock)), back, files, next != null, next);
    }

    Response pdf(Volunteer person) {
        var statement = ServiceStatement.of(person, LocalDate.now(clock));
        deeds.fire(new StatementIssued(user.actorIn(person.force), person, "pdf"));
        return file(Pdf.of(new pdf(statement).render()), "application/pdf", statement.file() + ".pdf");
    }

    Response json(Volunteer person) {
        var statement = ServiceStatement.of(person, LocalDate.now(clock));
        deeds.fire(new StatementIssued(user.actorIn(person.force), person, "json"));
        return file(statement.json(), "application/json; charset=UTF-8", statement.file() + ".json");
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Volunteer person(String ref) {
        var person = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        user.require(Permission.MANAGE_PEOPLE, person.force);
        return person;
    }
}
