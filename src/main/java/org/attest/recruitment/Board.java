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
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;

/**
 * The pipeline of a force, a column for each stage before service, who waits longest on top. Boxes to tick and one bar of
 * what to do with them: nothing is dragged. Whose clearance will be too old for the appointment is said above it. A fixed number of statements, whatever the number of people.
 */
@Path("/forces/{slug}/board")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Board {

    /** Cards of a column; the list has the rest. */
    static final int CAP = 20;

    @Inject
    CurrentUser currentUser;

    @Inject
    PeopleList people;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    /** @param over whether the person is longer in the stage than its target */
    record Card(PersonRow row, boolean over) {}

    /**
     * @param people in the stage, as asked
     * @param rest of them who have no card here
     * @param list address of the list with the same question
     */
    record Column(Stage stage, long people, long rest, int target, String list, List<Card> cards) {}

    record board(
            Force force,
            PeopleFilter filter,
            List<Column> columns,
            long total,
            List<Cohort> cohorts,
            LocalDate today,
            String back,
            boolean narrow,
            long clearancesTooOld)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response board(
            @PathParam("slug") String slug,
            @QueryParam("q") String q,
            @QueryParam("cohort") String cohort,
            @QueryParam("only") String only) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var today = LocalDate.now(clock);
        var filter =
                PeopleFilter.of(force, q, PeopleFilter.PIPELINE, cohort, "", "").only(only, targets, today);
        boolean known = filter.fault() == null;
        var settings = StageSettings.in(force, targets);
        var counts = known ? people.byStage(filter) : Map.<Stage, Long>of();
        var columns = settings.days().entrySet().stream()
                .map(e -> column(filter.in(e.getKey()), counts.getOrDefault(e.getKey(), 0L), settings, today))
                .toList();
        return Response.status(known ? 200 : 404)
                .entity(new board(
                        force,
                        filter,
                        columns,
                        columns.stream().mapToLong(Column::people).sum(),
                        Cohort.of(force),
                        today,
                        "board" + filter.in("").query(),
                        !filter.q().isEmpty() || filter.cohort() != null || filter.only() != null,
                        clearancesTooOld(force, today)))
                .build();
    }

    /** How many special constables to be would be appointed on a clearance that is too old then (vetting rule 2). */
    private long clearancesTooOld(Force force, LocalDate today) {
        return people.count(PeopleFilter.of(force, "", PeopleFilter.PIPELINE, "", "", "")
                        .only(Narrowing.CLEARANCE_TOO_OLD, targets, today))
                .total();
    }

    /** Read even where nobody is, so that a board costs the same for every force. */
    private Column column(PeopleFilter filter, long count, StageSettings settings, LocalDate today) {
        var stage = filter.oneStage();
        var over = settings.over(stage, today);
        var cards = filter.fault() != null
                ? List.<Card>of()
                : people.first(filter, CAP).stream()
                        .map(row ->
                                new Card(row, !row.isPaused() && row.clockFrom().isBefore(over)))
                        .toList();
        return new Column(stage, count, count - cards.size(), settings.days().get(stage), filter.path(), cards);
    }
}
