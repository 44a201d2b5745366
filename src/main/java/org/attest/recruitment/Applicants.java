package org.attest.recruitment;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.Entry;
import org.attest.volunteer.JoiningRule;
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
    Flash flash;

    @Inject
    Clock clock;

    /** Somebody with the same name, to look at before another is added. */
    record Alike(String ref, String name, String stage) {}

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
        var alike = form.isSound() ? alike(force, details, form) : List.<Alike>of();
        var entered =
                atHand.attempt(form, "email", () -> Volunteer.enter(force, entry, currentUser.actorIn(force), clock));
        if (entered == null) {
            return Response.status(422).entity(page(force, form, alike)).build();
        }
        flash.say(details.fullName() + " is added.");
        return Response.seeOther(URI.create("/volunteers/" + entered.volunteer().ref))
                .build();
    }

    /** Whoever has the address is refused; whoever has the name asks for a tick. */
    private List<Alike> alike(Force force, Details details, Form form) {
        if (details.email() != null
                && !Volunteer.emailsTaken(force, List.of(details.email())).isEmpty()) {
            form.refuse("email", "Somebody in the force has this email address already");
        }
        var alike = Volunteer.lookingLike(force, details).stream()
                .map(v -> new Alike(v.ref, v.fullName, wording.stage(v.stage.name())))
                .toList();
        if (!alike.isEmpty() && !form.ticked("another", "yes")) {
            form.refuse(
                    "another",
                    "Somebody of this name is here already: look, and tick the box if this is another person");
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
