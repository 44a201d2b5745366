package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;

/** Everybody in a force who does tutored shifts, whose move it is, and who could begin. A tutor finds their own first. */
@Path("/forces/{slug}/tutored-shifts")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class TutoredLearners {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * @param state whose move it is, in words
     * @param mark that goes with it
     */
    record Row(TutoredLearner learner, boolean yours, String state, String mark) {}

    /** Somebody who may be tutored today and has done no shift. */
    record Ready(String name, String ref, String path) {}

    /** @param rows the viewer's own learners first, then by name */
    record list(Force force, List<Row> rows, List<Ready> ready) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TUTORED_SHIFTS)
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = user.force(slug, Permission.SEE_TUTORED_SHIFTS);
        var today = LocalDate.now(clock);
        var me = user.actorIn(force).ref();
        var learners = TutoredLearner.in(force).stream()
                .filter(learner -> !isOwn(learner.person()))
                .toList();
        var rows = learners.stream()
                .map(learner -> row(learner, today, me))
                .sorted((one, other) -> Boolean.compare(other.yours, one.yours))
                .toList();
        return new list(force, rows, ready(force, learners, today));
    }

    private static Row row(TutoredLearner learner, LocalDate today, String me) {
        boolean yours = learner.isTutoredBy(me);
        if (learner.progress().isComplete()) return new Row(learner, yours, "Complete: waits for an assessor", "soon");
        if (learner.isToBeReviewed(today)) return new Row(learner, yours, "The coordinator looks at it", "unmet");
        if (learner.isDisputed()) return new Row(learner, yours, "The learner disagrees with a shift", "unmet");
        if (learner.isWaitingForThem())
            return new Row(learner, yours, "Waits for the learner to counter-sign", "clock");
        return new Row(learner, yours, "Under way", "clock");
    }

    private List<Ready> ready(Force force, List<TutoredLearner> begun, LocalDate today) {
        var already = begun.stream().map(learner -> learner.person().id).collect(Collectors.toSet());
        List<Volunteer> people = Volunteer.list(
                "force = ?1 and stage in ?2 order by fullName, id",
                force,
                List.of(Stage.TRAINING, Stage.ATTESTATION, Stage.SERVICE));
        var trainings = TrainingRecord.of(people, Curriculum.current(), today);
        var switchedOn = ModuleChoice.switchedOn(force);
        return people.stream()
                .filter(person -> !already.contains(person.id)
                        && !isOwn(person)
                        && mayBegin(trainings.get(person.id), switchedOn))
                .map(person -> new Ready(person.fullName, person.ref, ShiftDrafts.path(person)))
                .toList();
    }

    private boolean isOwn(Volunteer person) {
        return person.accountId != null && person.accountId.equals(user.accountId());
    }

    private static boolean mayBegin(TrainingRecord training, Set<String> switchedOn) {
        try {
            training.refuseUnlessMayBeTutored(switchedOn);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
