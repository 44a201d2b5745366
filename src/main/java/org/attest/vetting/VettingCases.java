package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.TimelineEntry;

/** One case, for its team: how it stands, the one thing to do next, and everything that was asked, found and done. */
@Path("/vetting-cases/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class VettingCases {

    @Inject
    CaseTeam team;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    /** The bar on top: who, how it stands, what is promised. */
    record Bar(CaseHead head, Promise promise, List<String> alerts, NextMove move) {

        /** Address of the main act; null where the reader has none. */
        public String act() {
            return move.noun() == null ? null : head.path() + "/" + move.noun();
        }
    }

    /** A matter that was recorded. */
    record MatterLine(Matter matter, Matter.Text text, String whyStruck) {}

    /** What the applicant was asked, and answered. */
    record Asked(Question question, String asked, String answer) {}

    record show(
            Bar bar,
            List<CaseAct> acts,
            List<CheckLine> checks,
            long checksDone,
            List<MatterLine> found,
            boolean strikes,
            List<CaseFiles.Line> files,
            List<Asked> asked,
            List<ClockStop> stops,
            List<TimelineEntry> history,
            List<Part> parts)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public TemplateInstance show(@PathParam("ref") String ref) {
        var today = LocalDate.now(clock);
        var open = team.shown(ref, "case");
        var one = open.vettingCase();
        var checks = CheckLine.of(one, compartment);
        var found = found(one);
        var state = one.stateOn(today);
        return new show(
                bar(open, today),
                CaseAct.of(open, today),
                checks,
                checks.stream().filter(c -> c.check().result.isDone()).count(),
                found,
                open.by().is(Hand.OFFICER) && state.isWithTheUnit(),
                CaseFiles.Line.of(one, compartment),
                Question.of(one).stream()
                        .map(q -> new Asked(q, q.asked(compartment), q.answer(compartment)))
                        .toList(),
                ClockStop.of(one),
                history(one),
                Part.of(one));
    }

    private static Bar bar(CaseTeam.OpenCase open, LocalDate today) {
        var one = open.vettingCase();
        var standings = Standings.of(List.of(one), open.by().ref(), today);
        var standing = standings.standing(one);
        var alerts = new ArrayList<String>();
        if (standing.adverse()) alerts.add("Something has to be weighed");
        if (standing.answered() && one.state.isWithTheUnit()) alerts.add("The applicant has answered");
        if (one.renews != null && alerts.size() < 2) alerts.add("Renewal");
        return new Bar(
                CaseHead.of(one, today),
                standings.promise(one),
                alerts,
                NextMove.of(standing, open.by().hands()));
    }

    private List<MatterLine> found(VettingCase one) {
        return Matter.of(one).stream()
                .map(m -> new MatterLine(m, m.text(compartment), m.whyStruck(compartment)))
                .toList();
    }

    /** Newest first. */
    private List<TimelineEntry> history(VettingCase one) {
        var history = new ArrayList<TimelineEntry>();
        for (var step : CaseStep.of(one)) {
            history.add(
                    0, new TimelineEntry(step.to.words(), step.recordedBy, step.recordedAt, step.note(compartment)));
        }
        return history;
    }
}
