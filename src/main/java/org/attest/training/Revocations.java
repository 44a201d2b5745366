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
import java.time.LocalDate;
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** Taking back a result that was given in error: a reason, what hangs on it to look at, then the deed. Nothing is deleted. */
@Path("/volunteers/{ref}/training/{qualification}/revocation")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.REVOKE_TRAINING)
public class Revocations {

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * What would follow.
     *
     * @param afterwards how the module would stand without it
     * @param resting passed modules that need this one, which stay as they are
     */
    record Looked(String reason, ModuleStanding afterwards, List<ModuleDocument> resting) {}

    /** @param looked null before a reason is given */
    record revoke(LearnerHead head, Qualification qualification, ModuleDocument module, Form form, Looked looked)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @PathParam("qualification") String ofResult) {
        var person = learners.shown(ref, Permission.REVOKE_TRAINING, "revocation of a result");
        return page(person, result(person, ofResult), Form.blank(), null);
    }

    /** What hangs on it first; only what comes back with {@code confirmed} is done. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(
            @PathParam("ref") String ref,
            @PathParam("qualification") String ofResult,
            MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.REVOKE_TRAINING);
        var qualification = result(person, ofResult);
        var form = Form.of(typed);
        var reason = Texts.lines(form.typed("reason"));
        if (reason == null) form.refuse("reason", "Enter why it is revoked");
        var wrong = Texts.fault(reason, Qualification.LONGEST_REASON, true);
        if (wrong != null) form.refuse("reason", wrong);
        if (form.isSound() && !form.typed("confirmed").equals("yes")) {
            return Response.ok(page(person, qualification, form, look(qualification, reason)))
                    .build();
        }
        var revoked =
                learners.attempt(form, r -> "reason", () -> qualification.revoke(reason, learners.by(person), clock));
        if (revoked == null) {
            return Response.status(422)
                    .entity(page(person, qualification, form, null))
                    .build();
        }
        news.revoked(qualification);
        flash.say(qualification.moduleCode() + " of " + person.called() + " is revoked, and they are told.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/training"))
                .build();
    }

    private Looked look(Qualification qualification, String reason) {
        var training = TrainingRecord.of(qualification.volunteer, Curriculum.current(), LocalDate.now(clock));
        var without = training.without(qualification);
        var curriculum = training.curriculum();
        var code = qualification.moduleCode();
        return new Looked(
                reason,
                without.standing(curriculum.module(code).orElseThrow()),
                without.valid(code).isPresent()
                        ? List.of()
                        : curriculum.neededBy(code).stream()
                                .filter(m -> training.valid(m.code()).isPresent())
                                .toList());
    }

    private static Qualification result(Volunteer person, String ref) {
        return Qualification.of(person, ref).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Volunteer person, Qualification qualification, Form form, Looked looked) {
        return new revoke(LearnerHead.of(person), qualification, qualification.moduleVersion.document(), form, looked);
    }
}
