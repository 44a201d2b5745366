package org.attest.notice;

import io.quarkus.arc.All;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;

/** How many days before the day a force reminds, and when it tells the next one up; for each kind of thing. */
@Path("/forces/{slug}/reminders")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_NOTICES)
@Transactional
public class ReminderPlans {

    private static final int MOST_DAYS = 365;
    private static final int MOST_LEADS = 6;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    @All
    List<DueSource> sources;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    /** @param own what the force set; null where the kind's own days hold */
    record Row(DueKind kind, ReminderPlan own) {

        public String days() {
            return inWords(kind);
        }
    }

    record list(Force force, List<Row> rows) implements TemplateInstance {}

    record edit(Force force, DueKind kind, String usual, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.MANAGE_NOTICES);
        var own = ReminderPlan.newest(force);
        var rows = sources.stream()
                .map(DueSource::kind)
                .sorted(Comparator.comparing(DueKind::words))
                .map(kind -> {
                    var plan = own.get(kind.code());
                    return new Row(plan == null ? kind : plan.of(kind), plan);
                })
                .toList();
        return new list(force, rows);
    }

    @GET
    @Path("{kind}")
    public TemplateInstance edit(@PathParam("slug") String slug, @PathParam("kind") String code) {
        var force = user.force(slug, Permission.MANAGE_NOTICES);
        var kind = kind(code);
        var plan = ReminderPlan.inForce(force, kind);
        return new edit(
                force,
                kind,
                inWords(kind),
                Form.showing(Map.of(
                        "leadDays", inWords(plan),
                        "coordinatorAfter", plan.coordinatorAfter(),
                        "leadAfter", plan.leadAfter())));
    }

    @POST
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @PathParam("slug") String slug, @PathParam("kind") String code, MultivaluedMap<String, String> typed) {
        var force = user.force(slug, Permission.MANAGE_NOTICES);
        var kind = kind(code);
        var form = Form.of(typed);
        var plan = plan(form, kind);
        if (plan == null)
            return Response.status(422)
                    .entity(new edit(force, kind, inWords(kind), form))
                    .build();
        ReminderPlan.set(force, plan, clock.instant(), user.name());
        deeds.fire(new RemindersPlanned(user.actorIn(force), force, plan));
        flash.say(kind.words() + ": saved");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/reminders"))
                .build();
    }

    private static DueKind plan(Form form, DueKind kind) {
        var typed = form.required("leadDays", "Enter at least one number of days, such as 30, 7, 1", 60);
        List<Integer> days = List.of();
        if (typed != null) {
            if (!typed.matches("\\d{1,3}(\\s*[, ]\\s*\\d{1,3})*")) {
                form.refuse("leadDays", "Enter numbers of days with commas between them, such as 30, 7, 1");
            } else {
                days = Arrays.stream(typed.split("[, ]+"))
                        .map(Integer::valueOf)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList();
                if (days.size() > MOST_LEADS) form.refuse("leadDays", "Enter at most " + MOST_LEADS + " numbers");
                if (days.get(0) > MOST_DAYS) form.refuse("leadDays", "Enter at most " + MOST_DAYS + " days");
            }
        }
        int coordinator = -1;
        int lead = -1;
        if (kind.canBeOverdue()) {
            coordinator = number(form, "coordinatorAfter", "Enter after how many days the coordinators are told");
            lead = number(form, "leadAfter", "Enter after how many days the lead is told");
            if (form.isSound() && lead < coordinator)
                form.refuse("leadAfter", "The lead is told after the coordinators: enter " + coordinator + " or more");
        }
        return form.isSound() ? new DueKind(kind.code(), kind.words(), days, coordinator, lead) : null;
    }

    private static int number(Form form, String field, String what) {
        var typed = form.required(field, what, 3);
        if (typed == null) return 0;
        if (typed.matches("[1-9]\\d{0,2}") && Integer.parseInt(typed) <= MOST_DAYS) return Integer.parseInt(typed);
        form.refuse(field, "Enter a number of days from 1 to " + MOST_DAYS);
        return 0;
    }

    private DueKind kind(String code) {
        return sources.stream()
                .map(DueSource::kind)
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String inWords(DueKind kind) {
        return kind.leadDays().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
