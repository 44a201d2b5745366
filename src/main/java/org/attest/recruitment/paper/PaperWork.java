package org.attest.recruitment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Paper;
import org.attest.web.ClockOfAttest;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Papers that wait to be verified. One statement. */
@ApplicationScoped
class PaperWork implements WorkSource {

    /** Days in which a paper should be looked at; the person reads it too. */
    static final int DAYS_TO_DECIDE = 5;

    @Inject
    CurrentUser user;

    @Inject
    Wording wording;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var papers = Paper.waiting(force);
        return new Waiting(papers.stream().limit(most).map(p -> row(p, today)).toList(), papers.size());
    }

    private Work row(Paper paper, LocalDate today) {
        var sent = paper.sentAt.atZone(ClockOfAttest.LONDON).toLocalDate();
        return Work.yours(
                sent.plusDays(DAYS_TO_DECIDE),
                today,
                "Paper to verify: " + paper.volunteer.fullName,
                "/volunteers/" + paper.volunteer.ref + "/papers/" + paper.ref,
                wording.paperToForce(paper.purpose.name()) + ".",
                "Verify or return it");
    }
}
