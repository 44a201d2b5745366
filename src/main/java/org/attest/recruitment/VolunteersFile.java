package org.attest.recruitment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.force.Reference;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.StageTargets;
import org.attest.web.Csv;
import org.attest.web.Wording;

/** The list of people as a file: the same rows as the page, all of them, and no personal detail beyond it. */
@Path("/forces/{slug}/volunteers.csv")
@Transactional
public class VolunteersFile {

    private static final List<String> HEADINGS = List.of(
            "Reference",
            "Name",
            "Force number",
            "Capacity",
            "Stage",
            "Stage since",
            "Cohort",
            "Answer today",
            "Why",
            "Next change");

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

    @Inject
    Event<Deed> deeds;

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public Response file(
            @PathParam("slug") String slug,
            @QueryParam("q") String q,
            @QueryParam("stage") String stage,
            @QueryParam("cohort") String cohort,
            @QueryParam("ready") String ready,
            @QueryParam("only") String only,
            @QueryParam("order") String order) {
        var force = currentUser.force(slug, Permission.SEE_PEOPLE);
        var filter = PeopleFilter.of(force, q, stage, cohort, ready, order).only(only, targets, LocalDate.now(clock));
        if (filter.fault() != null) throw new NotFoundException();
        var rows = people.all(filter);
        deeds.fire(new ListDownloaded(currentUser.actorIn(force), force, filter.query(), rows.size()));
        return Csv.file(
                force.slug + "-volunteers-" + LocalDate.now(clock) + ".csv",
                HEADINGS,
                rows.stream().map(this::cells).toList());
    }

    private List<Object> cells(PersonRow row) {
        return Arrays.asList(
                Reference.grouped(row.ref()),
                row.name(),
                row.forceNumber(),
                wording.appointmentType(row.type().name()),
                wording.stage(row.stage().name()),
                row.stageSince(),
                row.cohort(),
                answer(row),
                row.isInService() ? row.whyTold() : null,
                row.isInService() ? row.nextChangeOn() : null);
    }

    private String answer(PersonRow row) {
        if (row.isGone()) return "Left";
        return row.isInService() ? wording.answer(row.told().name()) : "Not yet in service";
    }
}
