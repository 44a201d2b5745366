package org.attest.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Vetting cases whose move is the reader's: to authenticate, check, assess and decide; and appeals for the panel. A fixed number of statements. */
@ApplicationScoped
class VettingWork implements WorkSource {

    @Inject
    CurrentUser user;

    @Inject
    CaseTeam team;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null) return Waiting.NOTHING;
        var cases = new ArrayList<VettingCase>();
        if (user.may(Permission.RUN_VETTING, force)) {
            team.theirs(force, VettingCase.in(force, CaseView.NOW.stored())).stream()
                    .filter(c -> CaseView.NOW.shows(c, today))
                    .forEach(cases::add);
        }
        if (user.may(Permission.HEAR_APPEALS, force)) {
            cases.addAll(team.toHear(force, VettingCase.in(force, CaseView.APPEALS.stored())));
        }
        if (cases.isEmpty()) return Waiting.NOTHING;
        var standings = Standings.of(cases, user.actorIn(force).ref(), today);
        var hands = team.handsIn(force);
        int hearingDays = VettingSettings.of(force).hearingDays();
        var rows = new ArrayList<Work>();
        for (var one : cases) {
            var standing = standings.standing(one);
            var move = NextMove.of(standing, hands);
            if (move.yours()) rows.add(row(one, standing, move, promised(one, hearingDays, today), today));
        }
        rows.sort(Comparator.comparing(Work::promised));
        return new Waiting(List.copyOf(rows.subList(0, Math.min(most, rows.size()))), rows.size());
    }

    private static Work row(
            VettingCase one, NextMove.Standing standing, NextMove move, LocalDate promised, LocalDate today) {
        return Work.yours(
                promised,
                today,
                "Vetting: " + one.volunteer.fullName,
                "/vetting-cases/" + one.ref,
                one.level.label() + ". " + standing.state().words() + "."
                        + (standing.answered() ? " The applicant has answered what was asked." : ""),
                move.what());
    }

    private static LocalDate promised(VettingCase one, int hearingDays, LocalDate today) {
        if (one.state == CaseState.APPEALED) return one.stateSince.plusDays(hearingDays);
        return one.state.isWithTheUnit() ? one.promiseOn(today) : one.stateSince;
    }
}
