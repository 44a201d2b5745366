package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
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
import java.util.Arrays;
import java.util.List;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortMessage;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Stage;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** One cohort: its people by stage, and its plan. */
@Path("/cohorts/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CohortPages {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    PeopleList people;

    @Inject
    Flash flash;

    record Group(Stage stage, List<PersonRow> rows) {}

    record show(
            Cohort cohort,
            String forceName,
            String slug,
            List<Group> groups,
            PeopleList.Counts counts,
            long deployable,
            long free,
            long waiting,
            long messages,
            boolean manages)
            implements TemplateInstance {}

    record edit(Cohort cohort, String forceName, Form form, List<Option> leads, boolean stale)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref) {
        var cohort = cohort(ref, Permission.SEE_PEOPLE);
        var filter = PeopleFilter.of(cohort.force, "", "", cohort.ref, "", "name");
        var rows = people.all(filter);
        var counts = people.count(filter);
        return new show(
                cohort,
                cohort.force.name,
                cohort.force.slug,
                Arrays.stream(Stage.values())
                        .map(stage -> new Group(
                                stage,
                                rows.stream().filter(r -> r.stage() == stage).toList()))
                        .filter(group -> !group.rows.isEmpty())
                        .toList(),
                counts,
                counts.deployable() + counts.withLimits(),
                Math.max(0, cohort.capacity - counts.total() + counts.left()),
                CohortWait.counts(List.of(cohort)).getOrDefault(cohort.id, 0L),
                CohortMessage.count("cohort", cohort),
                currentUser.may(Permission.MANAGE_PEOPLE, cohort.force));
    }

    @GET
    @Path("edit")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var cohort = cohort(ref, Permission.MANAGE_PEOPLE);
        return page(cohort, CohortForm.showing(cohort), false);
    }

    @POST
    @Path("edit")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var cohort = cohort(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var plan = CohortForm.read(form, cohort.force, cohort.plan());
        if (!form.typed("version").equals(String.valueOf(cohort.version))) {
            typed.putSingle("version", String.valueOf(cohort.version));
            return Response.status(409).entity(page(cohort, form, true)).build();
        }
        if (form.isSound() && !plan.equals(cohort.plan())) {
            atHand.attempt(form, "name", () -> cohort.plan(plan, currentUser.actorIn(cohort.force)));
        }
        if (!form.isSound()) {
            return Response.status(422).entity(page(cohort, form, false)).build();
        }
        flash.say("Cohort " + plan.name() + " is saved.");
        return Response.seeOther(URI.create("/cohorts/" + cohort.ref)).build();
    }

    private static TemplateInstance page(Cohort cohort, Form form, boolean stale) {
        return new edit(cohort, cohort.force.name, form, CohortForm.leads(cohort.force, cohort.plan()), stale);
    }

    private Cohort cohort(String ref, String permission) {
        var cohort = Cohort.byRef(Reference.normalise(ref)).orElseThrow(NotFoundException::new);
        currentUser.require(permission, cohort.force);
        return cohort;
    }
}
