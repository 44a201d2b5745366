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
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** One person's place: put into a cohort, or on its waiting list when it is full, or taken out of either. */
@Path("/volunteers/{ref}/cohort")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CohortPlaces {

    private static final String NONE = "none";

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param stale the person stands otherwise than when the form was made */
    record place(Head head, Form form, Cohort now, CohortWait waits, long position, List<Option> options, boolean stale)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "cohort");
        return page(person, Form.showing(Map.of("was", standing(person))), false);
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        if (!form.typed("was").equals(standing(person))) {
            typed.putSingle("was", standing(person));
            return Response.status(409).entity(page(person, form, true)).build();
        }
        var chosen = form.text("to");
        if (chosen == null) form.refuse("to", "Choose a cohort, or none");
        else if (chosen.equals(NONE)) takeOut(person, form);
        else putIn(person, chosen, form);
        if (!form.isSound())
            return Response.status(422).entity(page(person, form, false)).build();
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/cohort"))
                .build();
    }

    private void putIn(Volunteer person, String chosen, Form form) {
        var cohort = Cohort.byRef(chosen)
                .filter(c -> c.force.id.equals(person.force.id))
                .orElse(null);
        if (cohort == null) form.refuse("to", "Choose a cohort of the list");
        atHand.attempt(form, "to", () -> person.askForPlace(cohort, atHand.by(person), clock));
        if (!form.isSound()) return;
        flash.say(person.called()
                + (cohort.equals(person.cohort)
                        ? " has a place in the cohort " + cohort.name + "."
                        : " is on the waiting list of the cohort " + cohort.name + ", which is full."));
    }

    private void takeOut(Volunteer person, Form form) {
        var wait = CohortWait.of(person);
        if (wait.isEmpty() && person.cohort == null) form.refuse("to", person.called() + " is in no cohort");
        wait.ifPresent(w -> atHand.attempt(form, "to", () -> w.giveUp(atHand.by(person), clock)));
        if (person.cohort != null) {
            atHand.attempt(form, "to", () -> person.joinCohort(null, atHand.by(person), clock));
        }
        if (form.isSound()) flash.say(person.called() + " is in no cohort, and waits for none.");
    }

    /** What the form was made for. */
    private static String standing(Volunteer person) {
        return (person.cohort == null ? NONE : person.cohort.ref)
                + CohortWait.of(person).map(w -> "," + w.cohort.ref).orElse("");
    }

    private TemplateInstance page(Volunteer person, Form form, boolean stale) {
        var cohorts = Cohort.lasting(person.force, LocalDate.now(clock));
        var members = Cohort.members(cohorts);
        var waiting = CohortWait.counts(cohorts);
        var wait = CohortWait.of(person).orElse(null);
        var options = new ArrayList<Option>();
        for (var cohort : cohorts) {
            if (cohort.equals(person.cohort) || wait != null) continue;
            long free = cohort.capacity - members.getOrDefault(cohort, 0L);
            long queue = waiting.getOrDefault(cohort.id, 0L);
            options.add(new Option(
                    cohort.ref,
                    cohort.name + ": "
                            + (free > 0 && queue == 0
                                    ? Formats.of(free, "place", "places") + " free"
                                    : "full, would be number " + (queue + 1) + " on the waiting list")));
        }
        if (person.cohort != null || wait != null) {
            options.add(
                    new Option(NONE, wait == null ? "No cohort" : "No longer on the waiting list, and in no cohort"));
        }
        return new place(
                Head.of(person),
                form,
                person.cohort == null ? null : Cohort.findById(person.cohort.id),
                wait,
                wait == null ? 0 : wait.position(),
                options,
                stale);
    }
}
