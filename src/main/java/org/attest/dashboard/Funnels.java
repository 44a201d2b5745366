package org.attest.dashboard;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.web.Form;

/** How many of those who entered came how far, and how long it took them: of a force over a period, or of one cohort. */
@Path("/forces/{slug}/funnel")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Funnels {

    /** Before anybody entered. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    @Inject
    CurrentUser user;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    /**
     * One cohort beside the others.
     *
     * @param share in service of those who entered, in per cent; null for nobody
     */
    record Line(Cohort cohort, int entered, int training, int service, Integer share) {}

    /**
     * @param cohort null for the whole force
     * @param period days between which people entered, as lists are asked for it
     * @param ofCohorts the same for every cohort, from its beginning
     * @param people whether the reader may know people: numbers then open lists, and none is hidden
     */
    record show(
            Force force,
            Form form,
            Cohort cohort,
            List<Cohort> cohorts,
            LocalDate from,
            LocalDate until,
            String period,
            String ofCohorts,
            FunnelCounts counts,
            FunnelChart chart,
            List<Line> lines,
            boolean people,
            boolean manages)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_DASHBOARD)
    public Response show(@PathParam("slug") String slug, @Context UriInfo asked) {
        var force = user.force(slug, Permission.SEE_DASHBOARD);
        boolean people = user.may(Permission.SEE_PEOPLE, force);
        var today = LocalDate.now(clock);
        var form = Form.of(new MultivaluedHashMap<>(asked.getQueryParameters()));
        var cohort = cohort(force, form.typed("cohort"));
        var from = form.day("from", "First day");
        var until = form.day("until", "Last day");
        if (from == null) from = today.minusYears(1).plusDays(1);
        if (until == null) until = today;
        if (until.isBefore(from)) form.refuse("until", "The last day is before the first");
        form.withDay("from", from).withDay("until", until);
        if (cohort != null) {
            from = BEGINNING;
            until = today;
        }
        var counts = FunnelCounts.of(force, cohort, from, until, today);
        var cohorts = Cohort.of(force);
        return Response.status(form.isSound() ? 200 : 422)
                .entity(new show(
                        force,
                        form,
                        cohort,
                        cohorts,
                        from,
                        until,
                        "." + from + "." + until,
                        "." + BEGINNING + "." + today,
                        counts,
                        FunnelChart.of(counts, StageSettings.in(force, targets), people),
                        people ? lines(force, cohorts, today) : List.of(),
                        people,
                        user.may(Permission.MANAGE_PEOPLE, force)))
                .build();
    }

    private static Cohort cohort(Force force, String typed) {
        if (typed.isBlank()) return null;
        return Cohort.byRef(typed.strip().toUpperCase(Locale.ROOT))
                .filter(c -> c.force.id.equals(force.id))
                .orElseThrow(NotFoundException::new);
    }

    private static List<Line> lines(Force force, List<Cohort> cohorts, LocalDate today) {
        var counts = FunnelCounts.byCohort(force, BEGINNING, today);
        return cohorts.stream()
                .filter(c -> counts.containsKey(c.id))
                .map(c -> {
                    var of = counts.get(c.id);
                    return new Line(
                            c, of[0], of[1], of[2], of[0] == 0 ? null : (Integer) Math.round(100f * of[2] / of[0]));
                })
                .toList();
    }
}
