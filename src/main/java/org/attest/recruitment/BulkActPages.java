package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** One act on many people: a line for each, and taking it back as a whole. */
@Path("/bulk-acts/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class BulkActPages {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    TakingBack takingBack;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    /**
     * @param dependents what has come to depend on it, so that it cannot be undone
     * @param undoable whether it can be undone now
     * @param own why the reader cannot undo it, where it changed their own record; else null
     * @param faster whether somebody undid it while the reader looked at it
     */
    record show(
            Force force,
            BulkAct act,
            List<BulkActs.Line> lines,
            List<TakingBack.Dependent> dependents,
            boolean undoable,
            String own,
            boolean faster,
            String back)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref, @QueryParam("back") String back) {
        return page(act(ref), back, false);
    }

    @POST
    @Path("undoing")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var act = act(ref);
        var back = Form.of(typed).typed("back");
        // of two who undo it at once the second waits here, and then sees that it is done
        Volunteer.getEntityManager().refresh(act, LockModeType.PESSIMISTIC_WRITE);
        if (act.undoneAt != null)
            return Response.status(409).entity(page(act, back, true)).build();
        var refs = BulkLine.of(act).stream().map(l -> l.volunteer.ref).toList();
        Volunteer.getEntityManager().clear();
        var again = act(ref);
        Volunteer.locked(refs);
        var lines = BulkLine.of(again);
        if (again.done == 0
                || concernsReader(lines)
                || !takingBack.dependents(again, lines).isEmpty()) {
            return Response.status(422).entity(page(again, back, false)).build();
        }
        var told = new ArrayList<Deed>();
        takingBack.takeBack(again, lines, currentUser.actorIn(again.force), told);
        Volunteer.flush();
        told.forEach(deeds::fire);
        flash.say("Undone for " + Formats.of(again.done, "person", "people") + ". Everybody stands as before.");
        return Response.seeOther(URI.create("/bulk-acts/" + again.ref)).build();
    }

    private boolean concernsReader(List<BulkLine> lines) {
        return lines.stream().anyMatch(line -> line.done && atHand.isOwn(line.volunteer));
    }

    private BulkAct act(String ref) {
        var act = BulkAct.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.MANAGE_PEOPLE, act.force);
        return act;
    }

    private show page(BulkAct act, String back, boolean faster) {
        var rows = BulkLine.of(act);
        boolean open = act.undoneAt == null && act.done > 0;
        boolean own = concernsReader(rows);
        var dependents = open ? takingBack.dependents(act, rows) : List.<TakingBack.Dependent>of();
        return new show(
                act.force,
                act,
                rows.stream()
                        .map(l -> new BulkActs.Line(l.volunteer.ref, l.volunteer.fullName, "", l.what, l.done))
                        .toList(),
                dependents,
                open && dependents.isEmpty() && !own,
                open && own ? AtHand.OWN : null,
                faster,
                back == null ? "volunteers" : BulkActs.back(Form.showing(Map.of("back", back))));
    }
}
