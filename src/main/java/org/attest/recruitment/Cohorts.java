package org.attest.recruitment;

import io.quarkus.hibernate.orm.panache.Panache;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.CohortWait;
import org.attest.volunteer.Stage;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The cohorts of a force, and opening one. */
@Path("/forces/{slug}/cohorts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Cohorts {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    /** How many people a cohort has who have not left, and how many of them are in service and deployable today. */
    record Size(Long cohortId, long people, long deployable) {}

    record Row(Cohort cohort, long people, long deployable, long waiting) {}

    record list(Force force, List<Row> rows, boolean manages) implements TemplateInstance {}

    record open(Force force, Form form, List<Option> leads) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.SEE_PEOPLE);
        var cohorts = Cohort.of(force);
        var sizes = sizes(force);
        var none = new Size(null, 0, 0);
        var waiting = CohortWait.counts(cohorts);
        return new list(
                force,
                cohorts.stream()
                        .map(c -> {
                            var size = sizes.getOrDefault(c.id, none);
                            return new Row(c, size.people, size.deployable, waiting.getOrDefault(c.id, 0L));
                        })
                        .toList(),
                currentUser.may(Permission.MANAGE_PEOPLE, force));
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        return new open(
                force, Form.showing(Map.of("capacity", "20", "targetDeployable", "15")), CohortForm.leads(force, null));
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var plan = CohortForm.read(form, force, null);
        var opened = atHand.attempt(form, "name", () -> Cohort.open(force, plan, currentUser.actorIn(force)));
        if (opened == null) {
            return Response.status(422)
                    .entity(new open(force, form, CohortForm.leads(force, null)))
                    .build();
        }
        flash.say("Cohort " + plan.name() + " is open.");
        return Response.seeOther(URI.create("/cohorts/" + opened.cohort().ref)).build();
    }

    /** For every cohort of the force, in one statement. */
    private static Map<Long, Size> sizes(Force force) {
        return Panache.getEntityManager()
                .createQuery(
                        "select new org.attest.recruitment.Cohorts$Size(v.cohort.id, count(v),"
                                + " sum(case when v.stage = SERVICE and d.answer in (DEPLOYABLE, WITH_LIMITS) then 1 else 0 end))"
                                + " from Volunteer v left join Determination d on d.volunteer = v and d.tier = :tier"
                                + " where v.force = :force and v.cohort is not null and v.stage <> :left"
                                + " group by v.cohort.id",
                        Size.class)
                .setParameter("tier", Tier.FIRST_LIVE)
                .setParameter("force", force)
                .setParameter("left", Stage.LEFT)
                .getResultStream()
                .collect(Collectors.toMap(Size::cohortId, Function.identity()));
    }
}
