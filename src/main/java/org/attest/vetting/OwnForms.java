package org.attest.vetting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Refused;

/** One's own vetting form while it is to be written: its parts, and the check before it is sent. */
@Path("/me/vetting/form")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnForms {

    private static final URI VETTING = URI.create("/me/vetting");
    private static final URI FORM = URI.create("/me/vetting/form");

    private static final List<Option> WAYS = List.of(
            new Option("carry", "With my earlier answers, to check"), new Option("empty", "With an empty form"));

    @Inject
    OwnCases own;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param kind of its mark: met when done, soon when begun, vacant when not
     * @param carriedOn which day its answers are of while they are to check; null for what was written
     */
    record Task(FormPart part, String kind, String state, LocalDate carriedOn, List<String> gaps) {}

    /**
     * @param missing what the unit said is missing, where the form came back; else null
     * @param form the choice of how to begin
     * @param earlier day of the form that can be carried over; null where there is nothing to choose
     */
    record tasks(
            VettingCase vettingCase,
            String force,
            String missing,
            Form form,
            LocalDate earlier,
            List<Option> ways,
            List<Task> tasks,
            long done,
            WhatNext next)
            implements TemplateInstance {}

    record check(
            VettingCase vettingCase,
            String force,
            Form form,
            FormCopy copy,
            List<Task> gaps,
            Residency residency,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page() {
        var writing = own.writing();
        if (writing.isEmpty()) return Response.seeOther(VETTING).build();
        return Response.ok(page(writing.get(), Form.blank())).build();
    }

    private TemplateInstance page(VettingCase vettingCase, Form form) {
        own.seen(vettingCase, "form");
        var tasks = tasks(VettingForm.written(vettingCase, compartment));
        return new tasks(
                vettingCase,
                vettingCase.volunteer.force.name,
                CaseStep.whatIsMissing(vettingCase, compartment),
                form,
                FormStart.offered(vettingCase, LocalDate.now(clock))
                        .map(FormStart.Earlier::day)
                        .orElse(null),
                WAYS,
                tasks,
                tasks.stream().filter(t -> t.gaps.isEmpty()).count(),
                own.next(vettingCase));
    }

    /** Who has filled in a form before chooses how to begin this one: once. */
    @POST
    @Path("start")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        var held = own.heldForWriting();
        if (held.isEmpty()) return Response.seeOther(VETTING).build();
        var vettingCase = held.get();
        var form = Form.of(typed);
        boolean carries = form.has("begin", "carry");
        if (!carries && !form.has("begin", "empty")) form.refuse("begin", "Choose how you want to begin");
        var begun = Typed.attempt(
                form, "begin", () -> FormStart.choose(vettingCase, carries, own.by(vettingCase), compartment, clock));
        if (begun == null) return Typed.again(422, () -> page(own.writing().orElseThrow(), form));
        deeds.fire(begun);
        if (carries) own.seen(begun.carriedFrom(), "form");
        flash.say(
                carries
                        ? "Your answers are here. Open each part, check it and save it."
                        : "You begin with an empty form.");
        return Response.seeOther(FORM).build();
    }

    @GET
    @Path("check")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response check() {
        var writing = own.writing();
        if (writing.isEmpty()) return Response.seeOther(VETTING).build();
        own.seen(writing.get(), "form");
        return Response.ok(check(writing.get(), Form.blank())).build();
    }

    /** Declares it true and sends it. Refused while something is missing. */
    @POST
    @Path("check")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> typed) {
        var held = own.heldForWriting();
        if (held.isEmpty()) return Response.seeOther(VETTING).build();
        var vettingCase = held.get();
        var form = Form.of(typed);
        if (!form.ticked("declaration", null)) form.refuse("declaration", "Tick the box to declare that it is true");
        if (tasks(VettingForm.written(vettingCase, compartment)).stream().anyMatch(t -> !t.gaps.isEmpty())) {
            form.refuse("declaration", "Something is still missing: it stands under “Still missing”");
        }
        if (form.isSound()) {
            try {
                deeds.fire(vettingCase.submit(VettingSettings.of(vettingCase.force), own.by(vettingCase), clock));
                flash.say("Your form is sent. The vetting unit has it now.");
                return Response.seeOther(VETTING).build();
            } catch (Refused refused) {
                form.refuse("declaration", refused.sentence());
                QuarkusTransaction.setRollbackOnly();
            }
        }
        return Response.status(422).entity(check(vettingCase, form)).build();
    }

    private TemplateInstance check(VettingCase vettingCase, Form form) {
        var written = VettingForm.written(vettingCase, compartment);
        return new check(
                vettingCase,
                vettingCase.volunteer.force.name,
                form,
                FormCopy.of(written),
                tasks(written).stream().filter(t -> !t.gaps.isEmpty()).toList(),
                Residency.of(Stays.of(written), years(vettingCase), LocalDate.now(clock)),
                own.next(vettingCase));
    }

    private List<Task> tasks(VettingForm form) {
        int years = years(form.vettingCase());
        var today = LocalDate.now(clock);
        return Arrays.stream(FormPart.values())
                .map(part -> {
                    var gaps = FormGaps.of(part, form, years, today);
                    boolean done = gaps.isEmpty();
                    boolean begun = !form.of(part).blank();
                    var carriedOn = form.carriedOn(part);
                    return new Task(
                            part,
                            done ? "met" : begun ? "soon" : "vacant",
                            done ? "done" : carriedOn != null ? "to check" : begun ? "begun" : "not begun",
                            carriedOn,
                            gaps);
                })
                .toList();
    }

    private static int years(VettingCase vettingCase) {
        return VettingSettings.of(vettingCase.force)
                .residencyYears(vettingCase.level)
                .orElse(0);
    }
}
