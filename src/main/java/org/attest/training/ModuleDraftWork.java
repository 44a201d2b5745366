package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Drafts of modules that are neither published nor discarded. */
@ApplicationScoped
class ModuleDraftWork implements WorkSource {

    /** Days after it was begun by which a draft should be published; the product's own proposal. */
    private static final int DAYS_TO_PUBLISH = 28;

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force != null || !user.may(Permission.WRITE_MODULES)) return Waiting.NOTHING;
        var drafts = ModuleDraft.all();
        return new Waiting(drafts.stream().limit(most).map(d -> row(d, today)).toList(), drafts.size());
    }

    private static Work row(ModuleDraft draft, LocalDate today) {
        return Work.yours(
                LocalDate.ofInstant(draft.begunAt, ClockOfAttest.LONDON).plusDays(DAYS_TO_PUBLISH),
                today,
                "Draft of " + draft.document().label(),
                draft.path(),
                "Saved last on " + Formats.inWords(draft.savedAt) + " by " + draft.savedBy + ".",
                "Publish or discard it");
    }
}
