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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortCarrying;
import org.attest.volunteer.CohortWait;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/** Who waits for a place in a cohort, in their order; and carrying all of them to the next cohort. */
@Path("/cohorts/{ref}/waiting-list")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CohortWaitingLists {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** @param next cohorts to which the list can be carried */
    record list(
            Cohort cohort, String forceName, List<CohortWait> waiting, List<Option> next, Form form, boolean manages)
            implements TemplateInstance {}

    record carried(Cohort from, Cohort to, String forceName, List<ResultLine> lines) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref) {
        return page(cohort(ref, Permission.SEE_PEOPLE), Form.blank());
    }

    @POST
    @Path("carrying")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carry(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var cohort = cohort(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var to = Cohort.byRef(form.typed("to"))
                .filter(c -> c.force.id.equals(cohort.force.id))
                .orElse(null);
        if (to == null) form.refuse("to", "Choose the cohort to which the waiting list goes");
        if (CohortWait.in(cohort).stream().anyMatch(w -> atHand.isOwn(w.volunteer))) form.refuse("to", AtHand.OWN);
        var lines = new ArrayList<ResultLine>();
        if (form.isSound()) {
            try {
                for (var one : CohortCarrying.carry(cohort, to, currentUser.actorIn(cohort.force), clock)) {
                    one.deeds().forEach(deeds::fire);
                    lines.add(ResultLine.of(
                            one.person(),
                            one.position() == 0
                                    ? "Has a place in " + to.name
                                    : "Number " + one.position() + " on the waiting list of " + to.name,
                            true));
                }
            } catch (Refused refused) {
                form.refuse("to", AtHand.sentence(refused));
            }
        }
        if (!form.isSound())
            return Response.status(422).entity(page(cohort, form)).build();
        return Response.ok(new carried(cohort, to, cohort.force.name, lines)).build();
    }

    private TemplateInstance page(Cohort cohort, Form form) {
        boolean manages = currentUser.may(Permission.MANAGE_PEOPLE, cohort.force);
        var next = Cohort.lasting(cohort.force, LocalDate.now(clock)).stream()
                .filter(c -> !c.equals(cohort))
                .map(c -> new Option(c.ref, c.name))
                .toList();
        return new list(cohort, cohort.force.name, CohortWait.in(cohort), next, form, manages);
    }

    private Cohort cohort(String ref, String permission) {
        var cohort = Cohort.byRef(Reference.normalise(ref)).orElseThrow(NotFoundException::new);
        currentUser.require(permission, cohort.force);
        return cohort;
    }
}
