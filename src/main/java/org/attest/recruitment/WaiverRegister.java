package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Waiver;

/** Every waiver of a force: asked for, granted, expired and declined. */
@Path("/forces/{slug}/waivers")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class WaiverRegister {

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    record Line(Waiver waiver, String name, String ref, Waiver.State state) {}

    record list(Force force, List<Line> lines, long waiting, long lasting, LocalDate today, boolean manages)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.MANAGE_PEOPLE, Permission.DECIDE_WAIVERS})
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = Force.bySlug(slug).orElseThrow(NotFoundException::new);
        if (!currentUser.may(Permission.MANAGE_PEOPLE, force)) {
            currentUser.require(Permission.DECIDE_WAIVERS, force);
        }
        var today = LocalDate.now(clock);
        var lines = Waiver.register(force).stream()
                .map(w -> new Line(w, w.volunteer.fullName, w.volunteer.ref, w.on(today)))
                .toList();
        return new list(
                force,
                lines,
                count(lines, Waiver.State.ASKED),
                count(lines, Waiver.State.GRANTED),
                today,
                currentUser.may(Permission.MANAGE_PEOPLE, force));
    }

    private static long count(List<Line> lines, Waiver.State state) {
        return lines.stream().filter(l -> l.state == state).count();
    }
}
