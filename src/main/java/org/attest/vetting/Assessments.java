package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** What the unit makes of a case before it is decided, written with the evidence beside the form. */
@Path("/vetting-cases/{ref}/assessment")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class Assessments {

    @Inject
    CaseTeam team;

    @Inject
    Compartment compartment;

    @Inject
    HalfWrittenTexts halfWritten;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param kept what the reader has half-written; null where they have nothing, or have typed since
     * @param cannot why the case cannot be assessed now; null where it can
     * @param presumed whether a conviction or caution stands (vetting rule 21)
     * @param advised whether the advisory list names the person (vetting rule 18)
     */
    record assess(
            CaseHead head,
            Evidence evidence,
            Form form,
            HalfWritten.Kept kept,
            String cannot,
            boolean presumed,
            boolean advised,
            List<Option> outcomes)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(ref, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assess(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var recommends = form.choice("recommends", Outcome.class, "Choose what you recommend");
        var text = text(form, Findings.of(open.vettingCase()).isAdverse());
        boolean first = Assessment.of(open.vettingCase()).isEmpty();
        var assessed = Typed.attempt(
                form,
                "information",
                () -> Assessment.assess(open.vettingCase(), recommends, text, open.by(), compartment, clock));
        if (assessed == null) return Typed.again(422, () -> page(ref, form));
        deeds.fire(assessed);
        flash.say("The assessment is kept." + (first ? "" : " What was written before stays to be read."));
        return Response.seeOther(URI.create("/vetting-cases/" + open.vettingCase().ref + "/decision"))
                .build();
    }

    /** Keeps what is typed so far for its author alone, and nothing is done by it. */
    @POST
    @Path("draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var kept = halfWritten.keep(ref, HalfWritten.Kind.ASSESSMENT, typed, form);
        return kept != null ? kept : Typed.again(422, () -> page(ref, form));
    }

    @POST
    @Path("draft/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response throwAway(@PathParam("ref") String ref) {
        return halfWritten.throwAway(ref, HalfWritten.Kind.ASSESSMENT);
    }

    private static Assessment.Text text(Form form, boolean adverse) {
        var suspected = Typed.yesNo(form, "suspected");
        var refusalFits = Typed.yesNo(form, "refusalFits");
        var text = new Assessment.Text(
                Typed.needed(form, "information", "Enter what is known", Assessment.LONGEST),
                Typed.lines(form, "threat", Assessment.LONGEST),
                Typed.lines(form, "powers", Assessment.LONGEST),
                Typed.lines(form, "options", Assessment.LONGEST),
                Typed.needed(form, "action", "Enter what is proposed and why", Assessment.LONGEST),
                suspected,
                Typed.lines(form, "suspectedWhy", Assessment.LONGEST),
                refusalFits,
                Typed.lines(form, "refusalFitsWhy", Assessment.LONGEST),
                Typed.lines(form, "mitigation", Assessment.LONGEST),
                Typed.lines(form, "rebuttal", Assessment.LONGEST),
                Typed.lines(form, "advisory", Assessment.LONGEST));
        if (adverse) {
            if (suspected == null) form.refuse("suspected", "Answer the first stage of the test");
            if (text.suspectedWhy() == null) form.refuse("suspectedWhy", "Enter the reasons for your first answer");
            if (refusalFits == null) form.refuse("refusalFits", "Answer the second stage of the test");
            if (text.refusalFitsWhy() == null)
                form.refuse("refusalFitsWhy", "Enter the reasons for your second answer");
        }
        return text;
    }

    /** @param typed null for the page as it stands, which begins with what is half-written, or was written last in this round */
    private TemplateInstance page(String ref, Form typed) {
        var open = team.shown(ref, "assessment");
        var vettingCase = open.vettingCase();
        var evidence = Evidence.of(vettingCase, compartment);
        var matters = evidence.findings().matters();
        var last = evidence.current(vettingCase.round);
        var cannot = vettingCase.state == CaseState.ASSESSMENT
                ? evidence.findings().openChecks().isEmpty() ? null : "Mandatory checks are open"
                : "This case is not to be assessed now. It stands at: " + vettingCase.state.words();
        var kept = typed == null ? halfWritten.shown(open, HalfWritten.Kind.ASSESSMENT, evidence.mark()) : null;
        return new assess(
                CaseHead.of(vettingCase, LocalDate.now(clock)),
                evidence,
                typed != null
                        ? typed
                        : kept != null ? kept.form() : last == null ? Form.blank() : Form.showing(fields(last)),
                kept,
                cannot,
                matters.stream().anyMatch(MatterKind::presumesRefusal),
                matters.contains(MatterKind.ADVISORY_LIST),
                Option.of(Outcome.class, Outcome::words));
    }

    private static HashMap<String, Object> fields(Evidence.Judged judged) {
        var text = judged.text();
        var fields = new HashMap<String, Object>();
        fields.put("recommends", judged.recommends().name());
        fields.put("information", text.information());
        fields.put("threat", text.threat());
        fields.put("powers", text.powers());
        fields.put("options", text.options());
        fields.put("action", text.action());
        fields.put("suspected", Typed.yesNo(text.suspected()));
        fields.put("suspectedWhy", text.suspectedWhy());
        fields.put("refusalFits", Typed.yesNo(text.refusalFits()));
        fields.put("refusalFitsWhy", text.refusalFitsWhy());
        fields.put("mitigation", text.mitigation());
        fields.put("rebuttal", text.rebuttal());
        fields.put("advisory", text.advisory());
        return fields;
    }
}
