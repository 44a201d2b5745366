package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** Orders by which a class of qualifications counts for longer: proposed by one policy maker, approved by another, ended early by either. */
@Path(Extensions.PATH)
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Extensions {

    static final String PATH = "/training/extensions";

    @Inject
    Learners learners;

    @Inject
    TrainingSettings settings;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record Line(Extension extension, Extension.State state) {}

    /** @param lasting how many are in force today */
    record list(List<Line> lines, long lasting, LocalDate today, boolean proposes) implements TemplateInstance {}

    /** @param months how long it may last at most */
    record propose(Form form, List<Option> modules, List<Option> forces, int months) implements TemplateInstance {}

    /**
     * @param decides whether the reader may decide it now
     * @param own whether the reader proposed it, and therefore may not
     * @param ends whether the reader may end it now
     */
    record show(
            Extension extension,
            Extension.State state,
            Form form,
            List<Option> answers,
            boolean decides,
            boolean own,
            boolean ends)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_CURRICULUM)
    public TemplateInstance list() {
        var today = LocalDate.now(clock);
        var lines =
                Extension.register().stream().map(e -> new Line(e, e.on(today))).toList();
        return new list(
                lines,
                lines.stream().filter(l -> l.state == Extension.State.IN_FORCE).count(),
                today,
                user.may(Permission.MAKE_POLICY));
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MAKE_POLICY)
    public TemplateInstance form() {
        return form(Form.blank().withDay("firstDay", LocalDate.now(clock)));
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.MAKE_POLICY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var modules = modules().stream()
                .map(Option::value)
                .filter(code -> form.has("modules", code))
                .toList();
        if (modules.isEmpty()) form.refuse("modules", "Choose at least one module");
        var force = force(form);
        var authority = line(form);
        var reason = Texts.lines(form.typed("reason"));
        if (reason == null) form.refuse("reason", "Enter why it is needed");
        var wrong = Texts.fault(reason, Extension.LONGEST_REASON, true);
        if (wrong != null) form.refuse("reason", wrong);
        var firstDay = form.requiredDay("firstDay", "First day");
        var lastDay = form.requiredDay("lastDay", "Last day");
        var proposed = learners.attempt(
                form,
                r -> r.sentence().startsWith("The first day") ? "firstDay" : "lastDay",
                () -> Extension.propose(
                        modules, force, authority, reason, firstDay, lastDay, settings.extensionMonths(), by(), clock));
        if (proposed == null) return Response.status(422).entity(form(form)).build();
        flash.say("The extension is proposed. Nothing counts by it until a second policy maker approves it.");
        return seeOther(proposed.extension());
    }

    @GET
    @Path("{ref}")
    @PermissionsAllowed(Permission.SEE_CURRICULUM)
    public TemplateInstance show(@PathParam("ref") String ref) {
        return page(extension(ref), Form.blank());
    }

    @POST
    @Path("{ref}/decision")
    @PermissionsAllowed(Permission.MAKE_POLICY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var extension = held(ref);
        var form = Form.of(typed);
        var choice = form.typed("decision");
        if (!choice.equals("approve") && !choice.equals("decline")) {
            form.refuse("decision", "Choose whether you approve it");
        }
        boolean approve = choice.equals("approve");
        var decided = learners.attempt(
                form,
                r -> r.sentence().startsWith("Enter why") ? "answer" : "decision",
                () -> extension.decide(approve, form.typed("answer"), by(), clock));
        if (decided == null) return unsound(ref, form);
        flash.say(
                approve
                        ? "The extension is approved. What it covers counts until its last day."
                        : "The extension is declined.");
        return seeOther(extension);
    }

    @POST
    @Path("{ref}/ending")
    @PermissionsAllowed(Permission.MAKE_POLICY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var extension = held(ref);
        var form = Form.of(typed);
        var ended = learners.attempt(form, r -> "endReason", () -> extension.end(form.typed("endReason"), by(), clock));
        if (ended == null) return unsound(ref, form);
        flash.say("The extension is ended. From tomorrow nothing counts by it.");
        return seeOther(extension);
    }

    private Actor by() {
        return user.actorIn(null);
    }

    private static Extension extension(String ref) {
        return Extension.byRef(ref).orElseThrow(NotFoundException::new);
    }

    /** To be changed: locked, so that of two deeds at once the second sees the first. */
    private static Extension held(String ref) {
        var extension = extension(ref);
        Extension.getEntityManager().refresh(extension, LockModeType.PESSIMISTIC_WRITE);
        return extension;
    }

    private static Force force(Form form) {
        var slug = form.typed("force");
        if (slug.isEmpty()) return null;
        var force = Force.bySlug(slug).orElse(null);
        if (force == null) form.refuse("force", "Choose a force of the list, or every force");
        return force;
    }

    private static String line(Form form) {
        var authority = Texts.line(form.typed("authority"));
        if (authority == null) form.refuse("authority", "Enter the order it rests on");
        var wrong = Texts.fault(authority, Extension.LONGEST_AUTHORITY, false);
        if (wrong != null) form.refuse("authority", wrong);
        return authority;
    }

    /** What can be extended: whatever expires. */
    private static List<Option> modules() {
        return Curriculum.current().modules().stream()
                .filter(m -> m.validMonths() > 0)
                .map(m -> new Option(m.code(), m.label()))
                .toList();
    }

    private static Response seeOther(Extension extension) {
        return Response.seeOther(URI.create(PATH + "/" + extension.ref)).build();
    }

    private Response unsound(String ref, Form form) {
        return Response.status(422).entity(page(extension(ref), form)).build();
    }

    private TemplateInstance form(Form form) {
        return new propose(
                form,
                modules(),
                Force.all().stream().map(f -> new Option(f.slug, f.name)).toList(),
                settings.extensionMonths());
    }

    private TemplateInstance page(Extension extension, Form form) {
        boolean makes = user.may(Permission.MAKE_POLICY);
        boolean own = extension.proposedByRef.equals(by().ref());
        var state = extension.on(LocalDate.now(clock));
        return new show(
                extension,
                state,
                form,
                List.of(new Option("approve", "Approve it"), new Option("decline", "Decline it")),
                makes && !own && state == Extension.State.PROPOSED,
                own,
                makes
                        && extension.endedAt == null
                        && (state == Extension.State.AHEAD || state == Extension.State.IN_FORCE));
    }
}
