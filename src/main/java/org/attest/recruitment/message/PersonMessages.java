package org.attest.recruitment.message;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Head;
import org.attest.security.Permission;
import org.attest.volunteer.PersonalMessage;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** Writing to one person from their record, and everything that was written before. */
@Path("/volunteers/{ref}/messages")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonMessages {

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param way how the person learns of a message, in words
     * @param waiting something they wrote waits for an answer
     * @param seen how many they had written when the page was made
     */
    record list(Head head, List<Correspondence.Line> lines, boolean waiting, long seen, String way, Form form)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance all(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "messages"), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var by = atHand.by(person);
        var way = Telling.wayTo(person);
        var done = atHand.attempt(
                form, "words", () -> PersonalMessage.write(person, form.typed("words"), seen(form), way, by, clock));
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        telling.tell(
                person, NoticeKind.NEWS, by.name() + " has written to you", "/me/messages", Template.NEWS_FROM_FORCE);
        flash.say("The message stands on the record. " + words(person, way));
        return back(person);
    }

    /** What they wrote needs no answer. */
    @POST
    @Path("settling")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var done = atHand.attempt(
                form, "words", () -> PersonalMessage.settleSeen(person, seen(form), atHand.by(person), clock));
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        flash.say("It needs no answer.");
        return back(person);
    }

    /** How many the person had written when the form was made; none where it does not say. */
    private static long seen(Form form) {
        var typed = form.typed("seen");
        return typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 0;
    }

    private static Response back(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/messages"))
                .build();
    }

    private static TemplateInstance page(Volunteer person, Form form) {
        var waiting = PersonalMessage.of(person).stream().anyMatch(PersonalMessage::isWaiting);
        return new list(
                Head.of(person),
                Correspondence.forTheForce(person),
                waiting,
                PersonalMessage.written(person),
                words(person, Telling.wayTo(person)),
                form);
    }

    private static String words(Volunteer person, Telling.Way way) {
        return switch (way) {
            case ACCOUNT -> person.called() + " reads it in Attest; an e-mail only says that there is something new.";
            case EMAIL ->
                person.called()
                        + " has no account to read it with: an e-mail tells them to call you, and nothing of what it says.";
            case NONE -> person.called() + " has no account and no address: call them.";
        };
    }
}
