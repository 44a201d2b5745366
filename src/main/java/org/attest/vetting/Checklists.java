package org.attest.vetting;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Form;
import org.attest.web.Formats;

/** All checks of a case in one form, for answers that came together: each with a result of its own, all stored or none. */
@Path("/vetting-cases/{ref}/checklist")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Checklists {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    CheckRecording recording;

    @Inject
    Compartment compartment;

    /** @param shut why nothing can be recorded; null when it can */
    record fill(CaseHead head, Form form, String shut, List<CheckLine> open, List<CheckLine> done)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "checklist"), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var lines = CheckLine.of(open.vettingCase(), compartment);
        if (recording.isStale(lines, form)) return caseDeeds.stale(open, again -> page(again, form));
        int recorded = recording.record(lines, form, open.by());
        if (form.isSound() && recorded == 0) form.refuse("checklist", "Record at least one check");
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(open.vettingCase(), Formats.of(recorded, "check is", "checks are") + " recorded.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form) {
        var lines = CheckLine.of(open.vettingCase(), compartment);
        return new fill(
                CaseHead.of(open.vettingCase(), caseDeeds.today()),
                form,
                shut(lines),
                lines.stream().filter(l -> !l.check().result.isDone()).toList(),
                lines.stream().filter(l -> l.check().result.isDone()).toList());
    }

    /** Why none of them can be recorded. */
    private static String shut(List<CheckLine> lines) {
        if (lines.isEmpty()) return "No check is open yet: they come with the form";
        boolean any = lines.stream().anyMatch(l -> l.check().isShut().isEmpty());
        return any ? null : CaseDeeds.cannot(lines.get(0).check().isShut());
    }
}
