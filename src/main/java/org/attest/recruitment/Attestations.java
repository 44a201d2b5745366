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
import org.attest.security.Permission;
import org.attest.training.BeforeAttestation;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.ClearanceOf;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Details;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Recording that a special constable made the declaration. */
@Path("/volunteers/{ref}/attestations/new")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Attestations {

    @Inject
    AtHand atHand;

    @Inject
    ClearanceOf clearances;

    @Inject
    BeforeAttestation training;

    @Inject
    StageCriteria criteria;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param before what comes before the attestation, as of today */
    record attest(Head head, Form form, List<Criterion> before, List<Attestation> attestations)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.EQUIP_PEOPLE, "attestations");
        return page(person, Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response attest(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var day = form.requiredDay("attestedOn", "Attestation day");
        var magistrate =
                form.required("magistrate", "Enter before whom the declaration was made", Details.LONGEST_NAME);
        var place = form.required("place", "Enter where the declaration was made", Details.LONGEST_NAME);
        atHand.attempt(form, "attestedOn", () -> {
            var attested = Attestation.attest(person, day, magistrate, place, atHand.by(person), clock);
            clearances.mayBeAttested(person, day);
            training.mayBeAttested(person, day);
            return attested;
        });
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say("The attestation of " + person.called() + " on " + Formats.inWords(day) + " is recorded.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new attest(
                Head.of(person),
                form,
                criteria.of(person, Stage.ATTESTATION, LocalDate.now(clock)),
                Attestation.of(person));
    }
}
