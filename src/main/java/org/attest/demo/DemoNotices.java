package org.attest.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.attest.force.Force;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.security.Account;

/** Something to read for the coordinators who have demonstration accounts, besides what they are reminded of. */
@ApplicationScoped
class DemoNotices {

    @Inject
    Notices notices;

    /** Within the transaction that opened the accounts. */
    void tellCoordinator(Force force) {
        Account.byEmail("coordinator@" + force.slug + ".example").ifPresent(coordinator -> {
            var path = "/forces/" + force.slug;
            notices.tell(
                    coordinator,
                    force,
                    NoticeKind.TASK,
                    "Look at who hears of what is due this year",
                    path + "/coverage");
            notices.tell(
                    coordinator,
                    force,
                    NoticeKind.NEWS,
                    "The national words of every letter are in use",
                    path + "/templates");
        });
    }
}
