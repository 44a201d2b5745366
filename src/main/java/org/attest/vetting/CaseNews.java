package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.security.Account;
import org.attest.volunteer.Telling;

/**
 * Tells the person that something about their vetting waits or is new, in the transaction that made it so. What it is stands
 * on their own page alone.
 */
@ApplicationScoped
class CaseNews {

    private static final String PAGE = "/me/vetting";

    /** What they are told of; a review of a clearance is the unit's own. */
    private static final Set<CaseState> NEWS = Set.of(
            CaseState.GRANTED,
            CaseState.GRANTED_WITH_RESTRICTIONS,
            CaseState.REFUSED,
            CaseState.DISCONTINUED,
            CaseState.WITHDRAWN_BY_APPLICANT,
            CaseState.APPEAL_UPHELD,
            CaseState.APPEAL_DISMISSED);

    /** Already told with what came before, or not theirs to know. */
    private static final Set<CaseState> FROM_WITHIN = Set.of(CaseState.APPEAL_UPHELD, CaseState.UNDER_REVIEW);

    @Inject
    Telling telling;

    void tell(@Observes CaseMoved moved) {
        if (moved.to() == CaseState.INVITED || moved.to() == CaseState.RETURNED) waits(moved.vettingCase());
        else if (NEWS.contains(moved.to())
                && !(moved.from() != null && FROM_WITHIN.contains(moved.from()))
                && !isOwn(moved)) {
            isNew(moved.vettingCase());
        }
    }

    void tell(@Observes CaseWorkedOn worked) {
        if (worked.what().equals("asked")) waits(worked.vettingCase());
        if (worked.what().equals("request taken back") || worked.what().equals("finalised"))
            isNew(worked.vettingCase());
    }

    void tell(@Observes ClearanceConditionsChanged changed) {
        telling.tell(changed.volunteer(), NoticeKind.NEWS, "There is news about your vetting", PAGE, Template.NEWS);
    }

    /** Their own act: whoever withdraws knows it. */
    private static boolean isOwn(CaseMoved moved) {
        var accountId = moved.volunteer().accountId;
        Account account = accountId == null ? null : Account.findById(accountId);
        return account != null && account.ref.equals(moved.by().ref());
    }

    private void waits(VettingCase vettingCase) {
        telling.tell(
                vettingCase.volunteer,
                NoticeKind.TASK,
                "Something about your vetting waits for you",
                PAGE,
                Template.INFORMATION_ASKED);
    }

    private void isNew(VettingCase vettingCase) {
        telling.tell(vettingCase.volunteer, NoticeKind.NEWS, "There is news about your vetting", PAGE, Template.NEWS);
    }
}
