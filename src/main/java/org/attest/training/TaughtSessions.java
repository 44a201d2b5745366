package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;

/** The sessions of a force at which modules are taught: those to close, those ahead, and the last ones. */
@Path("/forces/{slug}/sessions")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class TaughtSessions {

    private static final int LATEST = 20;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** @param module its title now */
    record Row(TaughtSession session, String module, Seat.Count count) {}

    /**
     * @param unclosed begun, with results that are a draft still
     * @param demand where a session would help, most first
     */
    record list(
            Force force,
            List<Row> unclosed,
            List<Row> ahead,
            List<Row> closed,
            List<Matrix.Demand> demand,
            boolean records)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.SEE_TRAINING);
        var now = clock.instant();
        var unclosed = TaughtSession.unclosed(force, now);
        var ahead = TaughtSession.ahead(force, now);
        var closed = TaughtSession.closed(force, LATEST);
        var all = new ArrayList<>(unclosed);
        all.addAll(ahead);
        all.addAll(closed);
        var counts = Seat.counts(all);
        var curriculum = Curriculum.current();
        var rows = new HashMap<TaughtSession, Row>();
        for (var session : all) {
            rows.put(
                    session,
                    new Row(
                            session,
                            curriculum.module(session.module.code).orElseThrow().title(),
                            counts.getOrDefault(session.id, Seat.Count.NONE)));
        }
        return new list(
                force,
                unclosed.stream().map(rows::get).toList(),
                ahead.stream().map(rows::get).toList(),
                closed.stream().map(rows::get).toList(),
                Matrix.of(MatrixFilter.everybody(force), curriculum, user.accountId(), clock)
                        .demand(),
                user.may(Permission.RECORD_TRAINING, force));
    }
}
