package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** That results of the force end soon, in one row: who and what is a list of its own. */
@ApplicationScoped
class TrainingEndingWork implements WorkSource {

    private static final int DAYS_AHEAD = 30;

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.RECORD_TRAINING, force)) return Waiting.NOTHING;
        var first = Qualification.firstEnding(force, today, today.plusDays(DAYS_AHEAD));
        if (first == null) return Waiting.NOTHING;
        return new Waiting(
                List.of(Work.yours(
                        first,
                        today,
                        "Training that ends",
                        "/forces/" + force.slug + "/training?view=" + MatrixFilter.EXPIRING + "&stage=all",
                        "The first last valid day is " + Formats.inWords(first) + ".",
                        "See what expires when")),
                1);
    }
}
