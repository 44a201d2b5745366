package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.force.Force;
import org.attest.readiness.Viewer;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageTargets;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;
import org.attest.web.Wording;

/** Everyone of a force in the pipeline and in service. */
@Path("/forces/{slug}/volunteers")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Volunteers {

    @Inject
    CurrentUser currentUser;

    @Inject
    PeopleList people;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    StageTargets targets;

    /** @param cohorts the force's cohorts, to filter by and to put people in */
    record list(
            String heading,
            Force force,
            PeopleFilter filter,
            PeopleList.Counts counts,
            Paging paging,
            List<PersonRow> rows,
            List<Option> stages,
            List<Cohort> cohorts,
            LocalDate today,
            boolean manages)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public Response list(
            @PathParam("slug") String slug,
            @QueryParam("q") String q,
            @QueryParam("stage") String stage,
            @QueryParam("cohort") String cohort,
            @QueryParam("ready") String ready,
            @QueryParam("only") String only,
            @QueryParam("order") String order,
            @QueryParam("page") String page) {
        var force = currentUser.force(slug, Permission.SEE_PEOPLE);
        var filter = PeopleFilter.of(force, q, stage, cohort, ready, order).only(only, targets, LocalDate.now(clock));
        boolean known = filter.fault() == null;
        var counts = known ? people.count(filter) : new PeopleList.Counts(0, 0, 0, 0, 0, 0, 0);
        var paging = Paging.of(known ? page : null, counts.total());
        var mine = Viewer.ownersIn(currentUser, force);
        var rows = counts.total() == 0
                ? List.<PersonRow>of()
                : people.page(filter, paging).stream()
                        .map(row -> row.seenBy(mine))
                        .toList();
        return Response.status(known ? 200 : 404)
                .entity(new list(
                        known ? heading(counts.total(), filter) : "Nothing to show",
                        force,
                        filter,
                        counts,
                        paging,
                        rows,
                        stages(),
                        Cohort.of(force),
                        LocalDate.now(clock),
                        currentUser.may(Permission.MANAGE_PEOPLE, force)))
                .build();
    }

    private static String heading(long total, PeopleFilter filter) {
        return filter.isNarrow()
                ? Formats.of(total, "person", "people")
                : Formats.of(total, "volunteer or applicant", "volunteers and applicants");
    }

    private List<Option> stages() {
        var options = new ArrayList<Option>();
        options.add(new Option(PeopleFilter.PIPELINE, "Pipeline: all before service"));
        for (var stage : Stage.values()) options.add(new Option(stage.slug(), wording.stage(stage.name())));
        return options;
    }
}
