package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** Who speaks for oneself. After the application is sent the list is only read; what they say is never shown here. */
@Path("/me/referees")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnReferees {

    private static final URI HERE = URI.create("/me/referees");

    @Inject
    OwnAtHand own;

    @Inject
    AtHand atHand;

    @Inject
    RefereePages pages;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response list() {
        var person = own.person();
        if (person.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        own.seen(person.get(), "own referees");
        return Response.ok(page(person.get(), Form.blank())).build();
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(MultivaluedMap<String, String> typed) {
        var held = own.held();
        if (held.isEmpty()) return Response.seeOther(HERE).build();
        var person = held.get().volunteer;
        var form = Form.of(typed);
        var named = RefereePages.read(form, LocalDate.now(clock));
        atHand.attempt(form, "email", () -> Referee.name(person, named, own.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422).entity(page(person, form)).build();
        }
        flash.say(named.details().fullName() + " is named. They are asked when you send your application.");
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("removals")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(MultivaluedMap<String, String> typed) {
        var held = own.held();
        if (held.isEmpty()) return Response.seeOther(HERE).build();
        var person = held.get().volunteer;
        var form = Form.of(typed);
        Referee.of(person, form.typed("referee")).ifPresent(referee -> {
            atHand.attempt(form, "email", () -> referee.remove(own.by(person), clock));
            if (form.isSound()) flash.say(referee.fullName + " is taken off your list.");
        });
        return Response.seeOther(HERE).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return pages.list(person, own.whose(person), form, own.writing().isPresent(), false);
    }
}
