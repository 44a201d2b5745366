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
import org.attest.security.Permission;
import org.attest.web.Form;

/** A meeting face to face about a concern: begun with what it is about, and ended. */
@Path("/vetting-cases/{ref}/interview")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class CaseInterviews {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record begin(CaseHead head, Form form, String cannot, MovedMeanwhile moved) implements TemplateInstance {}

    /** @param about what the interview was to be about; null where the step says nothing */
    record end(CaseHead head, Form form, String cannot, MovedMeanwhile moved, String about)
            implements TemplateInstance {}

    @GET
    public TemplateInstance begin(@PathParam("ref") String ref) {
        return begin(team.shown(ref, "interview"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> begin(again, form, moved));
        var why = Typed.needed(form, "why", "Enter what the interview is about", Question.LONGEST);
        caseDeeds.attempt(form, "why", () -> one.interview(why, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> begin(again, form, null));
        return caseDeeds.done(one, "The case waits for an interview.");
    }

    @GET
    @Path("end")
    public TemplateInstance end(@PathParam("ref") String ref) {
        return end(team.shown(ref, "end of the interview"), Form.blank(), null);
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
        caseDeeds.attempt(form, "end", () -> one.endInterview(open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> end(again, form, null));
        return caseDeeds.done(one, "The interview is over. What came of it belongs to C21 or to a matter.");
    }

    private TemplateInstance begin(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        return new begin(
                CaseHead.of(open.vettingCase(), caseDeeds.today()),
                form,
                caseDeeds.cannot(open, CaseState.INTERVIEW),
                moved);
    }

    private TemplateInstance end(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        boolean runs = one.state == CaseState.INTERVIEW;
        return new end(
                CaseHead.of(one, caseDeeds.today()),
                form,
                runs ? null : "No interview waits in this case",
                moved,
                runs ? CaseStep.newest(one).note(compartment) : null);
    }
}
