package org.attest.dashboard;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.dashboard.SideBySide.Told;
import org.attest.security.Permission;

/** The forces side by side, on one set of definitions, without anybody's name. */
@Path("/national")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class NationalFigures {

    @Inject
    Clock clock;

    record show(
            LocalDate today,
            NationalCounts counts,
            SideBySide sideBySide,
            Integer left,
            List<TileMap.Tile> tiles,
            List<DotStrip> strips)
            implements TemplateInstance {

        /** Posts nobody holds. */
        public int vacant() {
            return Math.max(0, counts.posts() - sideBySide.totalInService());
        }
    }

    @GET
    @PermissionsAllowed(Permission.SEE_NATIONAL)
    public TemplateInstance show() {
        var today = LocalDate.now(clock);
        var counts = NationalCounts.on(today);
        var sideBySide = SideBySide.of(counts.forces());
        return new show(
                today,
                counts,
                sideBySide,
                SmallNumbers.isSmall(counts.left()) ? null : (Integer) counts.left(),
                TileMap.of(sideBySide.lines()),
                strips(sideBySide));
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
        return java.util.stream.Stream.of(
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
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
