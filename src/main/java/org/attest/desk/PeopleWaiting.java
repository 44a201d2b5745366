package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.policy.Owner;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageWait;
import org.attest.web.Formats;
import org.attest.web.Wording;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Applicants who are longer in a stage than its target: one row a stage, so that a long queue does not hide the rest. */
@ApplicationScoped
class PeopleWaiting implements WorkSource {

    @Inject
    CurrentUser user;

    @Inject
    StageTargets targets;

    @Inject
    Wording wording;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var settings = StageSettings.in(force, targets);
        var waits = StageWait.in(force, settings, today);
        var rows = waits.stream()
                .map(w -> row(force, settings, w, today))
                .limit(most)
                .toList();
        return new Waiting(rows, waits.size());
    }

    private Work row(Force force, StageSettings settings, StageWait wait, LocalDate today) {
        int target = settings.days().get(wait.stage());
        var promised = wait.since().plusDays(target);
        var stage = wording.stage(wait.stage().name()).toLowerCase();
        var what = Formats.of(wait.people(), "person is", "people are") + " over the target of the stage " + stage;
        var why = "The longest since " + Formats.inWords(wait.since()) + ". The target is "
                + Formats.of(target, "day", "days") + ".";
        var address =
                "/forces/" + force.slug + "/volunteers?stage=" + wait.stage().slug() + "&only=over-target";
        var owner = StageSettings.owner(wait.stage());
        return owner == Owner.COORDINATOR
                ? Work.yours(promised, today, what, address, why, "Move them on, pause them, or end it")
                : Work.waitingFor(owner.words(), promised, today, what, address, why, "Ask how far they are");
    }
}
