package org.attest.vetting;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** Which checks a force asks for at each level, each with how the proposal is known; and setting them for a level. */
@Path("/forces/{slug}/vetting-checks")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_VETTING)
public class VettingCheckPages {

    @Inject
    CurrentUser user;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** How a check stands at one level. */
    record Cell(ClearanceLevel level, CheckSetting.Asked asked, CheckKind.Mark mark, boolean changed) {}

    record Row(CheckKind kind, List<Cell> cells) {}

    /** @param fixed whether it is part of the authentication, and so always mandatory */
    record Line(CheckKind kind, String field, Cell cell, CheckSetting.Asked proposed, boolean fixed) {

        /** {@code Now mandatory. Proposed: when it is needed. Seen in a source}. */
        public String hint() {
            return "Now: " + cell.asked().words().toLowerCase() + ". "
                    + (cell.changed() ? "Attest comes with: " + proposed.words().toLowerCase() + ". " : "")
                    + cell.mark().words();
        }
    }

    record grid(Force force, List<ClearanceLevel> levels, List<Row> rows) implements TemplateInstance {}

    /** @param stamp how often the force has set something, for the form to say on what it was made */
    record set(
            Force force,
            ClearanceLevel level,
            List<Line> lines,
            List<Option> asked,
            Form form,
            int stamp,
            boolean stale)
            implements TemplateInstance {}

    @GET
    public TemplateInstance grid(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.DECIDE_VETTING);
        var settings = CheckSettings.of(force);
        return new grid(
                force,
                levels(),
                CheckKind.all().stream()
                        .map(k -> new Row(
                                k,
                                levels().stream().map(l -> cell(settings, k, l)).toList()))
                        .toList());
    }

    @GET
    @Path("{level}")
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("level") String levelSlug) {
        var force = user.force(slug, Permission.DECIDE_VETTING);
        var level = level(levelSlug);
        return page(force, level, showing(force, level), false);
    }

    @POST
    @Path("{level}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @PathParam("slug") String slug,
            @PathParam("level") String levelSlug,
            MultivaluedMap<String, String> typed) {
        var force = user.force(slug, Permission.DECIDE_VETTING);
        var level = level(levelSlug);
        var form = Form.of(typed);
        // of two managers at once the second sees what the first has set
        CheckSetting.getEntityManager().lock(force, LockModeType.PESSIMISTIC_WRITE);
        if (!form.typed(MovedMeanwhile.FIELD).equals(String.valueOf(stamp(force)))) {
            return Response.status(409).entity(page(force, level, form, true)).build();
        }
        var settings = CheckSettings.of(force);
        int changed = 0;
        for (var kind : CheckKind.all()) {
            if (CheckKind.AUTHENTICATION.contains(kind.code())) continue;
            var field = field(kind);
            var asked = form.choice(field, CheckSetting.Asked.class, "Choose whether " + kind.label() + " is asked");
            if (asked == null || asked == settings.asked(kind, level)) continue;
            caseDeeds.attempt(
                    form, field, () -> CheckSettings.set(force, level, kind, asked, user.actorIn(force), clock));
            changed++;
        }
        if (!form.isSound())
            return Response.status(422).entity(page(force, level, form, false)).build();
        flash.say(
                changed == 0
                        ? "Nothing was changed."
                        : Formats.of(changed, "check is", "checks are")
                                + " set. Cases whose checks are open stay as they are.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/vetting-checks"))
                .build();
    }

    private TemplateInstance page(Force force, ClearanceLevel level, Form form, boolean stale) {
        var settings = CheckSettings.of(force);
        return new set(
                force,
                level,
                CheckKind.all().stream()
                        .map(k -> new Line(
                                k,
                                field(k),
                                cell(settings, k, level),
                                CheckSettings.proposed(k, level),
                                CheckKind.AUTHENTICATION.contains(k.code())))
                        .toList(),
                Option.of(CheckSetting.Asked.class, CheckSetting.Asked::words),
                form,
                stamp(force),
                stale);
    }

    private static Form showing(Force force, ClearanceLevel level) {
        var settings = CheckSettings.of(force);
        var values = new HashMap<String, Object>();
        for (var kind : CheckKind.all()) values.put(field(kind), settings.asked(kind, level));
        return Form.showing(values);
    }

    private static Cell cell(CheckSettings settings, CheckKind kind, ClearanceLevel level) {
        var asked = settings.asked(kind, level);
        return new Cell(level, asked, kind.mark(level), asked != CheckSettings.proposed(kind, level));
    }

    private static String field(CheckKind kind) {
        return "asked-" + kind.code();
    }

    private static int stamp(Force force) {
        return CheckSetting.of(force).size();
    }

    private static List<ClearanceLevel> levels() {
        return Arrays.stream(ClearanceLevel.values())
                .filter(ClearanceLevel::isForceVetting)
                .toList();
    }

    private static ClearanceLevel level(String slug) {
        return levels().stream().filter(l -> l.slug().equals(slug)).findFirst().orElseThrow(NotFoundException::new);
    }
}
