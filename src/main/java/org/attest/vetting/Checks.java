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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.TimelineEntry;

/** The checks of a case: begun, each recorded on a page of its own with everything before it, and ended. */
@Path("/vetting-cases/{ref}/checks")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Checks {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** What the level asks for, apart from what is open already. */
    record begin(
            CaseHead head,
            Form form,
            String cannot,
            MovedMeanwhile moved,
            List<CheckKind> mandatory,
            List<CheckKind> optional)
            implements TemplateInstance {}

    record end(CaseHead head, Form form, String cannot, MovedMeanwhile moved, List<CheckLine> adverse)
            implements TemplateInstance {}

    /**
     * @param residency as the form gives it, beside the check of it; null beside every other
     * @param before what was recorded so far, newest first
     */
    record show(
            CaseHead head,
            CheckLine line,
            CheckFields fields,
            Form form,
            String shut,
            Residency residency,
            List<TimelineEntry> before)
            implements TemplateInstance {}

    @GET
    public TemplateInstance begin(@PathParam("ref") String ref) {
        return begin(team.shown(ref, "beginning of the checks"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> begin(again, form, moved));
        caseDeeds.attempt(form, "begin", () -> one.beginChecks(CheckSettings.of(one.force), open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> begin(again, form, null));
        return caseDeeds.done(one, "The checks are open.");
    }

    @GET
    @Path("end")
    public TemplateInstance end(@PathParam("ref") String ref) {
        return end(team.shown(ref, "end of the checks"), Form.blank(), null);
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> end(again, form, moved));
        caseDeeds.attempt(form, "end", () -> one.endChecks(open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> end(again, form, null));
        return caseDeeds.done(one, "The checks are done: the case is to be assessed.");
    }

    @GET
    @Path("{code}")
    public TemplateInstance show(@PathParam("ref") String ref, @PathParam("code") String code) {
        return show(team.shown(ref, "check " + code), code, Form.blank());
    }

    @POST
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @PathParam("ref") String ref, @PathParam("code") String code, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var line = line(one, code);
        var fields = new CheckFields(line.check().code);
        if (fields.isStale(form, line)) return caseDeeds.stale(open, again -> show(again, code, form));
        var answer = fields.read(form, caseDeeds.today());
        caseDeeds.attempt(form, fields.result(), () -> line.check()
                .record(
                        answer.result(),
                        answer.answeredBy(),
                        answer.dataOn(),
                        answer.note(),
                        open.by(),
                        compartment,
                        clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> show(again, code, form));
        flash.say(line.kind().label() + " is recorded.");
        return Response.seeOther(URI.create("/vetting-cases/" + one.ref)).build();
    }

    private TemplateInstance begin(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        var settings = CheckSettings.of(one.force);
        var already = Check.of(one).stream().map(c -> c.code).toList();
        var mandatory = new ArrayList<CheckKind>();
        var optional = new ArrayList<CheckKind>();
        for (var kind : CheckKind.all()) {
            if (already.contains(kind.code())) continue;
            switch (settings.asked(kind, one.level)) {
                case MANDATORY -> mandatory.add(kind);
                case OPTIONAL -> optional.add(kind);
                case NOT_ASKED -> {
                    // the level does without it
                }
            }
        }
        return new begin(
                CaseHead.of(one, caseDeeds.today()),
                form,
                caseDeeds.cannot(open, CaseState.CHECKS),
                moved,
                mandatory,
                optional);
    }

    private TemplateInstance end(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        var cannot = caseDeeds.cannot(open, CaseState.ASSESSMENT);
        return new end(
                CaseHead.of(one, caseDeeds.today()),
                form,
                cannot != null ? cannot : CaseDeeds.cannot(VettingCase.openChecks(one)),
                moved,
                CheckLine.of(one, compartment).stream()
                        .filter(l -> l.check().result.isAdverse())
                        .toList());
    }

    private TemplateInstance show(CaseTeam.OpenCase open, String code, Form form) {
        var one = open.vettingCase();
        var line = line(one, code);
        var before = new ArrayList<TimelineEntry>();
        for (var entry : line.entries()) {
            before.add(new TimelineEntry(words(entry), entry.recordedBy, entry.recordedAt, entry.note(compartment)));
        }
        Collections.reverse(before);
        return new show(
                CaseHead.of(one, caseDeeds.today()),
                line,
                new CheckFields(line.check().code),
                form,
                line.check().isShut().map(Typed::sentence).orElse(null),
                code.equals(Check.RESIDENCE) ? Residency.of(one, compartment, caseDeeds.today()) : null,
                before);
    }

    private static String words(CheckEntry entry) {
        return entry.dataOn == null
                ? entry.result.words()
                : entry.result.words() + ", answered by " + entry.answeredBy + ", data of "
                        + Formats.inWords(entry.dataOn);
    }

    private CheckLine line(VettingCase one, String code) {
        return CheckLine.of(one, compartment).stream()
                .filter(l -> l.check().code.equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
