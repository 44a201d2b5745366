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
import java.util.Comparator;
import java.util.List;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** The tutored shifts of one learner, as tutors, assessors and coordinators see them: how far they are, and each shift. */
@Path("/volunteers/{ref}/training/tutored-shifts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class TutoredShifts {

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    ShiftNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param reviewOn the day from which the coordinator looks at it; null before the first shift and once it is complete
     * @param reviews what was found before, newest first
     * @param passed the result by which tutored shifts are complete; null before
     * @param shifts signed ones, newest first
     * @param drafts the viewer's own
     * @param cannot why no shift of today could be recorded; null where one could
     */
    record show(
            LearnerHead head,
            LocalDate today,
            ShiftProgress progress,
            Qualification passed,
            List<TutoredShift> shifts,
            List<TutoredShift> drafts,
            LocalDate reviewOn,
            List<ShiftReview> reviews,
            boolean tutors,
            boolean confirms,
            boolean reviewsIt,
            String cannot)
            implements TemplateInstance {}

    /** @param amends whether the viewer is its tutor, who may add to it */
    record shift(
            LearnerHead head,
            TutoredShift shift,
            List<SeenSkill> skills,
            List<ShiftAddendum> addenda,
            boolean amends,
            Form form)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TUTORED_SHIFTS)
    public TemplateInstance show(@PathParam("ref") String ref) {
        var person = learners.shown(ref, Permission.SEE_TUTORED_SHIFTS, "tutored shifts");
        var today = LocalDate.now(clock);
        var training = TrainingRecord.of(person, Curriculum.current(), today);
        var shifts = TutoredShift.signed(person);
        var reviews = ShiftReview.of(person);
        var progress = ShiftProgress.of(SkillChecklistVersion.current().document(), shifts);
        var passed = training.valid(TrainingRecord.TUTORED_SHIFTS).orElse(null);
        boolean tutors = user.may(Permission.RECORD_TUTORED_SHIFTS, person.force);
        return new show(
                LearnerHead.of(person),
                today,
                progress,
                passed,
                shifts.stream()
                        .sorted(Comparator.comparing((TutoredShift s) -> s.startsAt)
                                .reversed())
                        .toList(),
                tutors ? TutoredShift.drafts(person, learners.by(person).ref()) : List.of(),
                passed != null || progress.isComplete()
                        ? null
                        : progress.reviewOn(reviews.isEmpty() ? null : reviews.get(0).nextOn),
                reviews,
                tutors,
                user.may(Permission.CONFIRM_TUTORED_SHIFTS, person.force)
                        && !ShiftProgress.tutors(shifts)
                                .contains(learners.by(person).ref()),
                user.may(Permission.REVIEW_TUTORED_SHIFTS, person.force),
                cannot(training));
    }

    @GET
    @Path("{shift}")
    @PermissionsAllowed(Permission.SEE_TUTORED_SHIFTS)
    public TemplateInstance shift(@PathParam("ref") String ref, @PathParam("shift") String shift) {
        var person = learners.shown(ref, Permission.SEE_TUTORED_SHIFTS, "tutored shift");
        return page(person, signed(person, shift), Form.blank());
    }

    /** Its tutor adds to what is locked. */
    @POST
    @Path("{shift}/addenda")
    @PermissionsAllowed(Permission.RECORD_TUTORED_SHIFTS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response amend(
            @PathParam("ref") String ref, @PathParam("shift") String shift, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.RECORD_TUTORED_SHIFTS);
        var signed = signed(person, shift);
        var by = learners.by(person);
        var form = Form.of(typed);
        var words = words(form, "words", ShiftAddendum.LONGEST);
        if (!signed.tutorRef.equals(by.ref())) {
            form.refuse("words", "Only " + signed.tutor + " adds to it");
            // nothing is done, and the page that says so is a page seen
            learners.shown(ref, Permission.RECORD_TUTORED_SHIFTS, "tutored shift");
        }
        if (learners.attempt(form, r -> "words", () -> signed.amend(words, by, clock)) == null) {
            return Response.status(422).entity(page(person, signed, form)).build();
        }
        news.amendedByTutor(signed);
        flash.say("Your words are added, and " + person.called() + " is told.");
        return Response.seeOther(URI.create(ShiftNews.staffPath(signed))).build();
    }

    /** Several lines; with a refusal where they are too long or could deceive. */
    static String words(Form form, String field, int longest) {
        var words = Texts.lines(form.typed(field));
        var wrong = Texts.fault(words, longest, true);
        if (wrong != null) form.refuse(field, wrong);
        return words;
    }

    private static TutoredShift signed(Volunteer person, String shift) {
        return TutoredShift.signed(person, shift).orElseThrow(NotFoundException::new);
    }

    private static String cannot(TrainingRecord training) {
        try {
            training.refuseUnlessMayBeTutored(ModuleChoice.switchedOn(training.person().force));
            return null;
        } catch (Refused refused) {
            return Learners.sentence(refused);
        }
    }

    private TemplateInstance page(Volunteer person, TutoredShift shift, Form form) {
        return new shift(
                LearnerHead.of(person),
                shift,
                SeenSkill.of(shift),
                ShiftAddendum.of(shift),
                user.may(Permission.RECORD_TUTORED_SHIFTS, person.force)
                        && shift.tutorRef.equals(learners.by(person).ref()),
                form);
    }
}
