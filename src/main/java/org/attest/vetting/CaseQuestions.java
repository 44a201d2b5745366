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

/** Everything that is missing, asked of the applicant at once; the clock stands until they answer or it is taken back. */
@Path("/vetting-cases/{ref}/information-request")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class CaseQuestions {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    /** Days that the due day is proposed ahead. */
    private static final int USUAL_DAYS = 14;

    /** @param waiting the request that waits; null where another can be made */
    record ask(CaseHead head, Form form, String cannot, MovedMeanwhile moved, Question waiting, String asked)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        var open = team.shown(ref, "request for information");
        return page(open, Form.blank().withDay("due", caseDeeds.today().plusDays(USUAL_DAYS)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        if (isStale(form, one)) return caseDeeds.stale(open, again -> page(again, form));
        var what = Typed.needed(form, "what", "Enter everything that is missing", Question.LONGEST);
        var due = form.requiredDay("due", "Due day");
        caseDeeds.attempt(form, "due", () -> Question.ask(one, what, due, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(one, one.volunteer.called() + " is asked, and the clock stands.");
    }

    @POST
    @Path("taking-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var waiting = Question.waiting(one).orElse(null);
        if (waiting == null || isStale(form, one)) {
            form.refuse("what", "The request was answered or taken back meanwhile");
            return caseDeeds.stale(open, again -> page(again, form));
        }
        caseDeeds.attempt(form, "what", () -> waiting.takeBack(open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(one, "The request is taken back.");
    }

    /** Whether one was asked, answered or taken back since the form was made; said beside the field. */
    private static boolean isStale(Form form, VettingCase one) {
        if (form.typed(MovedMeanwhile.FIELD).equals(stamp(one))) return false;
        form.refuse("what", "Somebody asked, or took a request back, meanwhile. Nothing of yours is done");
        return true;
    }

    private static String stamp(VettingCase one) {
        var asked = Question.of(one);
        return asked.size() + "-"
                + asked.stream().filter(q -> q.closedAt != null).count();
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form) {
        var one = open.vettingCase();
        var waiting = Question.waiting(one).orElse(null);
        return new ask(
                CaseHead.of(one, caseDeeds.today()).stamped(stamp(one)),
                form,
                one.state.isWithTheUnit() ? null : "The case is not with the vetting unit",
                null,
                waiting,
                waiting == null ? null : waiting.asked(compartment));
    }
}
