package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.security.Account;
import org.attest.volunteer.Telling;

/** Who is told what of tutored shifts. What was seen stands only in Attest. */
@ApplicationScoped
class ShiftNews {

    @Inject
    Telling telling;

    @Inject
    Notices notices;

    /** The learner has to read it and counter-sign. */
    void signed(TutoredShift shift) {
        telling.tell(
                shift.volunteer,
                NoticeKind.TASK,
                "Read your tutored shift of " + shift.when() + ", and counter-sign it or disagree",
                ownPath(shift),
                Template.NEWS_FROM_FORCE);
    }

    void counterSigned(TutoredShift shift) {
        tellTutor(shift, NoticeKind.NEWS, shift.volunteer.fullName + " has counter-signed " + what(shift));
    }

    void disputed(TutoredShift shift) {
        tellTutor(shift, NoticeKind.TASK, shift.volunteer.fullName + " disagrees with " + what(shift));
    }

    void amendedByTutor(TutoredShift shift) {
        telling.tell(
                shift.volunteer,
                NoticeKind.NEWS,
                shift.tutor + " has added something to " + what(shift),
                ownPath(shift),
                Template.NEWS_FROM_FORCE);
    }

    void amendedByLearner(TutoredShift shift) {
        tellTutor(shift, NoticeKind.NEWS, shift.volunteer.fullName + " has added something to " + what(shift));
    }

    private void tellTutor(TutoredShift shift, NoticeKind kind, String sentence) {
        Account.<Account>find("ref", shift.tutorRef)
                .firstResultOptional()
                .filter(account -> account.enabled)
                .ifPresent(account -> notices.tell(account, shift.force, kind, sentence, staffPath(shift)));
    }

    private static String what(TutoredShift shift) {
        return "the tutored shift of " + shift.when();
    }

    static String staffPath(TutoredShift shift) {
        return "/volunteers/" + shift.volunteer.ref + "/training/tutored-shifts/" + shift.ref;
    }

    static String ownPath(TutoredShift shift) {
        return OwnTutoredShifts.PATH + "/" + shift.ref;
    }
}
