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
import java.time.Clock;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** What a check or the form brought to light and has to be weighed: recorded, and struck out where it was wrong. */
@Path("/vetting-cases/{ref}/matters")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class CaseMatters {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    record add(CaseHead head, Form form, String cannot, MovedMeanwhile moved, List<Option> kinds, List<Option> gradings)
            implements TemplateInstance {}

    record strike(CaseHead head, Form form, String cannot, MovedMeanwhile moved, Matter matter, Matter.Text text)
            implements TemplateInstance {}

    @GET
    @Path("new")
    public TemplateInstance add(@PathParam("ref") String ref) {
        return add(team.shown(ref, "matters"), Form.blank());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        var before = Matter.of(one);
        if (!form.typed(MovedMeanwhile.FIELD).equals(String.valueOf(before.size()))) {
            form.refuse("kind", stale(before));
            return caseDeeds.stale(open, again -> add(again, form));
        }
        var kind = form.choice("kind", MatterKind.class, "Choose what it is");
        var what = Typed.needed(form, "what", "Enter what was found", Question.LONGEST);
        var source = form.required("source", "Enter where it comes from", Matter.LONGEST_SOURCE);
        var grading = form.choice("grading", Matter.Grading.class, "Choose how far the source can be trusted");
        caseDeeds.attempt(
                form,
                "kind",
                () -> Matter.record(one, kind, grading, new Matter.Text(what, source), open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> add(again, form));
        return caseDeeds.done(one, "The matter is recorded.");
    }

    @GET
    @Path("{matter}/striking")
    public TemplateInstance strike(@PathParam("ref") String ref, @PathParam("matter") String matter) {
        var open = team.shown(ref, "matter");
        return strike(open, matter(open, matter), Form.blank());
    }

    @POST
    @Path("{matter}/striking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response strike(
            @PathParam("ref") String ref, @PathParam("matter") String matterRef, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var matter = matter(open, matterRef);
        var form = Form.of(typed);
        if (matter.struckAt != null)
            return caseDeeds.stale(open, again -> strike(again, matter(again, matterRef), form));
        var why = Typed.needed(form, "why", "Enter why it is struck out", Question.LONGEST);
        caseDeeds.attempt(form, "why", () -> matter.strike(why, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> strike(again, matter(again, matterRef), form));
        return caseDeeds.done(one, "The matter is struck out. It stays to be read.");
    }

    private static String stale(List<Matter> before) {
        if (before.isEmpty()) return "Open the page again: it does not say on what it was made";
        var last = before.get(before.size() - 1);
        return last.recordedBy + " has recorded “" + last.kind.words() + "” meanwhile. Record yours if it is another";
    }

    private TemplateInstance add(CaseTeam.OpenCase open, Form form) {
        var one = open.vettingCase();
        return new add(
                CaseHead.of(one, caseDeeds.today()).stamped(Matter.of(one).size()),
                form,
                Matter.mayBeRecorded(one) ? null : "The case is not with the vetting unit",
                null,
                Option.of(MatterKind.class, MatterKind::words),
                Option.of(Matter.Grading.class, Matter.Grading::words));
    }

    private TemplateInstance strike(CaseTeam.OpenCase open, Matter matter, Form form) {
        var one = open.vettingCase();
        return new strike(
                CaseHead.of(one, caseDeeds.today()),
                form,
                matter.struckAt == null
                        ? CaseDeeds.cannot(one.cannotStrike(matter.recordedAt))
                        : matter.struckBy + " has struck it out on " + Formats.inWords(matter.struckAt) + ": "
                                + matter.whyStruck(compartment),
                null,
                matter,
                matter.text(compartment));
    }

    private static Matter matter(CaseTeam.OpenCase open, String ref) {
        return Matter.byRef(open.vettingCase(), ref).orElseThrow(NotFoundException::new);
    }
}
