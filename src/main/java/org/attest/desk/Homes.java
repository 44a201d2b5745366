package org.attest.desk;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Work;
import org.attest.web.WorkSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The home of whoever is signed in: what needs them, oldest promise first. */
@Path("/")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Homes {

    private static final int MOST = 25;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    @All
    List<WorkSource> sources;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    /**
     * Work of one force, or of none.
     *
     * @param place the force's name; {@code National} where it belongs to none
     */
    record Queue(String place, List<Work> work, long total) {}

    /** A door the role may open, with what is behind it. */
    record Door(String path, String name, String what) {}

    /**
     * @param yours moves that are the reader's, of those shown
     * @param embedded whether to say what a power cut can do to the embedded database: to those who can change it
     * @param later what the reader's roles will do in rooms that are not built yet; empty when all theirs are
     */
    record queue(
            LocalDate today,
            String name,
            List<Queue> queues,
            long total,
            long yours,
            boolean embedded,
            List<Door> doors,
            List<String> later)
            implements TemplateInstance {}

    @GET
    @Authenticated
    public Object home() {
        var elsewhere = elsewhere();
        if (elsewhere != null) return Response.seeOther(URI.create(elsewhere)).build();
        var today = LocalDate.now(clock);
        var queues = new ArrayList<Queue>();
        for (var slug : forces()) {
            var force = Force.bySlug(slug).orElseThrow();
            add(queues, force.name, WorkSource.all(sources, force, today, MOST));
        }
        add(queues, "National", WorkSource.all(sources, null, today, MOST));
        return new queue(
                today,
                user.name(),
                queues,
                queues.stream().mapToLong(Queue::total).sum(),
                queues.stream()
                        .flatMap(q -> q.work().stream())
                        .filter(Work::isYours)
                        .count(),
                database.equals("h2") && user.may(Permission.MANAGE_ACCOUNTS),
                doors(),
                later());
    }

    private static void add(List<Queue> queues, String place, WorkSource.Waiting waiting) {
        if (waiting.total() > 0) queues.add(new Queue(place, waiting.oldest(), waiting.total()));
    }

    /** Who only has a page of their own, a dashboard or the national view starts there. */
    private String elsewhere() {
        boolean works = user.may(Permission.SEE_PEOPLE)
                || user.may(Permission.MANAGE_ACCOUNTS)
                || user.may(Permission.SEE_TRAIL)
                || user.may(Permission.SEE_EVERY_TRAIL)
                || user.may(Permission.MAKE_POLICY);
        if (works) return null;
        if (user.may(Permission.SEE_NATIONAL)) return "/national";
        if (user.may(Permission.SEE_DASHBOARD)) {
            return user.held().stream()
                    .filter(h -> h.forceId() != null && h.role().allows(Permission.SEE_DASHBOARD))
                    .map(h -> "/forces/" + h.forceSlug())
                    .findFirst()
                    .orElse(null);
        }
        return user.may(Permission.SEE_OWN_RECORD) ? "/me" : null;
    }

    private List<String> forces() {
        var slugs = new LinkedHashSet<String>();
        for (var held : user.held()) if (held.forceSlug() != null) slugs.add(held.forceSlug());
        return List.copyOf(slugs);
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        for (var slug : forces()) {
            var force = Force.bySlug(slug).orElseThrow();
            var path = "/forces/" + slug;
            var place = force.shortName();
            if (user.may(Permission.SEE_DASHBOARD, force))
                doors.add(new Door(path, place + " dashboard", "Who can be deployed, and where the pipeline is slow"));
            if (user.may(Permission.SEE_PEOPLE, force))
                doors.add(
                        new Door(path + "/volunteers", "Volunteers of " + place, "Everybody from enquiry to service"));
            if (user.may(Permission.SEE_TRAINING, force))
                doors.add(new Door(
                        path + "/training", "Training of " + place, "Who is trained in what, and what expires when"));
            if (user.may(Permission.SEE_TUTORED_SHIFTS, force))
                doors.add(new Door(
                        path + "/tutored-shifts",
                        "Tutored shifts of " + place,
                        "Who is tutored by whom, and what is missing"));
            if (user.may(Permission.DECIDE_WAIVERS, force))
                doors.add(new Door(
                        path + "/waivers", "Waivers of " + place, "Who moved on without what, and until when"));
            if (user.may(Permission.RUN_VETTING, force))
                doors.add(new Door(
                        "/vetting?force=" + slug,
                        "Vetting of " + place,
                        "Cases by their promise, from form to clearance"));
            else if (user.may(Permission.HEAR_APPEALS, force))
                doors.add(
                        new Door("/vetting?force=" + slug, "Vetting appeals of " + place, "What waits for the panel"));
            if (user.may(Permission.DECIDE_VETTING, force))
                doors.add(new Door(
                        path + "/vetting-settings",
                        "Vetting settings of " + place,
                        "How long clearances last, and until when people can appeal"));
            if (user.may(Permission.DECIDE_VETTING, force) || user.may(Permission.MANAGE_PEOPLE, force))
                doors.add(new Door(
                        path + "/designated-posts",
                        "Designated posts of " + place,
                        "Who holds one, and who was to without the clearance"));
            if (user.may(Permission.IMPORT_PEOPLE, force))
                doors.add(new Door(path + "/imports", "Imports into " + place, "Bring people in from a file"));
        }
        if (user.may(Permission.WRITE_MODULES))
            doors.add(
                    new Door("/training", "Modules of training", "Write the next version of a module, and publish it"));
        if (user.may(Permission.SEE_NATIONAL))
            doors.add(new Door("/national", "National view", "The forces side by side, without names"));
        if (user.may(Permission.SEE_TRAIL) || user.may(Permission.SEE_EVERY_TRAIL))
            doors.add(new Door("/trail", "Trail", "Who did what, and who looked at whose record"));
        if (user.may(Permission.MANAGE_ACCOUNTS))
            doors.add(new Door("/accounts", "Accounts", "Invite people, give and end roles"));
        if (user.may(Permission.MANAGE_DELIVERY))
            doors.add(new Door("/outbox", "Outbox", "What leaves the house, and what became of it"));
        if (user.may(Permission.SEE_POLICY))
            doors.add(new Door("/policy", "Policy", "What is asked of volunteers before they are deployed"));
        if (user.may(Permission.SEE_OWN_RECORD))
            doors.add(new Door("/me", "Your own page", "Your status and your record"));
        return doors;
    }

    /** Said openly, so that nobody looks for work that is not there yet. */
    private List<String> later() {
        var later = new LinkedHashSet<String>();
        for (var held : user.held()) {
            switch (held.role()) {
                case SUPERVISOR -> later.add("One-to-ones and your caseload");
                case INSPECTOR -> later.add("Overrides of refused shifts");
                case WELFARE_OFFICER, CLINICIAN -> later.add("Welfare check-ins and return to duty");
                case DATA_PROTECTION_LEAD -> later.add("Retention, subject access and disposal");
                case POLICY_MAKER -> later.add("Drafting and publishing policy");
                default -> {
                    // everything this role does has its room
                }
            }
        }
        return List.copyOf(later);
    }
}
