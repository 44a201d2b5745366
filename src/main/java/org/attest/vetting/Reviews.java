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
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/**
 * Another look at a clearance that was granted: begun with what calls for it, ended with why it is maintained, or with other
 * conditions. It stays in force meanwhile.
 */
@Path("/vetting-cases/{ref}/review")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_VETTING)
public class Reviews {

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

    /** A review that was begun or ended. */
    record Step(CaseState to, String note, String by, LocalDate onDay) {}

    /**
     * @param kept what the reader has half-written about conditions; null where they have nothing, or have typed since
     * @param mark of the evidence the form is made on
     * @param cleared whether a review can begin
     * @param underReview whether one runs
     * @param conditions that apply now
     */
    record review(
            CaseHead head,
            Form form,
            HalfWritten.Kept kept,
            String mark,
            boolean cleared,
            boolean underReview,
            List<Option> triggers,
            LocalDate validUntil,
            List<DecisionRecord.Condition> conditions,
            List<Integer> rows,
            List<Option> codes,
            List<Step> steps)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(ref, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response review(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var trigger = form.choice("trigger", ReviewTrigger.class, "Choose what calls for the review");
        var why = Typed.needed(form, "why", "Enter what is known so far", Assessment.LONGEST);
        var moved = Typed.attempt(form, "trigger", () -> open.vettingCase()
                .review(trigger.words() + "\n\n" + why, open.by(), compartment, clock));
        return after(ref, form, moved, "The clearance is under review and stays in force.");
    }

    @POST
    @Path("maintaining")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response maintain(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var reasons = Typed.needed(form, "reasons", "Enter why the clearance is maintained", Assessment.LONGEST);
        var moved = Typed.attempt(
                form, "reasons", () -> open.vettingCase().maintain(reasons, open.by(), compartment, clock));
        return after(ref, form, moved, "The review is over: the clearance is maintained.");
    }

    /** The clearance goes on under other conditions, or under none any more. */
    @POST
    @Path("conditions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response condition(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var inFull = Typed.needed(form, "inFull", "Enter the full reasons", Decision.LONGEST);
        var forPerson = Typed.needed(
                form, "forPerson", "Enter the reasons the person reads (vetting rule 29)", Decision.LONGEST);
        boolean tested = form.ticked("harmTested", null);
        if (forPerson != null && !tested) {
            form.refuse("harmTested", "Confirm that the reasons the person reads have passed the harm test");
        }
        var draft = new Decision.Draft(forPerson, inFull, tested, Conditions.typed(form, LocalDate.now(clock)));
        var reviewed = Typed.attempt(
                form, "inFull", () -> Decision.review(open.vettingCase(), draft, open.by(), compartment, clock));
        if (reviewed != null) deeds.fire(reviewed.changed());
        return after(
                ref, form, reviewed == null ? null : reviewed.moved(), "The review is over: the conditions are set.");
    }

    /** Keeps what is typed so far for its author alone, and nothing is done by it. */
    @POST
    @Path("conditions/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var kept = halfWritten.keep(ref, HalfWritten.Kind.CONDITIONS, typed, form);
        return kept != null ? kept : Typed.again(422, () -> page(ref, form));
    }

    @POST
    @Path("conditions/draft/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response throwAway(@PathParam("ref") String ref) {
        return halfWritten.throwAway(ref, HalfWritten.Kind.CONDITIONS);
    }

    private Response after(String ref, Form form, CaseMoved moved, String said) {
        if (moved == null) return Typed.again(422, () -> page(ref, form));
        deeds.fire(moved);
        flash.say(said);
        return Response.seeOther(URI.create("/vetting-cases/" + moved.vettingCase().ref + "/review"))
                .build();
    }

    /** @param typed null for the page as it stands, which begins with what is half-written */
    private TemplateInstance page(String ref, Form typed) {
        var open = team.shown(ref, "review");
        var vettingCase = open.vettingCase();
        var head = CaseHead.of(vettingCase, LocalDate.now(clock));
        var mark = Evidence.mark(vettingCase);
        var kept = typed == null ? halfWritten.shown(open, HalfWritten.Kind.CONDITIONS, mark) : null;
        return new review(
                head,
                typed != null ? typed : kept != null ? kept.form() : Form.blank(),
                kept,
                mark,
                head.state().isCleared(),
                head.state() == CaseState.UNDER_REVIEW,
                Option.of(ReviewTrigger.class, ReviewTrigger::words),
                vettingCase.validUntil,
                Decision.newest(vettingCase)
                        .map(d -> DecisionRecord.Condition.of(d, compartment))
                        .orElse(List.of()),
                Conditions.rows(),
                Conditions.codes(),
                CaseStep.of(vettingCase).stream()
                        .filter(s -> s.to == CaseState.UNDER_REVIEW || s.from == CaseState.UNDER_REVIEW)
                        .map(s -> new Step(s.to, s.note(compartment), s.recordedBy, s.onDay))
                        .toList());
    }
}
