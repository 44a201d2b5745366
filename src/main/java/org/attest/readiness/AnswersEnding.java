package org.attest.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.policy.PublishedPolicy;
import org.attest.policy.Tier;
import org.attest.security.Role;

/**
 * People in service who can be deployed, and will not be any more after a day that is known, because of something that can be
 * renewed; but for what has reminders of its own, so that nobody hears of the same thing twice. Where a hold alone ends the
 * answer, whatever its cause, nobody is reminded: there is nothing to renew, and who may not know the cause could tell it from
 * a reminder.
 */
@ApplicationScoped
class AnswersEnding implements DueSource {

    private static final DueKind KIND =
            DueKind.passing("deployable-until", "Last day of being deployable", List.of(60, 30, 7));

    /** Codes of requirements whose end is a kind of dated thing itself. */
    private static final Set<String> REMINDED_ELSEWHERE =
            Set.of("appointed", "clearance", "stage-a", "stage-b", "role-training");

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        var ending = Determination.endingInService(force, Tier.FIRST_LIVE, today, until);
        if (ending.isEmpty()) return List.of();
        var history = PublishedPolicy.historiesOf(Set.of(force.slug)).get(force.slug);
        return ending.stream()
                .filter(d -> !isRemindedElsewhere(d) && d.endsForWantOfRenewal(history))
                .map(d -> Due.of(
                                "deployable " + d.volunteer.ref,
                                d.answerUntil,
                                "Renewal for " + d.volunteer.fullName
                                        + ", who can be deployed no longer after that day,",
                                "/volunteers/" + d.volunteer.ref,
                                Role.COORDINATOR)
                        .alsoFor(
                                d.volunteer.accountId,
                                "Something of yours to renew, without which you cannot be deployed,",
                                "/me"))
                .toList();
    }

    private static boolean isRemindedElsewhere(Determination answer) {
        return answer.verdict.findings().stream()
                .anyMatch(finding ->
                        REMINDED_ELSEWHERE.contains(finding.code()) && answer.answerUntil.equals(finding.lastDay()));
    }
}
