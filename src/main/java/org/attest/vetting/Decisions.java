package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Pdf;

/**
 * Deciding a case: the evidence beside the form, a page to check, then the deed. What the rules close is not offered, and says
 * why. Of two people at once the second meets both values.
 */
@Path("/vetting-cases/{ref}/decision")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Decisions {

    /** With everything said, so that only the case and the decider are left to refuse it. */
    private static final Decision.Draft SAID = new Decision.Draft("Said", "Said", true, List.of());

    private static final Decision.Draft SAID_WITH_CONDITION = new Decision.Draft(
            "Said", "Said", true, List.of(new Restriction.Draft(RestrictionCode.SUPERVISED_ONLY, null, "", "", "")));

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

    /** Outcomes that are not possible, and the one rule that closes them. */
    record Closed(List<Outcome> outcomes, String why) {}

    /**
     * @param kept what the reader has half-written; null where they have nothing, or have typed since
     * @param outcomes those that are possible for the reader
     * @param changed the evidence is another than when the form was made
     */
    record decide(
            CaseHead head,
            Evidence evidence,
            Form form,
            HalfWritten.Kept kept,
            List<Option> outcomes,
            List<Closed> closed,
            boolean restricts,
            List<Integer> rows,
            List<Option> codes,
            boolean changed)
            implements TemplateInstance {}

    /**
     * @param kept what was typed, field by field
     * @param appealUntil last day of the appeal window, of a refusal
     * @param validUntil last valid day of a clearance
     */
    record check(
            CaseHead head,
            Outcome outcome,
            Decision.Draft draft,
            LocalDate appealUntil,
            LocalDate validUntil,
            List<Option> kept)
            implements TemplateInstance {}

    /** @param mine what the reader wanted to decide when somebody was quicker; null where nobody was */
    record show(CaseHead head, List<DecisionRecord> decisions, Outcome mine, String mineInFull)
            implements TemplateInstance {}

    record paper(CaseHead head, DecisionRecord decision) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.RUN_VETTING)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(ref, null, false);
    }

    @POST
    @PermissionsAllowed(Permission.RUN_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var vettingCase = open.vettingCase();
        var form = Form.of(typed);
        var today = LocalDate.now(clock);
        var outcome = form.choice("outcome", Outcome.class, "Choose what you decide");
        var draft = draft(form, outcome, today);
        if (Decision.current(vettingCase).isPresent()) {
            return Typed.again(409, () -> decided(ref, outcome, draft.inFull()));
        }
        var seen = form.typed("seen");
        if (!seen.isEmpty()
                && !seen.equals(Evidence.of(vettingCase, compartment).mark())) {
            return Typed.again(409, () -> page(ref, form, true));
        }
        if (form.isSound()) {
            Decision.refusal(vettingCase, outcome, draft, open.by(), compartment, clock)
                    .ifPresent(refused -> form.refuse("outcome", Typed.sentence(refused)));
        }
        if (form.isSound() && !form.typed("confirmed").equals("yes")) {
            return toCheck(open, form, outcome, draft, typed);
        }
        var decided = Typed.attempt(
                form,
                "outcome",
                () -> Decision.decide(
                        vettingCase,
                        outcome,
                        draft,
                        VettingSettings.of(vettingCase.force),
                        open.by(),
                        compartment,
                        clock));
        if (decided == null) return Typed.again(422, () -> page(ref, form, false));
        deeds.fire(decided.moved());
        if (decided.clearance() != null) deeds.fire(decided.clearance());
        flash.say("The case is decided: " + vettingCase.state.words() + ".");
        return Response.seeOther(URI.create("/vetting-cases/" + vettingCase.ref + "/decision"))
                .build();
    }

    /** Keeps what is typed so far for its author alone, and nothing is done by it. */
    @POST
    @Path("draft")
    @PermissionsAllowed(Permission.RUN_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var kept = halfWritten.keep(ref, HalfWritten.Kind.DECISION, typed, form);
        return kept != null ? kept : Typed.again(422, () -> page(ref, form, false));
    }

    @POST
    @Path("draft/removal")
    @PermissionsAllowed(Permission.RUN_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response throwAway(@PathParam("ref") String ref) {
        return halfWritten.throwAway(ref, HalfWritten.Kind.DECISION);
    }

    /** The newest decision with all it was made on, to keep or to hand to the panel. */
    @GET
    @Path("decision.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public Response paper(@PathParam("ref") String ref) {
        var vettingCase = team.shown(ref, "decision record").vettingCase();
        var decision = Decision.newest(vettingCase).orElseThrow(NotFoundException::new);
        var pdf = Pdf.of(new paper(head(vettingCase), DecisionRecord.of(decision, compartment)).render());
        return download(pdf, "decision-" + decision.ref);
    }

    /** The reasons letter with the appeal form, for who has no account to read it with. */
    @GET
    @Path("letter.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.RUN_VETTING)
    public Response letter(@PathParam("ref") String ref) {
        var vettingCase = team.shown(ref, "reasons letter").vettingCase();
        var letter = ReasonsLetter.of(vettingCase, compartment).orElseThrow(NotFoundException::new);
        return download(letter.pdf(), "letter-" + vettingCase.ref);
    }

    static Response download(byte[] pdf, String name) {
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name.toLowerCase() + ".pdf\"")
                .build();
    }

    private Decision.Draft draft(Form form, Outcome outcome, LocalDate today) {
        var forPerson = Typed.lines(form, "forPerson", Decision.LONGEST);
        if (forPerson == null && outcome != null && outcome != Outcome.GRANTED) {
            form.refuse("forPerson", "Enter the reasons the person reads (vetting rule 29)");
        }
        boolean tested = form.ticked("harmTested", null);
        if (forPerson != null && !tested) {
            form.refuse("harmTested", "Confirm that the reasons the person reads have passed the harm test");
        }
        var inFull = Typed.needed(form, "inFull", "Enter the full reasons", Decision.LONGEST);
        return new Decision.Draft(forPerson, inFull, tested, Conditions.typed(form, today));
    }

    private Response toCheck(
            CaseTeam.OpenCase open,
            Form form,
            Outcome outcome,
            Decision.Draft draft,
            MultivaluedMap<String, String> typed) {
        var vettingCase = open.vettingCase();
        var settings = VettingSettings.of(vettingCase.force);
        var today = LocalDate.now(clock);
        var kept = new ArrayList<Option>();
        for (var field : typed.entrySet()) {
            if (field.getKey().equals("csrf-token") || field.getKey().equals("confirmed")) continue;
            field.getValue().forEach(value -> kept.add(new Option(field.getKey(), value)));
        }
        var page = Typed.attempt(
                form,
                "outcome",
                () -> new check(
                        head(vettingCase),
                        outcome,
                        draft,
                        outcome.grants()
                                ? null
                                : settings.appealWindow(vettingCase.level).lastDay(vettingCase.force, today),
                        outcome.grants()
                                ? Clearance.lastValidDay(today, settings.neededValidityYears(vettingCase.level))
                                : null,
                        kept));
        if (page == null) return Typed.again(422, () -> page(vettingCase.ref, form, false));
        return Response.ok(page).build();
    }

    private TemplateInstance page(String ref, Form typed, boolean changed) {
        var open = team.shown(ref, "decision");
        var vettingCase = open.vettingCase();
        boolean decided = Decision.current(vettingCase).isPresent();
        if (decided || !vettingCase.state.isWithTheUnit()) {
            return shown(vettingCase, null, decided && typed != null ? typed.text("inFull") : null);
        }
        var evidence = Evidence.of(vettingCase, compartment);
        var possible = new ArrayList<Option>();
        var closed = new LinkedHashMap<String, List<Outcome>>();
        for (var outcome : Outcome.values()) {
            var said = outcome == Outcome.GRANTED_WITH_RESTRICTIONS ? SAID_WITH_CONDITION : SAID;
            var refused = Decision.refusal(vettingCase, outcome, said, open.by(), compartment, clock);
            if (refused.isEmpty()) possible.add(new Option(outcome.name(), outcome.words()));
            else {
                closed.computeIfAbsent(Typed.sentence(refused.get()), why -> new ArrayList<>())
                        .add(outcome);
            }
        }
        var kept = typed == null ? halfWritten.shown(open, HalfWritten.Kind.DECISION, evidence.mark()) : null;
        var form = typed != null ? typed : kept != null ? kept.form() : Form.blank();
        return new decide(
                head(vettingCase),
                evidence,
                form,
                kept,
                possible,
                closed.entrySet().stream()
                        .map(e -> new Closed(e.getValue(), e.getKey()))
                        .toList(),
                possible.stream().anyMatch(o -> o.value().equals(Outcome.GRANTED_WITH_RESTRICTIONS.name())),
                Conditions.rows(),
                Conditions.codes(),
                changed);
    }

    private TemplateInstance decided(String ref, Outcome mine, String mineInFull) {
        return shown(team.shown(ref, "decision").vettingCase(), mine, mineInFull);
    }

    private TemplateInstance shown(VettingCase vettingCase, Outcome mine, String mineInFull) {
        var decisions = new ArrayList<>(Decision.of(vettingCase).stream()
                .map(d -> DecisionRecord.of(d, compartment))
                .toList());
        Collections.reverse(decisions);
        return new show(head(vettingCase), decisions, mine, mineInFull);
    }

    private CaseHead head(VettingCase vettingCase) {
        return CaseHead.of(vettingCase, LocalDate.now(clock));
    }
}
