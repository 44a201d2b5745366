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
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Looking at tutored shifts that take long: what was found and agreed, and the day of the next look. */
@Path("/volunteers/{ref}/training/tutored-shifts/reviews")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.REVIEW_TUTORED_SHIFTS)
public class ShiftReviews {

    @Inject
    Learners learners;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record review(LearnerHead head, ShiftProgress progress, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(learners.shown(ref, Permission.REVIEW_TUTORED_SHIFTS, "review of tutored shifts"), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.REVIEW_TUTORED_SHIFTS);
        var form = Form.of(typed);
        var words = TutoredShifts.words(form, "words", ShiftReview.LONGEST);
        if (words == null && form.fault("words") == null) form.refuse("words", "Enter what was found and agreed");
        LocalDate nextOn = form.requiredDay("nextOn", "Day of the next look");
        var reviewed = learners.attempt(
                form,
                r -> "nextOn",
                () -> ShiftReview.record(person, progress(person), words, nextOn, learners.by(person), clock));
        if (reviewed == null)
            return Response.status(422).entity(page(person, form)).build();
        flash.say("The review is recorded. The next look is on " + Formats.inWords(nextOn) + ".");
        return Response.seeOther(URI.create(ShiftDrafts.path(person))).build();
    }

    private static ShiftProgress progress(Volunteer person) {
        return ShiftProgress.of(SkillChecklistVersion.current().document(), TutoredShift.signed(person));
    }

    private static TemplateInstance page(Volunteer person, Form form) {
        return new review(LearnerHead.of(person), progress(person), form);
    }
}
