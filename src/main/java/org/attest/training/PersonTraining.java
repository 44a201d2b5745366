package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;

/** A person's training as those who run it see it: how each module stands on a day, and every result with who gave it. */
@Path("/volunteers/{ref}/training")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonTraining {

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * How a module stands.
     *
     * @param sentence what that means, for whoever runs training
     * @param period what counts, or counted last; null for none
     * @param recordable whether the viewer may record a result of it
     * @param decidable whether the viewer may decide how it goes on after a third fail
     */
    record Line(
            ModuleDocument module,
            ModuleStanding.State state,
            String sentence,
            Qualification period,
            boolean recordable,
            boolean decidable) {}

    record Group(TrainingStage stage, List<Line> lines) {}

    /**
     * @param periods every one that began by the day, newest first, revoked ones too
     * @param decisions what was decided after third fails by the day, newest first
     * @param passed modules that count on the day, of those listed
     * @param tutored whether the viewer may see tutored shifts
     */
    record show(
            LearnerHead head,
            LocalDate day,
            boolean today,
            Form form,
            List<Group> groups,
            List<Qualification> periods,
            List<ThirdFailDecision> decisions,
            int passed,
            int modules,
            boolean records,
            boolean revokes,
            boolean tutored)
            implements TemplateInstance {}

    /** As of today, or of any day: {@code ?on=2026-07-01}, or the day in the form's three boxes. */
    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public Response show(@PathParam("ref") String ref, @Context UriInfo asked) {
        var person = learners.shown(ref, Permission.SEE_TRAINING, "training");
        var form = Form.of(new MultivaluedHashMap<>(asked.getQueryParameters()));
        var today = LocalDate.now(clock);
        var day =
                Optional.ofNullable(form.dayAsked("on", "The day to ask about")).orElse(today);
        var page = page(person, day, today, form.isSound() ? Form.blank().withDay("on", day) : form);
        return Response.status(form.isSound() ? 200 : 422).entity(page).build();
    }

    /** Somebody has seen what shows a result. */
    @POST
    @Path("{qualification}/verification")
    @PermissionsAllowed(Permission.RECORD_TRAINING)
    public Response verify(@PathParam("ref") String ref, @PathParam("qualification") String ofResult) {
        var person = learners.held(ref, Permission.RECORD_TRAINING);
        var qualification = Qualification.of(person, ofResult).orElseThrow(NotFoundException::new);
        var form = Form.blank();
        var verified = learners.attempt(
                form, r -> "result-" + qualification.ref, () -> qualification.verify(learners.by(person), clock));
        if (verified == null) {
            var today = LocalDate.now(clock);
            return Response.status(422)
                    .entity(page(person, today, today, form.withDay("on", today)))
                    .build();
        }
        flash.say("What shows " + qualification.moduleCode() + " of " + person.called() + " is verified.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/training"))
                .build();
    }

    private TemplateInstance page(Volunteer person, LocalDate day, LocalDate today, Form form) {
        var training = TrainingRecord.of(person, Curriculum.current(), day);
        boolean records = user.may(Permission.RECORD_TRAINING, person.force);
        boolean decides = user.may(Permission.DECIDE_ATTEMPTS, person.force);
        var lines = training.curriculum().modules().stream()
                .filter(module -> isShown(module, training))
                .map(module -> line(training, module, records, decides))
                .toList();
        return new show(
                LearnerHead.of(person),
                day,
                day.equals(today),
                form,
                Arrays.stream(TrainingStage.values())
                        .map(stage -> new Group(
                                stage,
                                lines.stream()
                                        .filter(l -> l.module.stage() == stage)
                                        .toList()))
                        .filter(group -> !group.lines.isEmpty())
                        .toList(),
                training.qualifications().stream()
                        .filter(q -> !q.earnedOn.isAfter(day))
                        .sorted(Comparator.comparing((Qualification q) -> q.earnedOn)
                                .reversed())
                        .toList(),
                training.decisions().stream()
                        .filter(d -> !d.decidedOn().isAfter(day))
                        .sorted(Comparator.comparing((ThirdFailDecision d) -> d.decidedAt)
                                .reversed())
                        .toList(),
                (int) lines.stream().filter(l -> l.state.isPassed()).count(),
                lines.size(),
                records,
                user.may(Permission.REVOKE_TRAINING, person.force),
                user.may(Permission.SEE_TUTORED_SHIFTS, person.force));
    }

    /** What is taught to volunteers, and what else the person has passed. */
    private static boolean isShown(ModuleDocument module, TrainingRecord training) {
        boolean taught = !module.isRetired() && module.stage() != TrainingStage.STAFF;
        return taught || training.latest(module.code()).isPresent();
    }

    private static Line line(TrainingRecord training, ModuleDocument module, boolean records, boolean decides) {
        var standing = training.standing(module);
        return new Line(
                module,
                standing.state(),
                sentence(standing, training),
                training.latest(module.code()).orElse(null),
                records && module.isRecordedByHand() && training.missing(module).isEmpty(),
                decides && training.isWithCoordinator(module.code()));
    }

    /** The sentence of a standing speaks to the learner; here it speaks of them. */
    private static String sentence(ModuleStanding standing, TrainingRecord training) {
        return switch (standing.state()) {
            case WITH_COORDINATOR ->
                training.isStopped(standing.module().code())
                        ? "The coordinator decided that this is not tried again"
                        : "Failed three times in twelve months: the coordinator decides how it goes on";
            case READY -> "Everything it needs is passed";
            case TAUGHT ->
                standing.module().isLearnedHere()
                        ? "The questions are passed. The rest is done in the classroom"
                        : "Everything it needs is passed. A result can be recorded";
            case UNDER_WAY ->
                training.open(standing.module().code()).isPresent()
                        ? "An attempt at the questions is open"
                        : standing.sentence();
            default -> standing.sentence();
        };
    }
}
