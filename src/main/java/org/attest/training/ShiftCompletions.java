package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
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
import org.attest.security.Account;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** Confirming that tutored shifts are complete: the last link of the chain, by an assessor who tutored on none of them. */
@Path("/volunteers/{ref}/training/tutored-shifts/completion")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.CONFIRM_TUTORED_SHIFTS)
public class ShiftCompletions {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    TrainingNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param shifts that count, earliest first */
    record confirm(LearnerHead head, ShiftProgress progress, List<TutoredShift> shifts, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(
                learners.shown(ref, Permission.CONFIRM_TUTORED_SHIFTS, "completion of tutored shifts"), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.CONFIRM_TUTORED_SHIFTS);
        var form = Form.of(typed);
        if (!form.ticked("read", "yes")) {
            form.refuse("read", "Say that you have read what the tutors saw");
            learners.shown(ref, Permission.CONFIRM_TUTORED_SHIFTS, "completion of tutored shifts");
        }
        var today = LocalDate.now(clock);
        Account assessor = Account.findById(user.accountId());
        var earned = learners.attempt(form, r -> "read", () -> {
            if (person.stage == Stage.LEFT) throw new Refused(person.called() + " has left", "");
            return Qualification.confirm(
                    TrainingRecord.of(person, Curriculum.current(), today),
                    ModuleVersion.taughtOn(TrainingRecord.TUTORED_SHIFTS, today).orElseThrow(),
                    SkillChecklistVersion.current().document(),
                    TutoredShift.signed(person),
                    assessor,
                    learners.by(person),
                    clock);
        });
        if (earned == null)
            return Response.status(422).entity(page(person, form)).build();
        news.earned(earned.qualification());
        flash.say("The tutored shifts of " + person.called() + " are complete. They are told.");
        return Response.seeOther(URI.create(ShiftDrafts.path(person))).build();
    }

    private static TemplateInstance page(Volunteer person, Form form) {
        var progress = ShiftProgress.of(SkillChecklistVersion.current().document(), TutoredShift.signed(person));
        return new confirm(LearnerHead.of(person), progress, progress.counted(), form);
    }
}
