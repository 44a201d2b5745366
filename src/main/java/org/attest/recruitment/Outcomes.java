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
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.PauseReason;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.StageTargets;
import org.attest.web.Option;
import org.attest.web.Wording;

/** One form for the people of a stage, each row with a result of its own: an evening of interviews, written down in one go. */
@Path("/forces/{slug}/outcomes")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Outcomes {

    static final int MOST = 100;

    @Inject
    CurrentUser currentUser;

    @Inject
    PeopleList people;

    @Inject
    StageTargets targets;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** @param rest people of the stage beyond those shown */
    record results(
            Force force,
            PeopleFilter filter,
            Stage stage,
            List<Stage> stages,
            List<Cohort> cohorts,
            List<PersonRow> rows,
            long rest,
            List<Option> outcomes,
            LocalDate today,
            String back)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response results(
            @PathParam("slug") String slug,
            @QueryParam("stage") String stage,
            @QueryParam("cohort") String cohort,
            @QueryParam("q") String q) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var today = LocalDate.now(clock);
        var asked = stage == null || stage.isBlank() ? Stage.INTERVIEW.slug() : stage;
        var filter = PeopleFilter.of(force, q, asked, cohort, "", "name").only("", targets, today);
        boolean known = filter.fault() == null
                && filter.oneStage() != null
                && filter.oneStage().isPipeline();
        var at = known ? filter.oneStage() : Stage.INTERVIEW;
        var rows = known ? people.first(filter, MOST) : List.<PersonRow>of();
        long count = known ? people.byStage(filter).getOrDefault(at, 0L) : 0;
        return Response.status(known ? 200 : 404)
                .entity(new results(
                        force,
                        filter,
                        at,
                        List.copyOf(targets.days().keySet()),
                        Cohort.of(force),
                        rows,
                        count - rows.size(),
                        outcomes(at),
                        today,
                        "outcomes" + filter.query().replace("&order=name", "").replace("?order=name", "")))
                .build();
    }

    /** What can come out of a stage for one person. */
    private List<Option> outcomes(Stage stage) {
        var outcomes = new ArrayList<Option>();
        var next = StageMove.next(stage).orElseThrow();
        outcomes.add(new Option(
                BulkDeed.NEXT.name(),
                "Passed: moves to " + wording.stage(next.name()).toLowerCase()));
        for (var reason : RefusalReason.all()) {
            outcomes.add(new Option(
                    new Errand(BulkDeed.REFUSE, reason.code()).typed(),
                    "Refused: " + reason.words().substring(0, 1).toLowerCase()
                            + reason.words().substring(1)));
        }
        outcomes.add(new Option(new Errand(BulkDeed.LEAVE, LeavingReason.WITHDREW.name()).typed(), "Withdrew"));
        outcomes.add(
                new Option(new Errand(BulkDeed.LEAVE, LeavingReason.NO_CONTACT.name()).typed(), "No longer answers"));
        outcomes.add(new Option(
                new Errand(BulkDeed.PAUSE, PauseReason.ASKED_BY_APPLICANT.name()).typed(), "Paused: asked for it"));
        outcomes.add(new Option(
                new Errand(BulkDeed.PAUSE, PauseReason.WAITING_FOR_A_DATE.name()).typed(),
                "Paused: cannot go on before a day"));
        return outcomes;
    }
}
