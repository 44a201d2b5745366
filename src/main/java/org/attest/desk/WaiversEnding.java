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

/** Waivers of people before service that end soon or ended lately: what they stood for counts as unmet again. */
@ApplicationScoped
class WaiversEnding implements WorkSource {

    private static final int AHEAD = 14;
    private static final int BACK = 30;

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var from = today.minusDays(BACK);
        var until = today.plusDays(AHEAD);
        var rows = Waiver.ending(force, from, until, most).stream()
                .map(waiver -> Work.yours(
                        waiver.lastDay,
                        today,
                        (waiver.lastDay.isBefore(today) ? "Waiver has expired: " : "Waiver ends: ")
                                + waiver.volunteer.fullName,
                        "/waivers/" + waiver.ref,
                        waiver.criterion + ". Last valid day " + Formats.inWords(waiver.lastDay) + ".",
                        "See that it is met, or ask anew"))
                .toList();
        return new Waiting(rows, Waiver.countEnding(force, from, until));
    }
}
