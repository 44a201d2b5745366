package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.attest.security.Permission;
import org.attest.volunteer.WhatNext;
import org.attest.web.Pdf;

/** One's own vetting: where it stands, who acts next, what was decided and why, and the form to keep. */
@Path("/me/vetting")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnCasePages {

    /** What was decided is told; while an upheld appeal is assessed anew, it is not. */
    private static final Set<CaseState> TOLD = Set.of(
            CaseState.GRANTED,
            CaseState.GRANTED_WITH_RESTRICTIONS,
            CaseState.UNDER_REVIEW,
            CaseState.REFUSED,
            CaseState.APPEALED,
            CaseState.APPEAL_DISMISSED);

    @Inject
    OwnCases own;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    /** A request of the unit with the person's answer; {@code answer} is null while there is none. */
    record Asked(String what, LocalDate dueOn, String answer, Instant closedAt) {}

    record Condition(String code, String text, LocalDate reviewOn) {}

    /** @param reasons after the harm test; null for none */
    record Told(boolean granted, LocalDate on, String reasons, List<Condition> conditions, LocalDate appealUntil) {}

    /** @param result in words; null while it waits */
    record Appealed(LocalDate on, boolean late, String grounds, String result, LocalDate decidedOn, String reasons) {}

    /** Another case of the person. */
    record Other(String ref, String level, String sentence) {}

    /**
     * @param usual days it took in the middle of those decided lately; null where they are too few
     * @param waiting due day of what is asked; null for nothing
     */
    record show(
            VettingCase vettingCase,
            String force,
            OwnStanding standing,
            WhatNext next,
            boolean writes,
            boolean withdraws,
            boolean formSaved,
            Integer usual,
            LocalDate waiting,
            List<Asked> asked,
            Told told,
            boolean appeals,
            boolean late,
            List<Appealed> appealed,
            List<Other> others)
            implements TemplateInstance {}

    record none(String force, WhatNext next) implements TemplateInstance {}

    record copy(VettingCase vettingCase, FormCopy copy, WhatNext next) implements TemplateInstance {}

    record paper(FormCopy copy) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page() {
        var person = own.person();
        if (person.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        var cases = own.all(person.get());
        return Response.ok(
                        cases.isEmpty()
                                ? new none(person.get().force.name, own.next(person.get()))
                                : show(cases.get(0)))
                .build();
    }

    @GET
    @Path("cases/{ref}")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return show(own.byRef(ref));
    }

    /** The form as the person has it, to print or to keep. */
    @GET
    @Path("cases/{ref}/form")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance copy(@PathParam("ref") String ref) {
        var vettingCase = own.byRef(ref);
        own.seen(vettingCase, "form");
        return new copy(vettingCase, FormCopy.of(VettingForm.written(vettingCase, compartment)), own.next(vettingCase));
    }

    /** The copy as a file. */
    @GET
    @Path("cases/{ref}/form.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response paper(@PathParam("ref") String ref) {
        var vettingCase = own.byRef(ref);
        own.seen(vettingCase, "form");
        var copy = FormCopy.of(VettingForm.written(vettingCase, compartment));
        return Response.ok(Pdf.of(new paper(copy).render()))
                .header("Content-Disposition", "attachment; filename=\"vetting-form.pdf\"")
                .build();
    }

    private TemplateInstance show(VettingCase c) {
        own.seen(c, "case");
        var today = LocalDate.now(clock);
        var state = c.stateOn(today);
        var questions = Question.of(c);
        var waiting = questions.stream()
                .filter(q -> q.closedAt == null)
                .findFirst()
                .map(q -> q.dueOn)
                .orElse(null);
        var decision = TOLD.contains(state) ? Decision.newest(c).orElse(null) : null;
        boolean appeals = state == CaseState.REFUSED && decision != null;
        return new show(
                c,
                c.volunteer.force.name,
                OwnStanding.of(c, waiting != null, today),
                own.next(c),
                state == CaseState.INVITED || state == CaseState.RETURNED,
                state.isOpen(),
                FormSheet.count("vettingCase", c) > 0,
                state.isOpen() ? UsualTime.days(c.force, today) : null,
                waiting,
                questions.stream()
                        .filter(q -> q.closedAt == null || Boolean.TRUE.equals(q.answered))
                        .map(q -> new Asked(q.asked(compartment), q.dueOn, q.answer(compartment), q.closedAt))
                        .toList(),
                decision == null ? null : told(decision),
                appeals,
                appeals && today.isAfter(decision.appealUntil),
                Appeal.of(c).stream().map(this::appealed).toList(),
                own.all(c.volunteer).stream()
                        .filter(other -> !other.id.equals(c.id))
                        .map(other -> new Other(
                                other.ref,
                                other.level.label(),
                                OwnStanding.of(other, false, today).sentence()))
                        .toList());
    }

    private Told told(Decision decision) {
        return new Told(
                decision.outcome.grants(),
                decision.decidedOn,
                decision.forPerson(compartment),
                Restriction.of(decision).stream()
                        .map(r -> new Condition(
                                r.code.words(), r.text(compartment).text(), r.reviewOn))
                        .toList(),
                decision.appealUntil);
    }

    private Appealed appealed(Appeal appeal) {
        var panel = appeal.panel(compartment);
        return new Appealed(
                appeal.lodgedOn,
                appeal.late,
                appeal.grounds(compartment),
                appeal.outcome == null
                        ? null
                        : switch (appeal.outcome) {
                            case GRANT -> "Upheld: the clearance is granted";
                            case SEND_BACK -> "Upheld: your case is looked at anew";
                            case DISMISS -> "Dismissed: the refusal is final";
                        },
                appeal.decidedOn,
                panel == null ? null : panel.forPerson());
    }
}
