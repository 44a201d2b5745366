package org.attest.training;

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
import java.net.URI;
import java.time.Clock;
import org.attest.security.Permission;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** A section of a module to read, and that one has read it. */
@Path("/me/training/{code}/sections/{section}")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnSections {

    @Inject
    Studies studies;

    @Inject
    Learners learners;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param html the text as the page shows it
     * @param place counts from 1
     * @param number of the version it is read in
     * @param cannot why it cannot be noted as read; null where it can
     * @param before the section before it; null for the first
     */
    record read(
            ModuleDocument module,
            ModuleDocument.Section section,
            String html,
            int place,
            int number,
            boolean read,
            String cannot,
            ModuleDocument.Section before,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("code") String code, @PathParam("section") String slug) {
        var person = studies.shown();
        return page(studies.training(person), code, slug, Form.blank());
    }

    /** A section that was read is noted once; then on to the next that is not. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response finish(
            @PathParam("code") String code, @PathParam("section") String slug, MultivaluedMap<String, String> typed) {
        var person = studies.held();
        var training = studies.training(person);
        var module = Studies.module(training, code);
        var section = module.section(slug).orElseThrow(NotFoundException::new);
        var version = studies.version(module);
        var form = Form.of(typed);
        if (form.number("number") != version.number) {
            form.refuse("go-on", "The text has changed since you opened it: read it as it is now");
            return Response.status(409).entity(page(training, code, slug, form)).build();
        }
        if (!training.read(module).contains(section.slug())) {
            var finished = learners.attempt(
                    form,
                    r -> "go-on",
                    () -> SectionRead.read(training, version, section.slug(), learners.by(person), clock));
            if (finished == null) {
                return Response.status(422)
                        .entity(page(training, code, slug, form))
                        .build();
            }
        }
        var left = studies.training(person);
        return Response.seeOther(URI.create(onwards(left, module, section))).build();
    }

    /** The next section that is not read, from this one on and round; the module where all are. */
    private String onwards(TrainingRecord training, ModuleDocument module, ModuleDocument.Section from) {
        var read = training.read(module);
        var sections = module.sections();
        int here = sections.indexOf(from);
        for (int i = 1; i < sections.size(); i++) {
            var one = sections.get((here + i) % sections.size());
            if (!read.contains(one.slug())) return Studies.path(module.code()) + "/sections/" + one.slug();
        }
        flash.say("You have read " + Formats.of(sections.size(), "section", "sections") + ", all there are.");
        return Studies.path(module.code());
    }

    private TemplateInstance page(TrainingRecord training, String code, String slug, Form form) {
        var module = Studies.module(training, code);
        var section = module.section(slug).orElseThrow(NotFoundException::new);
        int here = module.sections().indexOf(section);
        boolean read = training.read(module).contains(slug);
        return new read(
                module,
                section,
                Prose.html(section.text()),
                here + 1,
                studies.version(module).number,
                read,
                cannot(training, module),
                here == 0 ? null : module.sections().get(here - 1),
                form,
                next(training, module));
    }

    private static String cannot(TrainingRecord training, ModuleDocument module) {
        try {
            training.refuseUnlessMayStart(module);
            return null;
        } catch (Refused refused) {
            return Learners.sentence(refused);
        }
    }

    private static WhatNext next(TrainingRecord training, ModuleDocument module) {
        if (!training.missing(module).isEmpty()) {
            return new WhatNext(
                    true,
                    "You",
                    "Pass first what it needs.",
                    training.standing(module).sentence() + ".");
        }
        int left = module.sections().size() - training.read(module).size();
        boolean passed = training.standing(module).state().isPassed();
        if (passed || training.isReassessed(module.code())) {
            return new WhatNext(
                    false,
                    "You",
                    "You can read it whenever you like: the questions ask for no section first.",
                    training.standing(module).sentence() + ".");
        }
        return left > 0
                ? new WhatNext(
                        true,
                        "You",
                        "Read " + Formats.of(left, "section", "sections") + " more, then answer the questions.",
                        "There is no deadline. What you have read is kept.")
                : new WhatNext(
                        true,
                        "You",
                        "Answer the questions.",
                        training.standing(module).sentence() + ".");
    }
}
