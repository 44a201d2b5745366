package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** References on a person's record: whom to ask, how often they were asked, and what they said. For the coordinator only. */
@Path("/volunteers/{ref}/references")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class References {

    @Inject
    AtHand atHand;

    @Inject
    RefereePages pages;

    @Inject
    ApplicationMail mail;

    @Inject
    ApplicationSettings settings;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "references"), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var named = RefereePages.read(form, LocalDate.now(clock));
        atHand.attempt(form, "email", () -> Referee.name(person, named, atHand.by(person), clock));
        return answer(person, form, named.details().fullName() + " is named.");
    }

    /** Asks a referee, for the first time or again: each time counts. */
    @POST
    @Path("asks")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var referee = chosen(person, form);
        referee.ifPresent(r -> atHand.attempt(form, "fullName", () -> r.ask(mail, settings, atHand.by(person), clock)));
        return answer(person, form, referee.map(r -> r.fullName + " is asked.").orElse(null));
    }

    @POST
    @Path("removals")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var referee = chosen(person, form);
        referee.ifPresent(r -> atHand.attempt(form, "fullName", () -> r.remove(atHand.by(person), clock)));
        return answer(
                person,
                form,
                referee.map(r -> r.fullName + " is not asked any more.").orElse(null));
    }

    /** What a referee says on the telephone. */
    @GET
    @Path("reply")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response reply(@PathParam("ref") String ref, @QueryParam("referee") String referee) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "references");
        return Referee.of(person, referee == null ? "" : referee)
                .filter(r -> !r.isAnswered())
                .map(r -> Response.ok(pages.reply(r, Whose.other(person), Form.blank()))
                        .build())
                .orElseGet(() -> back(person));
    }

    @POST
    @Path("reply")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var found = chosen(person, form);
        if (found.isEmpty()) return back(person);
        var referee = found.get();
        var reply = RefereePages.readReply(form);
        atHand.attempt(form, "knownFor", () -> referee.reply(reply, atHand.by(person), true, clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(pages.reply(referee, Whose.other(person), form))
                    .build();
        }
        flash.say("What " + referee.fullName + " said is written down.");
        return back(person);
    }

    private static Optional<Referee> chosen(Volunteer person, Form form) {
        return Referee.of(person, form.typed("referee"));
    }

    private Response answer(Volunteer person, Form form, String said) {
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        if (said != null) flash.say(said);
        return back(person);
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return pages.list(person, Whose.other(person), form, true, true);
    }

    private static Response back(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/references"))
                .build();
    }
}
