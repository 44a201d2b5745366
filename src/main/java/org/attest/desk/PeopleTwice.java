package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Lookalikes;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Records that may be of one person each: one row for all of a force, because they are looked through together. */
@ApplicationScoped
class PeopleTwice implements WorkSource {

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var pairs = Lookalikes.in(force);
        if (pairs.isEmpty()) return Waiting.NOTHING;
        var since = pairs.stream()
                .map(p -> p.other().stageSince())
                .min(Comparator.naturalOrder())
                .orElse(today);
        var first = pairs.get(0);
        return new Waiting(
                List.of(Work.undecided(
                        since,
                        today,
                        Formats.of(pairs.size(), "possible duplicate", "possible duplicates"),
                        "/forces/" + force.slug + "/duplicates",
                        first.one().fullName() + " and " + first.other().fullName()
                                + (pairs.size() == 1
                                        ? " may be one person."
                                        : " may be one person, and " + (pairs.size() - 1) + " more."),
                        null,
                        "Merge them, or tell them apart")),
                1);
    }
}
