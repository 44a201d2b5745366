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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;
import org.attest.web.Wording;

/** A person's application on their record: to read, and to type on their behalf. Consents and the declaration stay theirs. */
@Path("/volunteers/{ref}/application")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class ApplicationsOnBehalf {

    @Inject
    AtHand atHand;

    @Inject
    Sending sending;

    @Inject
    ApplicationMail mail;

    @Inject
    ApplicationSettings settings;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param copy null where there is no application
     * @param tasks what is there and what is open, while it is written
     * @param missing what only the applicant can do now; null where something else comes first
     */
    record show(Whose whose, Form form, Copy copy, List<Task> tasks, String missing) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "application"), Form.blank());
    }

    /** Begins one on the person's behalf. */
    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        atHand.attempt(form, "begin", () -> Application.begin(person, false, atHand.by(person), clock));
        return answer(person, form, null);
    }

    /** Sends the person a link to their own account, to read it, agree and send it. */
    @POST
    @Path("asking")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var asked = atHand.attempt(form, "asking", () -> ask(person));
        return answer(person, form, asked == null ? null : "A link is on its way to " + person.email + ".");
    }

    private AgreementAsked ask(Volunteer person) {
        if (Application.newest(person).filter(a -> !a.isSent()).isEmpty()) {
            throw new Refused("No application is being written", "");
        }
        if (person.email == null) {
            throw new Refused("No email address is recorded: add it to the details first", "");
        }
        if (person.accountId != null)
            mail.signIn(person.force, person.email, person.fullName, "/sign-in?next=/me/application");
        else {
            var path =
                    ApplicationLink.make(person.force, person.fullName, person.email, settings.link(), clock.instant());
            mail.start(person.force, person.email, person.fullName, path);
        }
        return new AgreementAsked(atHand.by(person), person);
    }

    private Response answer(Volunteer person, Form form, String said) {
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        if (said != null) flash.say(said);
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/application"))
                .build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var whose = Whose.other(person);
        var application = Application.newest(person);
        if (application.isEmpty()) return new show(whose, form, null, List.of(), null);
        var copy = Copy.of(application.get(), wording);
        if (application.get().isSent()) return new show(whose, form, copy, List.of(), null);
        var tasks = sending.tasks(application.get(), whose);
        boolean onlyConsents = tasks.stream().filter(t -> !t.isDone()).allMatch(t -> t.address() == null);
        return new show(
                whose,
                form,
                copy,
                tasks,
                onlyConsents
                        ? "Everything you can type is there. " + person.called()
                                + " has to read it, agree and send it, in their own account."
                        : null);
    }
}
