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

/** That somebody can be invited again whose case was stopped while the unit had it (vetting rule 19). */
@Path("/vetting-cases/{ref}/finalised")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Finalisations {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Clock clock;

    record finalise(CaseHead head, Form form, String cannot, MovedMeanwhile moved) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "matter over"), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response finalise(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        if (one.finalisedOn != null) return caseDeeds.stale(open, again -> page(again, form));
        var day = one.state == CaseState.DISCONTINUED
                ? form.requiredDay("day", "Day on which it was over")
                : caseDeeds.today();
        caseDeeds.attempt(form, "day", () -> one.finalise(day, open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(one, "Recorded. The coordinator can invite " + one.volunteer.called() + " again.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form) {
        var one = open.vettingCase();
        return new finalise(CaseHead.of(one, caseDeeds.today()), form, CaseDeeds.cannot(one.cannotFinalise()), null);
    }
}
