package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/**
 * What tutored shifts ask of whom: of a tutor their drafts and what a learner disagrees with, of an assessor those that are
 * complete and that they did not tutor, of a coordinator those that take longer than 112 days (training rule 7).
 */
@ApplicationScoped
class ShiftWork implements WorkSource {

    /** Days after a shift, or after the last of those that complete it, by which the next should sign. */
    private static final int DAYS_TO_SIGN = 7;

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.SEE_TUTORED_SHIFTS, force)) return Waiting.NOTHING;
        var work = new ArrayList<Work>();
        var me = user.actorIn(force).ref();
        if (user.may(Permission.RECORD_TUTORED_SHIFTS, force)) {
            TutoredShift.waitingForTutor(force, me).stream()
                    .filter(shift -> !isOwn(shift.volunteer))
                    .forEach(shift -> work.add(ofTutor(shift, today)));
        }
        boolean confirms = user.may(Permission.CONFIRM_TUTORED_SHIFTS, force);
        boolean reviews = user.may(Permission.REVIEW_TUTORED_SHIFTS, force);
        if (confirms || reviews) {
            for (var learner : TutoredLearner.in(force)) {
                if (isOwn(learner.person())) continue;
                if (confirms && learner.progress().isComplete() && !learner.isTutoredBy(me)) {
                    work.add(ofAssessor(learner, today));
                }
                if (reviews && learner.isToBeReviewed(today)) work.add(ofCoordinator(learner, today));
            }
        }
        work.sort(Comparator.comparing(Work::promised));
        return new Waiting(List.copyOf(work.subList(0, Math.min(most, work.size()))), work.size());
    }

    private boolean isOwn(Volunteer person) {
        return person.accountId != null && person.accountId.equals(user.accountId());
    }

    private static Work ofTutor(TutoredShift shift, LocalDate today) {
        if (shift.signedAt == null) {
            return Work.yours(
                    shift.day().plusDays(DAYS_TO_SIGN),
                    today,
                    "Draft of a tutored shift: " + shift.volunteer.fullName + ", " + Formats.inWords(shift.day()),
                    ShiftDrafts.path(shift.volunteer) + "/drafts/" + shift.ref,
                    "Nobody but you sees it, and it does not count.",
                    "Finish it and sign");
        }
        return Work.yours(
                shift.day().plusDays(DAYS_TO_SIGN),
                today,
                shift.volunteer.fullName + " disagrees with the tutored shift of " + Formats.inWords(shift.day()),
                ShiftNews.staffPath(shift),
                "It does not count.",
                "Read why, and settle it by an addendum or a new record");
    }

    private static Work ofAssessor(TutoredLearner learner, LocalDate today) {
        return Work.yours(
                learner.lastDay().plusDays(DAYS_TO_SIGN),
                today,
                "Tutored shifts complete: " + learner.person().fullName,
                learner.path() + "/completion",
                "Every skill is signed, and nothing is missing (training rule 7).",
                "Read what the tutors saw, and confirm");
    }

    private static Work ofCoordinator(TutoredLearner learner, LocalDate today) {
        return Work.yours(
                learner.reviewOn(),
                today,
                "Tutored shifts take long: " + learner.person().fullName,
                learner.path() + "/reviews",
                "They began on " + Formats.inWords(learner.progress().firstDay())
                        + " and are not complete (training rule 7).",
                "Look at it, and agree how it goes on");
    }
}
