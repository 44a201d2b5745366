package org.attest.recruitment.meeting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.DetailsForm;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** The times that a force has opened, and opening more: one, or several in a row. */
@Path("/forces/{slug}/meetings")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Slots {

    private static final int LATEST = 20;

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record Row(Slot slot, long booked) {}

    /** @param unfinished over, and somebody has no result */
    record list(Force force, String kind, List<Option> kinds, List<Slot> unfinished, List<Row> ahead, List<Row> behind)
            implements TemplateInstance {}

    record open(Force force, Form form, List<Option> kinds) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("slug") String slug, @QueryParam("kind") String typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var now = clock.instant();
        var kind = Arrays.stream(MeetingKind.values())
                .filter(k -> k.name().equals(typed))
                .findFirst()
                .orElse(null);
        return new list(
                force,
                kind == null ? "" : kind.name(),
                kinds(wording),
                Slot.withoutResults(force, now),
                rows(Slot.ahead(force, kind, now)),
                rows(Slot.behind(force, now, LATEST)));
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.showing(Map.of("minutes", "45", "places", "1", "count", "1", "pause", "0"));
        return new open(force, form, kinds(wording));
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var plan = new SlotPlan(
                form.choice("kind", MeetingKind.class, "Choose what it is"),
                form.day("day", "Day"),
                form.time("at"),
                form.number("minutes"),
                form.number("places"),
                form.typed("place"),
                form.typed("bring"));
        int count = form.number("count");
        int pause = form.number("pause");
        if (count < 1 || count > SlotPlan.LONGEST_RUN) {
            form.refuse("count", "Enter how many in a row, between 1 and " + SlotPlan.LONGEST_RUN);
        }
        if (pause < 0) form.refuse("pause", "Enter the break between as minutes, or 0");
        DetailsForm.refuse(form, plan.faults(clock.instant()));
        if (form.isSound()) {
            var by = currentUser.actorIn(force);
            for (var one : plan.run(count, pause)) {
                atHand.attempt(form, "day", () -> Slot.open(force, one, by, clock));
            }
        }
        if (!form.isSound()) {
            return Response.status(422)
                    .entity(new open(force, form, kinds(wording)))
                    .build();
        }
        flash.say(Formats.of(count, "time is", "times are") + " open for "
                + wording.meetingKind(plan.kind().name()).toLowerCase() + " on " + Formats.inWords(plan.day()) + ".");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/meetings"))
                .build();
    }

    static List<Option> kinds(Wording wording) {
        return Option.of(MeetingKind.class, k -> wording.meetingKind(k.name()));
    }

    private static List<Row> rows(List<Slot> slots) {
        var booked = Slot.booked(slots);
        return slots.stream()
                .map(s -> new Row(s, booked.getOrDefault(s.id, 0L)))
                .toList();
    }
}
