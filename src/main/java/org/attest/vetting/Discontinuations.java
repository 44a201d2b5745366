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

/** A new applicant under investigation or on bail goes no further for now (vetting rule 19). */
@Path("/vetting-cases/{ref}/discontinuation")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Discontinuations {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record discontinue(CaseHead head, Form form, String cannot, MovedMeanwhile moved) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "discontinuation"), Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discontinue(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var moved = MovedMeanwhile.since(form, one);
        if (moved != null) return caseDeeds.stale(open, again -> page(again, form, moved));
        var note = Typed.needed(form, "note", "Enter what stands in the way", Question.LONGEST);
        caseDeeds.attempt(form, "note", () -> one.discontinue(note, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form, null));
        return caseDeeds.done(one, "The case is discontinued until the matter is over.");
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form, MovedMeanwhile moved) {
        var one = open.vettingCase();
        return new discontinue(
                CaseHead.of(one, caseDeeds.today()),
                form,
                CaseDeeds.cannot(one.cannotDiscontinue(open.by(), caseDeeds.today())),
                moved);
    }
}
