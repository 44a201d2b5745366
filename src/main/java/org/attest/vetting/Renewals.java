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

/** The renewal of a clearance: a case of its own, while the clearance runs until its own last day. */
@Path("/vetting-cases/{ref}/renewal")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Renewals {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record begin(CaseHead head, Form form, String cannot, MovedMeanwhile moved, LocalDate validUntil)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "renewal"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> page(again, form, moved));
        var begun = caseDeeds.attempt(
                form, "begin", () -> one.renew(VettingSettings.of(one.force), open.by(), compartment, clock));
        if (begun == null) return caseDeeds.unsound(open, again -> page(again, form, null));
        return caseDeeds.done(
                begun.vettingCase(), "The renewal is begun: " + one.volunteer.called() + " is asked for the form.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        return new begin(
                CaseHead.of(one, caseDeeds.today()),
                form,
                CaseDeeds.cannot(one.cannotRenew(caseDeeds.today())),
                moved,
                one.validUntil);
    }
}
