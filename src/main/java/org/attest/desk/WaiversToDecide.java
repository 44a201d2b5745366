package org.attest.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Waiver;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Waivers that were asked for, for whoever decides them. */
@ApplicationScoped
class WaiversToDecide implements WorkSource {

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.DECIDE_WAIVERS, force)) return Waiting.NOTHING;
        var rows = Waiver.waiting(force, most).stream()
                .map(waiver -> Work.yours(
                        waiver.decideBy(),
                        today,
                        "Waiver asked for: " + waiver.volunteer.fullName,
                        "/waivers/" + waiver.ref,
                        waiver.criterion + ", until " + Formats.inWords(waiver.lastDay) + ". Asked by " + waiver.askedBy
                                + ".",
                        "Grant it or decline it"))
                .toList();
        return new Waiting(rows, Waiver.countWaiting(force));
    }
}
