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
import java.time.LocalDate;
import org.attest.security.Permission;
import org.attest.web.Form;

/** A case that ends because the applicant stayed silent on a returned form. */
@Path("/vetting-cases/{ref}/withdrawal")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class CaseWithdrawals {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Clock clock;

    record withdraw(CaseHead head, Form form, String cannot, MovedMeanwhile moved, LocalDate since)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "withdrawal"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> page(again, form, moved));
        if (!form.ticked("sure", "yes")) form.refuse("sure", "Tick the box if the applicant was reminded");
        caseDeeds.attempt(form, "sure", () -> one.withdraw(open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form, null));
        return caseDeeds.done(one, "The case is withdrawn.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        return new withdraw(
                CaseHead.of(one, caseDeeds.today()),
                form,
                caseDeeds.cannot(open, CaseState.WITHDRAWN_BY_APPLICANT),
                moved,
                one.stateSince);
    }
}
