package org.attest.dashboard;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attest.audit.Deed;
import org.attest.audit.Keys;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.vetting.EqualityOutcomes;
import org.attest.vetting.EqualityOutcomes.Counted;

/**
 * What came of a force's vetting by each protected characteristic, for who answers for it and never for who decides cases
 * (vetting rule 39). Small numbers are hidden, and what would give them away.
 */
@Path("/forces/{slug}/vetting-outcomes")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class VettingOutcomes {

    @Inject
    CurrentUser user;

    @Inject
    Keys keys;

    @Inject
    Event<Deed> deeds;

    /** @param counts null for each that is hidden */
    record Line(String words, List<Integer> counts) {}

    record Table(String words, String id, List<Line> lines) {}

    /** @param total null for each that is hidden */
    record show(Force force, List<String> columns, List<Integer> total, List<Table> tables)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_VETTING_OUTCOMES)
    public TemplateInstance show(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.SEE_VETTING_OUTCOMES);
        boolean decides = user.may(Permission.RUN_VETTING, force)
                || user.may(Permission.DECIDE_VETTING, force)
                || user.may(Permission.HEAR_APPEALS, force);
        if (decides) throw new ForbiddenException();
        var tables = EqualityOutcomes.of(force, keys);
        deeds.fire(new OutcomesViewed(user.actorIn(force), force));
        return new show(
                force,
                Arrays.stream(Counted.values()).map(Counted::words).toList(),
                hidden(tables.get(0)).totals(),
                tables.stream()
                        .map(t -> new Table(
                                t.characteristic().words(), t.characteristic().name(), lines(t)))
                        .toList());
    }

    private static HiddenTable hidden(EqualityOutcomes.Table table) {
        return HiddenTable.of(
                table.groups().stream().map(EqualityOutcomes.Group::counts).toList());
    }

    private static List<Line> lines(EqualityOutcomes.Table table) {
        var rows = hidden(table).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Line(table.groups().get(i).words(), rows.get(i)))
                .toList();
    }
}
