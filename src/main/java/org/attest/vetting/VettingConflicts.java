package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.security.Role;
import org.attest.security.RoleGrant;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/** Who of the unit and the panel is close to whom: declared by themselves, or recorded by the manager, who also ends a link of others. */
@Path("/vetting/conflicts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class VettingConflicts {

    @Inject
    CurrentUser user;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param endable whether the reader may end it */
    record Line(Conflict conflict, String person, String personRef, boolean endable) {}

    /**
     * @param officers of whom the manager can record a link; empty for who only declares their own
     * @param manages whether every link of the force is listed, or the reader's own
     */
    record list(Force force, Form form, List<Line> lines, List<Option> kinds, List<Option> officers, boolean manages)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public TemplateInstance list(@QueryParam("force") String slug) {
        return list(force(slug), Form.blank());
    }

    @POST
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var force = force(form.text("force"));
        var by = user.actorIn(force);
        var person = Volunteer.byRef(form.typed("person"))
                .filter(p -> p.force.equals(force))
                .orElse(null);
        if (person == null) form.refuse("person", "Enter the reference of somebody in " + force.name);
        var kind = form.choice("kind", Conflict.Kind.class, "Choose how they are linked");
        var officers = officers(force);
        var account = form.typed("officer").isEmpty() ? by.ref() : form.typed("officer");
        boolean own = account.equals(by.ref());
        if (!own && !officers.containsKey(account)) form.refuse("officer", "Choose somebody of the list");
        caseDeeds.attempt(
                form,
                "person",
                () -> Conflict.declare(person, account, own ? by.name() : officers.get(account), kind, by, clock));
        if (!form.isSound())
            return Response.status(422).entity(list(force, form)).build();
        flash.say(own ? "From now on no case of theirs opens to you." : "From now on no case of theirs opens to them.");
        return back(force);
    }

    @POST
    @Path("{ref}/ending")
    @PermissionsAllowed(Permission.DECIDE_VETTING)
    public Response end(@PathParam("ref") String ref) {
        var conflict = Conflict.byRef(ref).orElseThrow(NotFoundException::new);
        var force = force(conflict.force.slug);
        user.require(Permission.DECIDE_VETTING, force);
        var form = Form.blank();
        if (conflict.accountRef.equals(user.actorIn(force).ref())) {
            throw new Refused("Somebody else has to end a link that was recorded of you", "vetting section 3.4");
        }
        caseDeeds.attempt(form, "person", () -> conflict.end(user.actorIn(force), clock));
        if (!form.isSound())
            return Response.status(409).entity(list(force, form)).build();
        flash.say("The link has ended.");
        return back(force);
    }

    private static Response back(Force force) {
        return Response.seeOther(URI.create("/vetting/conflicts?force=" + force.slug))
                .build();
    }

    private TemplateInstance list(Force force, Form form) {
        boolean manages = user.may(Permission.DECIDE_VETTING, force);
        var own = user.actorIn(force).ref();
        var lines = Conflict.lasting(force).stream()
                .filter(c -> manages || c.accountRef.equals(own))
                .map(c -> new Line(c, c.volunteer.fullName, c.volunteer.ref, manages && !c.accountRef.equals(own)))
                .toList();
        return new list(
                force,
                form,
                lines,
                Option.of(Conflict.Kind.class, Conflict.Kind::words),
                officers(force).entrySet().stream()
                        .map(e -> new Option(e.getKey(), e.getValue()))
                        .toList(),
                manages);
    }

    /** Names by the reference of the account, for the manager; nobody for others. */
    private LinkedHashMap<String, String> officers(Force force) {
        var officers = new LinkedHashMap<String, String>();
        if (!user.may(Permission.DECIDE_VETTING, force)) return officers;
        var roles = List.of(Role.VETTING_OFFICER, Role.VETTING_MANAGER, Role.APPEALS_CHAIR);
        for (var grant : RoleGrant.heldIn(force, roles)) officers.putIfAbsent(grant.account.ref, grant.account.name);
        officers.remove(user.actorIn(force).ref());
        return officers;
    }

    /** The force asked for, or the first in which the reader works on vetting; 404 where they do not. */
    private Force force(String slug) {
        return user.held().stream()
                .filter(h ->
                        h.forceSlug() != null && (slug == null || h.forceSlug().equals(slug)))
                .map(h -> Force.bySlug(h.forceSlug()).orElseThrow())
                .filter(f -> user.may(Permission.RUN_VETTING, f) || user.may(Permission.HEAR_APPEALS, f))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
