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

/** A form that goes back to the applicant, incomplete, with what is missing. */
@Path("/vetting-cases/{ref}/return")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class FormReturns {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record send(CaseHead head, Form form, String cannot, MovedMeanwhile moved) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "return of the form"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> page(again, form, moved));
        var missing = Typed.needed(form, "missing", "Enter what is missing", Question.LONGEST);
        caseDeeds.attempt(form, "missing", () -> one.returnForm(missing, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form, null));
        return caseDeeds.done(one, "The form is back with " + one.volunteer.called() + ", and the clock stands.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        return new send(
                CaseHead.of(open.vettingCase(), caseDeeds.today()),
                form,
                caseDeeds.cannot(open, CaseState.RETURNED),
                moved);
    }
}
