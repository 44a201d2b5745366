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

    private static final String OWN_PAGE = "/me/training";

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

    private void tell(Volunteer person, String sentence) {
        telling.tell(person, NoticeKind.NEWS, sentence, OWN_PAGE, Template.NEWS_FROM_FORCE);
    }

    private static String label(Qualification qualification) {
        return qualification.moduleVersion.document().label();
    }
}
