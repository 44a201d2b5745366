package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Form;

/** A module as one learns it oneself: what it is for, what is read, what was tried, and the next attempt, which begins here. */
@Path("/me/training/{code}")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnModules {

    private static final SecureRandom SEEDS = new SecureRandom();

    @Inject
    Studies studies;

    @Inject
    Learners learners;

    @Inject
    Clock clock;

    record Part(ModuleDocument.Section section, boolean read) {}

    /**
     * @param number of the version that is taught now
     * @param reassessed whether the questions are enough (training rule 5)
     * @param open the attempt that is open; null for none
     * @param cannot why no attempt may begin; null where one may
     * @param tried attempts that were handed in, newest first
     */
    record show(
            OwnModule own,
            int number,
            String example,
            List<Part> parts,
            int read,
            boolean reassessed,
            Attempt open,
            String cannot,
            List<Attempt> tried,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("code") String code) {
        var person = studies.shown();
        return page(person, studies.training(person), code, Form.blank());
    }

    /** Begins an attempt; who has one open already, as after pressing twice, comes back to it. */
    @POST
    @Path("attempts")
    public Response begin(@PathParam("code") String code) {
        var person = studies.held();
        var training = studies.training(person);
        var module = Studies.module(training, code);
        var attempts = Studies.path(module.code()) + "/attempts/";
        var open = training.open(module.code());
        if (open.isPresent()) {
            return Response.seeOther(URI.create(attempts + open.get().ref)).build();
        }
        var form = Form.blank();
        var begun = learners.attempt(
                form,
                r -> "begin",
                () -> Attempt.begin(training, studies.version(module), SEEDS.nextLong(), learners.by(person), clock));
        if (begun == null) {
            return Response.status(422)
                    .entity(page(person, training, code, form))
                    .build();
        }
        return Response.seeOther(URI.create(attempts + begun.attempt().ref + "/questions/1"))
                .build();
    }

    private TemplateInstance page(Volunteer person, TrainingRecord training, String code, Form form) {
        var module = Studies.module(training, code);
        var own = OwnModule.of(training, module);
        var read = training.read(module);
        var tried = training.attempts().stream()
                .filter(a -> a.moduleCode().equals(module.code()) && !a.isOpen())
                .toList();
        return new show(
                own,
                studies.version(module).number,
                module.term().example(training.day()),
                module.sections().stream()
                        .map(s -> new Part(s, read.contains(s.slug())))
                        .toList(),
                read.size(),
                training.isReassessed(module.code()),
                training.open(module.code()).orElse(null),
                Studies.refusal(training, module).map(Learners::sentence).orElse(null),
                reversed(tried),
                form,
                OwnTraining.next(person, List.of(own)));
    }

    private static List<Attempt> reversed(List<Attempt> tried) {
        return java.util.stream.IntStream.range(0, tried.size())
                .mapToObj(i -> tried.get(tried.size() - 1 - i))
                .toList();
    }
}
