package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.security.Role;
import org.attest.security.RoleGrant;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The panel hears an appeal: the grounds and the whole file, who sat on it, what it comes to and why. */
@Path("/vetting-cases/{ref}/appeal")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.HEAR_APPEALS)
public class Appeals {

    private static final int MOST_WITHOUT_ACCOUNT = 4;
    private static final int LONGEST_NAME = 200;

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

    /** An appeal, opened; {@code panel} is null while it waits. */
    record Opened(
            String grounds,
            LocalDate lodgedOn,
            boolean late,
            LocalDate appealUntil,
            Appeal.Result result,
            LocalDate decidedOn,
            String decidedBy,
            Appeal.Text panel) {

        static Opened of(Appeal appeal, Compartment compartment) {
            return new Opened(
                    appeal.grounds(compartment),
                    appeal.lodgedOn,
                    appeal.late,
                    appeal.decision.appealUntil,
                    appeal.outcome,
                    appeal.decidedOn,
                    appeal.decidedBy,
                    appeal.panel(compartment));
        }
    }

    /**
     * @param kept what the reader has half-written; null where they have nothing, or have typed since
     * @param mark of the evidence the form is made on
     * @param appeals newest first; the first waits where {@code waits} says so
     * @param shut it waits, and for another chair than the reader, who took a part in the case (vetting rule 27)
     * @param quicker somebody else decided while the form was typed
     * @param panel who may sit on it, by the reference of their account
     * @param members rows for those without an account
     * @param presumed whether a conviction or caution stands (vetting rule 21)
     * @param advised whether the advisory list names the person (vetting rule 18)
     */
    record hear(
            CaseHead head,
            Form form,
            HalfWritten.Kept kept,
            String mark,
            boolean waits,
            boolean shut,
            boolean quicker,
            List<Opened> appeals,
            DecisionRecord decision,
            List<Option> results,
            List<Option> panel,
            List<Integer> members,
            boolean presumed,
            boolean advised,
            List<Integer> rows,
            List<Option> codes)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(ref, null, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hear(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var vettingCase = open.vettingCase();
        var form = Form.of(typed);
        var hearing = hearing(form, panel(open));
        var appeals = Appeal.of(vettingCase);
        if (appeals.isEmpty()) throw new NotFoundException();
        var appeal = appeals.get(appeals.size() - 1);
        // read before the case was locked: the panel of another may have decided it since
        VettingCase.getEntityManager().refresh(appeal, LockModeType.PESSIMISTIC_WRITE);
        if (appeal.outcome != null) return Typed.again(409, () -> page(ref, form, true));
        var heard = Typed.attempt(
                form,
                "result",
                () -> appeal.hear(hearing, VettingSettings.of(vettingCase.force), open.by(), compartment, clock));
        if (heard == null) return Typed.again(422, () -> page(ref, form, false));
        heard.moved().forEach(deeds::fire);
        if (heard.decided() != null) {
            deeds.fire(heard.decided().moved());
            deeds.fire(heard.decided().clearance());
        }
        flash.say("The appeal is decided, and the file keeps the panel's reasons.");
        return Response.seeOther(URI.create("/vetting-cases/" + vettingCase.ref + "/appeal"))
                .build();
    }

    /** Keeps what is typed so far for its author alone, and nothing is done by it. */
    @POST
    @Path("draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var kept = halfWritten.keep(ref, HalfWritten.Kind.APPEAL, typed, form);
        return kept != null ? kept : Typed.again(422, () -> page(ref, form, false));
    }

    @POST
    @Path("draft/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response throwAway(@PathParam("ref") String ref) {
        return halfWritten.throwAway(ref, HalfWritten.Kind.APPEAL);
    }

    /** Accounts of the panel, but for the reader's, whoever took a part and who is close to the person (vetting rule 27). */
    private static List<Option> panel(CaseTeam.OpenCase open) {
        var one = open.vettingCase();
        var shut = new HashSet<>(Conflict.closeTo(one.volunteer));
        shut.add(open.by().ref());
        Part.of(one).forEach(p -> shut.add(p.accountRef));
        return RoleGrant.heldIn(one.force, List.of(Role.APPEALS_CHAIR)).stream()
                .map(grant -> grant.account)
                .filter(account -> !shut.contains(account.ref) && !account.id.equals(one.volunteer.accountId))
                .map(account -> new Option(account.ref, account.name))
                .toList();
    }

    private Appeal.Hearing hearing(Form form, List<Option> panel) {
        var result = form.choice("result", Appeal.Result.class, "Choose what the panel decides");
        var reasons = Typed.needed(form, "reasons", "Enter the panel's reasons", Appeal.LONGEST);
        var members = new ArrayList<Appeal.Member>();
        panel.stream()
                .filter(account -> form.has("panel", account.value()))
                .forEach(account -> members.add(new Appeal.Member(account.value(), account.text())));
        for (int i = 1; i <= MOST_WITHOUT_ACCOUNT; i++) {
            var member = Texts.line(form.typed("member-" + i));
            var fault = Texts.fault(member, LONGEST_NAME, false);
            if (fault != null) form.refuse("member-" + i, fault);
            if (member != null) members.add(new Appeal.Member(null, member));
        }
        var rebuttal = Typed.lines(form, "rebuttal", Assessment.LONGEST);
        var advisory = Typed.lines(form, "advisory", Assessment.LONGEST);
        var forPerson = Typed.lines(form, "forPerson", Decision.LONGEST);
        boolean tested = form.ticked("harmTested", null);
        var conditions = Conditions.typed(form, LocalDate.now(clock));
        if (result == Appeal.Result.DISMISS && forPerson == null) {
            form.refuse("forPerson", "Enter the reasons the person reads (vetting rule 29)");
        }
        if (forPerson != null && !tested) {
            form.refuse("harmTested", "Confirm that the reasons the person reads have passed the harm test");
        }
        if (result != Appeal.Result.GRANT && !conditions.isEmpty()) {
            form.refuse("result", "Conditions belong to a clearance that is granted with them");
        }
        var draft = result == Appeal.Result.SEND_BACK
                ? null
                : new Decision.Draft(forPerson, reasons, tested, conditions, rebuttal, advisory);
        return new Appeal.Hearing(result, reasons, members, draft);
    }

    /** @param typed null for the page as it stands, which begins with what is half-written */
    private TemplateInstance page(String ref, Form typed, boolean quicker) {
        var open = team.shown(ref, "appeal");
        var vettingCase = open.vettingCase();
        var appeals = new ArrayList<>(Appeal.of(vettingCase));
        Collections.reverse(appeals);
        var newest = appeals.isEmpty() ? null : appeals.get(0);
        boolean waits = newest != null && newest.outcome == null;
        boolean shut = waits && Part.tookAny(vettingCase, open.by().ref());
        var findings = Findings.of(vettingCase);
        var mark = Evidence.mark(vettingCase);
        var kept = typed == null ? halfWritten.shown(open, HalfWritten.Kind.APPEAL, mark) : null;
        return new hear(
                CaseHead.of(vettingCase, LocalDate.now(clock)),
                typed != null ? typed : kept != null ? kept.form() : Form.blank(),
                kept,
                mark,
                waits && !shut,
                shut,
                quicker,
                appeals.stream().map(a -> Opened.of(a, compartment)).toList(),
                newest == null ? null : DecisionRecord.of(newest.decision, compartment),
                Option.of(Appeal.Result.class, Appeal.Result::words),
                panel(open),
                IntStream.rangeClosed(1, MOST_WITHOUT_ACCOUNT).boxed().toList(),
                findings.matters().stream().anyMatch(MatterKind::presumesRefusal),
                findings.matters().contains(MatterKind.ADVISORY_LIST),
                Conditions.rows(),
                Conditions.codes());
    }
}
