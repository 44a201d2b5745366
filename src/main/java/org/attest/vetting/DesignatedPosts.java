package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.policy.Tier;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/** A force's designated posts: the list the vetting manager keeps, and the report of who is in one, or was to be, without the clearance. */
@Path("/forces/{slug}/designated-posts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class DesignatedPosts {

    private static final int MOST_PREVENTED = 100;

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param held how many hold it today */
    record Line(DesignatedPost post, long held) {}

    record list(Force force, List<Line> lines, LocalDate today, boolean keeps) implements TemplateInstance {}

    record designate(Force force, Form form, List<Option> tiers) implements TemplateInstance {}

    record end(Force force, DesignatedPost post, Form form) implements TemplateInstance {}

    /** A post held today without the clearance it asks for. */
    record Breach(PostHolding holding, ClearanceLevel needed) {}

    record report(Force force, List<Breach> breaches, List<PreventedPosting> prevented, LocalDate today)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.DECIDE_VETTING, Permission.MANAGE_PEOPLE})
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = force(slug);
        var today = LocalDate.now(clock);
        var held = PostHolding.lastingIn(force, today).stream()
                .collect(Collectors.groupingBy(h -> h.post.id, Collectors.counting()));
        var lines = DesignatedPost.of(force).stream()
                .map(post -> new Line(post, held.getOrDefault(post.id, 0L)))
                .toList();
        return new list(force, lines, today, currentUser.may(Permission.DECIDE_VETTING, force));
    }

    @GET
    @Path("without-clearance")
    @PermissionsAllowed({Permission.DECIDE_VETTING, Permission.MANAGE_PEOPLE})
    public TemplateInstance report(@PathParam("slug") String slug) {
        var force = force(slug);
        var today = LocalDate.now(clock);
        var held = PostHolding.lastingIn(force, today);
        var clearances = Clearance.of(
                        held.stream().map(h -> h.volunteer).distinct().toList())
                .stream()
                .filter(c -> c.isLiveOn(today))
                .collect(Collectors.groupingBy(c -> c.volunteer));
        var breaches = held.stream()
                .map(h -> new Breach(h, DesignatedPost.needed(h.volunteer)))
                .filter(b -> clearances.getOrDefault(b.holding.volunteer, List.of()).stream()
                        .noneMatch(c -> c.level.meets(b.needed)))
                .toList();
        return new report(force, breaches, PreventedPosting.of(force, MOST_PREVENTED), today);
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.DECIDE_VETTING)
    public TemplateInstance page(@PathParam("slug") String slug) {
        return page(currentUser.force(slug, Permission.DECIDE_VETTING), Form.blank());
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.DECIDE_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response designate(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        var form = Form.of(typed);
        var name = form.required("name", "Enter the name of the post", DesignatedPost.LONGEST_NAME);
        var from = form.requiredDay("fromDay", "First day");
        var tier = form.typed("tier").isEmpty() ? null : form.choice("tier", Tier.class, "Choose a tier of the list");
        attempt(
                form,
                "name",
                () -> DesignatedPost.designate(force, name, from, tier, currentUser.actorIn(force), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(force, form)).build();
        flash.say(name + " is a designated post from now on.");
        return backToTheList(force);
    }

    @GET
    @Path("{post}/ending")
    @PermissionsAllowed(Permission.DECIDE_VETTING)
    public TemplateInstance endPage(@PathParam("slug") String slug, @PathParam("post") String ref) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        return new end(force, post(force, ref), Form.blank().withDay("lastDay", LocalDate.now(clock)));
    }

    @POST
    @Path("{post}/ending")
    @PermissionsAllowed(Permission.DECIDE_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("slug") String slug, @PathParam("post") String ref, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.DECIDE_VETTING);
        var post = post(force, ref);
        var form = Form.of(typed);
        var day = form.requiredDay("lastDay", "Last day");
        attempt(form, "lastDay", () -> post.end(day, currentUser.actorIn(force)));
        if (!form.isSound())
            return Response.status(422).entity(new end(force, post, form)).build();
        flash.say(post.name + " is taken off the list.");
        return backToTheList(force);
    }

    private void attempt(Form form, String field, Supplier<Deed> doing) {
        if (!form.isSound()) return;
        try {
            deeds.fire(doing.get());
        } catch (Refused refused) {
            form.refuse(field, refused.sentence());
        }
    }

    private Force force(String slug) {
        var force = Force.bySlug(slug).orElseThrow(NotFoundException::new);
        if (!currentUser.may(Permission.DECIDE_VETTING, force)) currentUser.require(Permission.MANAGE_PEOPLE, force);
        return force;
    }

    private static DesignatedPost post(Force force, String ref) {
        return DesignatedPost.byRef(ref).filter(p -> p.force.equals(force)).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(Force force, Form form) {
        return new designate(
                force,
                form,
                Arrays.stream(Tier.values())
                        .map(t -> new Option(
                                t.name(), t.label() + ", " + t.words().toLowerCase()))
                        .toList());
    }

    private static Response backToTheList(Force force) {
        return Response.seeOther(URI.create("/forces/" + force.slug + "/designated-posts"))
                .build();
    }
}
