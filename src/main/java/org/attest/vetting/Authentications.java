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
import java.time.Clock;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Whether the form is authentic: identity and right to remain, before any other check is started (vetting rule 23). */
@Path("/vetting-cases/{ref}/authentication")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Authentications {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    CheckRecording recording;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record authenticate(CaseHead head, Form form, String cannot, MovedMeanwhile moved, List<CheckLine> lines)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "authentication"), Form.blank(), null);
    }

    /** Records what is filled in; and authenticates the form, unless only that was asked. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response authenticate(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> page(again, form, moved));
        var lines = lines(one);
        if (recording.isStale(lines, form)) return caseDeeds.stale(open, again -> page(again, form, null));
        int recorded = recording.record(lines, form, open.by());
        if (form.has("then", "later")) {
            if (form.isSound() && recorded == 0) form.refuse("authenticate", "Record at least one check");
            if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form, null));
            return caseDeeds.done(one, Formats.of(recorded, "check is", "checks are") + " recorded.");
        }
        caseDeeds.attempt(form, "authenticate", () -> one.authenticate(open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form, null));
        return caseDeeds.done(one, "The form is authenticated: the checks can begin.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        return new authenticate(
                CaseHead.of(one, caseDeeds.today()),
                form,
                caseDeeds.cannot(open, CaseState.AUTHENTICATED),
                moved,
                lines(one));
    }

    private List<CheckLine> lines(VettingCase one) {
        return CheckLine.of(one, compartment).stream()
                .filter(l -> CheckKind.AUTHENTICATION.contains(l.check().code))
                .toList();
    }
}
