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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attest.security.Permission;
import org.attest.volunteer.Details;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Changing who a person is and how to reach them. */
@Path("/volunteers/{ref}/details")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonalDetails {

    static final Map<String, String> LABELS = Map.of(
            "fullName", "Full name",
            "knownAs", "Known as",
            "birthDate", "Birth date",
            "email", "Email address",
            "phone", "Telephone",
            "emergencyName", "Emergency contact",
            "emergencyPhone", "Emergency telephone",
            "adjustments", "Adjustments",
            "appointmentType", "Capacity",
            "forceNumber", "Force number");

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** A field that reads otherwise in the record than in the form. */
    record Difference(String field, String stored, String typed) {}

    /** {@code stale}: somebody saved first; {@code differences} then says where, and may be empty. */
    record edit(
            Head head, Form form, boolean stale, List<Difference> differences, List<Option> types, List<Option> cohorts)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "details");
        var form = DetailsForm.showing(person.details(), person.cohort, person.version);
        return page(person, form, false, List.of());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var details = DetailsForm.read(form);
        var cohort = DetailsForm.cohort(form, person.force);
        if (!form.typed("version").equals(String.valueOf(person.version))) {
            typed.putSingle("version", String.valueOf(person.version));
            return Response.status(409)
                    .entity(page(person, form, true, differences(person.details(), details)))
                    .build();
        }
        var applied = Objects.equals(details.birthDate(), person.birthDate) ? null : person.appliedOn;
        DetailsForm.refuse(form, details.faults(JoiningRule.in(person.force), applied, LocalDate.now(clock)));
        boolean moves = !Objects.equals(cohort, person.cohort);
        boolean changes = !details.differencesFrom(person.details()).isEmpty();
        if (changes) atHand.attempt(form, "email", () -> person.changeDetails(details, atHand.by(person), clock));
        if (moves) atHand.attempt(form, "cohort", () -> person.joinCohort(cohort, atHand.by(person), clock));
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(page(person, form, false, List.of()))
                    .build();
        }
        flash.say(
                changes || moves
                        ? "The details of " + details.fullName() + " are saved."
                        : "Nothing was different, so nothing changed.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance page(Volunteer person, Form form, boolean stale, List<Difference> differences) {
        return new edit(
                Head.of(person),
                form,
                stale,
                differences,
                DetailsForm.types(wording),
                DetailsForm.cohorts(person.force));
    }

    private List<Difference> differences(Details stored, Details typed) {
        var before = stored.fields();
        var differences = new ArrayList<Difference>();
        typed.differencesFrom(stored)
                .forEach((field, value) -> differences.add(
                        new Difference(LABELS.get(field), words(field, before.get(field)), words(field, value))));
        return differences;
    }

    private String words(String field, String value) {
        if (value.isEmpty()) return "Nothing";
        return switch (field) {
            case "birthDate" -> Formats.inWords(LocalDate.parse(value));
            case "appointmentType" -> wording.appointmentType(value);
            default -> value;
        };
    }
}
