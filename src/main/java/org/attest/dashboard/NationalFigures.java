package org.attest.dashboard;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.attest.dashboard.SideBySide.Told;
import org.attest.security.Permission;
import org.attest.web.Csv;

/** The forces side by side, on one set of definitions, without anybody's name. */
@Path("/")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class NationalFigures {

    private static final List<String> HEADINGS =
            List.of("Force", "In service", "Deployable", "Points from median", "Days to attest");

    @Inject
    Clock clock;

    record show(
            LocalDate today,
            NationalCounts counts,
            SideBySide sideBySide,
            int vacant,
            Integer left,
            List<TileMap.Tile> tiles,
            List<DotStrip> strips)
            implements TemplateInstance {}

    @GET
    @Path("national")
    @PermissionsAllowed(Permission.SEE_NATIONAL)
    public TemplateInstance show() {
        var today = LocalDate.now(clock);
        var counts = NationalCounts.on(today);
        var sideBySide = SideBySide.of(counts.forces());
        return new show(
                today,
                counts,
                sideBySide,
                Math.max(0, counts.posts() - sideBySide.totalInService()),
                SmallNumbers.isSmall(counts.left()) ? null : (Integer) counts.left(),
                TileMap.of(sideBySide.lines()),
                strips(sideBySide));
    }

    /** The table of the page, and nothing beside it. */
    @GET
    @Path("national.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Permission.SEE_NATIONAL)
    public Response csv() {
        var today = LocalDate.now(clock);
        var rows = SideBySide.of(NationalCounts.on(today).forces()).lines().stream()
                .map(l -> l.isHidden()
                        ? List.of(l.name(), "hidden: too few people", "", "", "")
                        : List.of(
                                l.name(),
                                l.inService().toString(),
                                l.share(),
                                l.points() == null ? "" : l.points().toString(),
                                l.days() == null ? "" : l.days().toString()))
                .toList();
        return Csv.file("national-" + today + ".csv", HEADINGS, rows);
    }

    private static List<DotStrip> strips(SideBySide forces) {
        var shares = forces.lines().stream()
                .filter(l -> l.told() == Told.EXACTLY)
                .map(l -> new DotStrip.Value(l.name(), l.percent()))
                .toList();
        var days = forces.lines().stream()
                .filter(l -> l.days() != null)
                .map(l -> new DotStrip.Value(l.name(), l.days()))
                .toList();
        return Stream.of(
                        DotStrip.of(
                                "strip-share",
                                "Share deployable today",
                                "more is better",
                                "%",
                                shares,
                                forces.medianShare()),
                        DotStrip.of(
                                "strip-days",
                                "Median days from application to attestation",
                                "fewer is better",
                                " days",
                                days,
                                forces.medianDays()))
                .filter(Objects::nonNull)
                .toList();
    }
}
