package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.Entry;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.Likeness;
import org.attest.volunteer.Lookalikes;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.ToldApart;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Adding somebody who is new to the force. */
@Path("/forces/{slug}/volunteers/new")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Applicants {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    StageCriteria criteria;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** Somebody who may be the same person, to look at before another is added. */
    record Alike(String ref, String name, String stage, boolean left, List<Likeness.Evidence> evidence) {}

    record add(Force force, Form form, List<Alike> alike, List<Option> types, List<Option> cohorts, String ageHint)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.showing(Map.of("appointmentType", AppointmentType.SPECIAL_CONSTABLE.name()))
                .withDay("appliedOn", LocalDate.now(clock));
        return page(force, form, List.of());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var details = DetailsForm.read(form);
        var applied = form.day("appliedOn", "Application day");
        var cohort = DetailsForm.cohort(form, force);
        var today = LocalDate.now(clock);
        var entry = (applied == null ? Entry.enquiry(details, today) : Entry.application(details, applied)).in(cohort);
        DetailsForm.refuse(form, entry.faults(JoiningRule.in(force), today));
        if (form.text("returning") != null) return returns(force, form, details, applied);
        var alike = form.isSound() ? alike(force, details, form) : List.<Alike>of();
        var entered =
                atHand.attempt(form, "email", () -> Volunteer.enter(force, entry, currentUser.actorIn(force), clock));
        if (entered == null) {
            return Response.status(422).entity(page(force, form, alike)).build();
        }
        for (var one : alike) {
            Volunteer.byRef(one.ref)
                    .map(other -> ToldApart.tellApart(entered.volunteer(), other, currentUser.actorIn(force), clock))
                    .ifPresent(deeds::fire);
        }
        flash.say(details.fullName() + " is added.");
        return Response.seeOther(URI.create("/volunteers/" + entered.volunteer().ref))
                .build();
    }

    /** Who left and applies again goes on with the record they had, and its history. */
    private Response returns(Force force, Form form, Details typed, LocalDate applied) {
        var person = atHand.person(form.typed("returning"), Permission.MANAGE_PEOPLE);
        if (!person.force.id.equals(force.id)) throw new NotFoundException();
        if (applied == null) form.refuse("appliedOn", "Enter the application day");
        atHand.attempt(form, "returning", () -> {
            var done = person.applyAgain(typed, applied, criteria, currentUser.actorIn(force), clock);
            done.subList(0, done.size() - 1).forEach(deeds::fire);
            return done.get(done.size() - 1);
        });
        if (!form.isSound()) {
            var alike = alike(force, typed, form);
            return Response.status(422).entity(page(force, form, alike)).build();
        }
        flash.say(person.called() + " applies again: the record is open, with its history.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    /** Whoever has the address is refused; whoever looks alike asks for a tick. */
    private List<Alike> alike(Force force, Details details, Form form) {
        if (details.email() != null
                && !Volunteer.emailsTaken(force, List.of(details.email())).isEmpty()) {
            form.refuse("email", "Somebody in the force has this email address already");
        }
        var alike = Lookalikes.of(force, details).stream()
                .map(like -> new Alike(
                        like.signs().ref(),
                        like.signs().fullName(),
                        wording.stage(like.signs().stage().name()),
                        like.signs().stage() == Stage.LEFT,
                        like.evidence()))
                .toList();
        if (!alike.isEmpty() && !form.ticked("another", "yes")) {
            form.refuse("another", "This may be somebody who is here already: look, and tick the box if it is not");
        }
        return alike;
    }

    private TemplateInstance page(Force force, Form form, List<Alike> alike) {
        return new add(
                force,
                form,
                alike,
                DetailsForm.types(wording),
                DetailsForm.cohorts(force),
                "Leave it empty for an enquiry. Applications are accepted from the age of "
                        + JoiningRule.in(force).youngestApplicant() + " (vetting rule 16)");
    }
}
