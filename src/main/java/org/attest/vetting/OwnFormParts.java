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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.JoiningRule;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;

/** One part of one's own vetting form: saved by itself, with its gaps, over as many evenings as it takes. */
@Path("/me/vetting/form/parts/{part}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnFormParts {

    private static final String TASKS = "/me/vetting/form";
    private static final String ANOTHER = "add";

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
     * @param carriedOn day of the form its answers are carried over from while they are to check; else null
     * @param known whether names and birth date stand there as the record has them, and nothing is saved yet
     * @param stamp stands for what was stored when the page was opened
     * @param differences where somebody saved first; else empty
     */
    record part(
            VettingCase vettingCase,
            String force,
            FormPart part,
            String intro,
            Form form,
            FormInputs inputs,
            LocalDate carriedOn,
            boolean known,
            String stamp,
            boolean stale,
            List<FormCopy.Difference> differences,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page(@PathParam("part") String slug, @QueryParam(ANOTHER) String another) {
        var part = FormPart.at(slug).orElseThrow(NotFoundException::new);
        var writing = own.writing();
        if (writing.isEmpty()) return elsewhere();
        own.seen(writing.get(), "form");
        var sheet = FormSheet.newest(writing.get(), part);
        var stored = sheet.isEmpty() && part == FormPart.NAMES
                ? CarriedAnswers.known(writing.get().volunteer)
                : answers(sheet);
        boolean empty = another != null || stored.rows().isEmpty() && !stored.none();
        int shown = stored.rows().size() + (empty ? 1 : 0);
        return Response.ok(page(
                        writing.get(),
                        part,
                        FormInputs.showing(part, stored),
                        stored.rows().size(),
                        shown,
                        sheet,
                        null))
                .build();
    }

    /** Saves what was typed and goes back to the list of tasks, or to one more row. */
    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("part") String slug, MultivaluedMap<String, String> typed) {
        var part = FormPart.at(slug).orElseThrow(NotFoundException::new);
        var held = own.heldForWriting();
        if (held.isEmpty()) return elsewhere();
        var vettingCase = held.get();
        var form = Form.of(typed);
        var today = LocalDate.now(clock);
        var given =
                FormReading.read(part, vettingCase.variant, form, JoiningRule.in(vettingCase.volunteer.force), today);
        var sheet = FormSheet.newest(vettingCase, part);
        var stored = answers(sheet);
        int shown = FormReading.rowsOf(form);
        boolean stale = !form.typed("stamp").equals(stamp(sheet)) && !given.equals(stored);
        if (stale || !form.isSound()) {
            return Response.status(stale ? 409 : 422)
                    .entity(page(vettingCase, part, form, shown, shown, sheet, stale ? given : null))
                    .build();
        }
        if (!given.equals(stored) || isCarried(sheet)) {
            deeds.fire(FormSheet.write(vettingCase, part, given, own.by(vettingCase), compartment, clock));
        }
        if (form.has("then", ANOTHER)) {
            return Response.seeOther(URI.create(TASKS + "/parts/" + part.slug() + "?" + ANOTHER + "=yes#row"
                            + given.rows().size()))
                    .build();
        }
        flash.say("“" + part.title() + "” is saved.");
        return Response.seeOther(URI.create(TASKS)).build();
    }

    private TemplateInstance page(
            VettingCase vettingCase,
            FormPart part,
            Form form,
            int stored,
            int shown,
            Optional<FormSheet> sheet,
            FormAnswers clash) {
        return new part(
                vettingCase,
                vettingCase.volunteer.force.name,
                part,
                part.intro(vettingCase.variant),
                form,
                FormInputs.of(part, vettingCase.variant, stored, shown),
                sheet.map(s -> s.carriedOn).orElse(null),
                sheet.isEmpty() && part == FormPart.NAMES && form.isSound(),
                stamp(sheet),
                clash != null,
                clash == null ? List.of() : FormCopy.differences(part, vettingCase.variant, answers(sheet), clash),
                own.next(vettingCase));
    }

    private FormAnswers answers(Optional<FormSheet> sheet) {
        return sheet.map(s -> s.answers(compartment)).orElse(FormAnswers.NOTHING);
    }

    private static boolean isCarried(Optional<FormSheet> sheet) {
        return sheet.filter(s -> s.carriedOn != null).isPresent();
    }

    private static String stamp(Optional<FormSheet> sheet) {
        return sheet.map(s -> s.stamp).orElse("");
    }

    /** What there is instead: the form is sent, or there is none. */
    private static Response elsewhere() {
        return Response.seeOther(URI.create("/me/vetting")).build();
    }
}
