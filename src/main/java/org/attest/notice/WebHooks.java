package org.attest.notice;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;
import org.attest.web.TimelineEntry;

/** Where each force's urgent notices are called out, set by the administrator. The secret is shown once. */
@Path("/web-hooks")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_DELIVERY)
@Transactional
public class WebHooks {

    private static final int SECRET_BYTES = 32;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    TextSeal seal;

    @Inject
    Outbox outbox;

    @Inject
    HookAddress addresses;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    /** @param hook null where there is none */
    record Row(Force force, WebHook hook) {}

    record list(List<Row> rows, long set) implements TemplateInstance {}

    record show(Force force, WebHook hook, Form form, List<TimelineEntry> history) implements TemplateInstance {}

    /** Shown once, in answer to making it. */
    record made(Force force, String address, String secret) implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        var hooks = WebHook.inUse();
        return new list(
                Force.all().stream().map(f -> new Row(f, hooks.get(f.id))).toList(), hooks.size());
    }

    @GET
    @Path("{slug}")
    public TemplateInstance show(@PathParam("slug") String slug) {
        var force = force(slug);
        return page(
                force,
                WebHook.of(force)
                        .map(h -> Form.showing(Map.of("address", h.address)))
                        .orElseGet(Form::blank));
    }

    @POST
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = force(slug);
        var form = Form.of(typed);
        var address = form.required("address", "Enter the address of the web hook", WebHook.LONGEST_ADDRESS);
        if (address != null) {
            try {
                addresses.checked(address);
            } catch (Refused e) {
                form.refuse("address", e.sentence());
            }
        }
        if (!form.isSound())
            return Response.status(422).entity(page(force, form)).build();
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        WebHook.set(force, address, secret, seal, clock.instant(), user.name());
        deeds.fire(new WebHookSet(user.actorIn(force), force, address));
        return Response.status(Response.Status.CREATED)
                .entity(new made(force, address, secret))
                .build();
    }

    @POST
    @Path("{slug}/ending")
    public Response end(@PathParam("slug") String slug) {
        var force = force(slug);
        WebHook.of(force).ifPresent(hook -> {
            hook.end(clock.instant(), user.name());
            deeds.fire(new WebHookEnded(user.actorIn(force), force));
            flash.say("The web hook of " + force.name + " is taken away");
        });
        return back(force);
    }

    @POST
    @Path("{slug}/test")
    public Response test(@PathParam("slug") String slug) {
        var force = force(slug);
        if (WebHook.of(force).isEmpty()) throw new Refused("There is no web hook to test: set its address first", "");
        outbox.call(force, null, "test", "/notices");
        deeds.fire(new WebHookTested(user.actorIn(force), force));
        flash.say("A test is queued. What became of it stands in the outbox");
        return back(force);
    }

    private Force force(String slug) {
        return user.force(slug, Permission.MANAGE_DELIVERY);
    }

    private static show page(Force force, Form form) {
        var history = new ArrayList<TimelineEntry>();
        for (var hook : WebHook.history(force)) {
            if (hook.endedAt != null)
                history.add(new TimelineEntry("No longer " + hook.address, hook.endedBy, hook.endedAt, null));
            history.add(new TimelineEntry("Set to " + hook.address, hook.setBy, hook.setAt, null));
        }
        return new show(force, WebHook.of(force).orElse(null), form, history);
    }

    private static Response back(Force force) {
        return Response.seeOther(URI.create("/web-hooks/" + force.slug)).build();
    }
}
