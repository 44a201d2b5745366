package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;

/** Tells learners what became of their training. What it is about stands only in Attest, never in an e-mail. */
@ApplicationScoped
class TrainingNews {

    static final String OWN_PAGE = "/me/training";

    @Inject
    Telling telling;

    void earned(Qualification earned) {
        tell(
                earned.volunteer,
                label(earned) + " is recorded as passed"
                        + (earned.lastDay == null ? "" : ", valid until " + Formats.inWords(earned.lastDay)));
    }

    void revoked(Qualification revoked) {
        tell(
                revoked.volunteer,
                label(revoked) + ", passed on " + Formats.inWords(revoked.earnedOn)
                        + ", does not count any more: read why in your training");
    }

    void decided(ThirdFailDecision decision, ModuleDocument module) {
        tell(
                decision.volunteer,
                module.label()
                        + (decision.isAgain()
                                ? ": you may try again from " + Formats.inWords(decision.tryFrom)
                                : ": it was decided that you do not try again. Your coordinator tells you why"));
    }

    /** @param training as it stands with this fail (training rule 3) */
    void failed(Attempt failed, TrainingRecord training) {
        var label = failed.moduleVersion.document().label();
        if (training.isWithCoordinator(failed.moduleCode())) {
            tell(failed.volunteer, label + ": not passed. Your coordinator decides how it goes on");
            thirdFail(failed.volunteer, failed.moduleCode());
        } else {
            tell(
                    failed.volunteer,
                    label + ": not passed. The next attempt can begin on "
                            + Formats.inWords(training.nextAttempt(failed.moduleCode())));
        }
    }

    /** The third fail in twelve months goes to the coordinators (training rule 3). */
    void thirdFail(Volunteer person, String code) {
        telling.tellCoordinators(
                person.force,
                NoticeKind.TASK,
                person.fullName + " has not passed " + code
                        + " for the third time in twelve months: decide how it goes on",
                "/volunteers/" + person.ref + "/training");
    }

    private void tell(Volunteer person, String sentence) {
        telling.tell(person, NoticeKind.NEWS, sentence, OWN_PAGE, Template.NEWS_FROM_FORCE);
    }

    private static String label(Qualification qualification) {
        return qualification.moduleVersion.document().label();
    }
}
