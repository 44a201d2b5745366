package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Stage;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Paging;
import org.attest.web.Wording;

/** Who of a force is trained in what: people by modules, or a list of what expires when. */
@Path("/forces/{slug}/training")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class TrainingMatrix {

    /** So many that a whole force fits one page, which sends under 100 KB compressed. */
    static final int PEOPLE_A_PAGE = 500;

    private static final int ENDINGS_A_PAGE = 50;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** What the filter offers. */
    record Choices(
            List<Option> stages,
            List<Option> tiers,
            List<Cohort> cohorts,
            List<Option> modules,
            List<Option> standings) {}

    /** @param people on all pages */
    record show(
            String heading,
            Force force,
            MatrixFilter filter,
            Choices choices,
            List<ModuleDocument> modules,
            List<Matrix.Row> rows,
            int people,
            Paging paging,
            boolean records)
            implements TemplateInstance {}

    /** @param results on all pages */
    record expiring(
            String heading,
            Force force,
            MatrixFilter filter,
            Choices choices,
            List<Matrix.Ending> rows,
            int results,
            Paging paging,
            LocalDate today)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public Response show(@PathParam("slug") String slug, @Context UriInfo asked) {
        var force = user.force(slug, Permission.SEE_TRAINING);
        var curriculum = Curriculum.current();
        var filter = MatrixFilter.of(force, curriculum, firsts(asked.getQueryParameters()));
        var today = LocalDate.now(clock);
        boolean known = filter.fault() == null;
        var matrix = known ? Matrix.of(filter, curriculum, user.accountId(), clock) : new Matrix(List.of(), List.of());
        var page = known ? asked.getQueryParameters().getFirst("page") : null;
        var choices = choices(force, curriculum);
        return Response.status(known ? 200 : 404)
                .entity(
                        filter.expiring()
                                ? expiring(filter, choices, matrix.endings(filter), page, today)
                                : matrix(filter, choices, matrix, page))
                .build();
    }

    private TemplateInstance matrix(MatrixFilter filter, Choices choices, Matrix matrix, String page) {
        int people = matrix.rows().size();
        var paging = Paging.of(page, people, PEOPLE_A_PAGE);
        return new show(
                filter.fault() != null
                        ? "Nothing to show"
                        : Formats.of(people, "person", "people") + ", "
                                + Formats.of(matrix.modules().size(), "module", "modules"),
                filter.force(),
                filter,
                choices,
                matrix.modules(),
                matrix.rows().subList(paging.offset(), (int) paging.last()),
                people,
                paging,
                user.may(Permission.RECORD_TRAINING, filter.force()));
    }

    private static TemplateInstance expiring(
            MatrixFilter filter, Choices choices, List<Matrix.Ending> endings, String page, LocalDate today) {
        var paging = Paging.of(page, endings.size(), ENDINGS_A_PAGE);
        return new expiring(
                filter.fault() != null
                        ? "Nothing to show"
                        : Formats.of(endings.size(), "result with a last valid day", "results with a last valid day"),
                filter.force(),
                filter,
                choices,
                endings.subList(paging.offset(), (int) paging.last()),
                endings.size(),
                paging,
                today);
    }

    /** The first value of each name in an address. */
    static Map<String, String> firsts(MultivaluedMap<String, String> asked) {
        var firsts = new HashMap<String, String>();
        asked.forEach((name, values) -> firsts.put(name, values.get(0)));
        return firsts;
    }

    private Choices choices(Force force, Curriculum curriculum) {
        var stages = new ArrayList<Option>();
        stages.add(new Option("all", "Every stage but left"));
        for (var stage : Stage.values()) stages.add(new Option(stage.slug(), wording.stage(stage.name())));
        return new Choices(
                stages,
                Arrays.stream(Tier.values())
                        .map(t -> new Option(t.name(), t.label() + ", " + t.words()))
                        .toList(),
                Cohort.of(force),
                curriculum.modules().stream()
                        .filter(m -> !m.isRetired())
                        .map(m -> new Option(m.code(), m.label()))
                        .toList(),
                Arrays.stream(WantedStanding.values())
                        .map(s -> new Option(s.slug(), s.words()))
                        .toList());
    }
}
