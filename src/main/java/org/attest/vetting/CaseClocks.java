package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.attest.security.Permission;
import org.attest.web.Form;
import org.attest.web.Option;

/** The clock of the unit: stopped and started by hand while somebody else has to act. */
@Path("/vetting-cases/{ref}/clock")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RUN_VETTING)
public class CaseClocks {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    Clock clock;

    /** @param stops oldest first */
    record turn(
            CaseHead head,
            Form form,
            String cannot,
            MovedMeanwhile moved,
            List<ClockStop> stops,
            List<Option> reasons,
            boolean stands,
            boolean startable,
            LocalDate promised)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(team.shown(ref, "clock"), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        if (isStale(form, one)) return caseDeeds.stale(open, again -> page(again, form));
        var reason = form.choice("reason", ClockStop.Reason.class, "Choose why the clock stands");
        caseDeeds.attempt(form, "reason", () -> ClockStop.stop(one, reason, open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(one, "The clock stands.");
    }

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var form = Form.of(typed);
        if (isStale(form, one)) return caseDeeds.stale(open, again -> page(again, form));
        caseDeeds.attempt(form, "reason", () -> ClockStop.restart(one, open.by(), clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> page(again, form));
        return caseDeeds.done(one, "The clock runs.");
    }

    private static boolean isStale(Form form, VettingCase one) {
        if (form.typed(MovedMeanwhile.FIELD).equals(stamp(one))) return false;
        form.refuse("reason", "Somebody stopped or started the clock meanwhile. Nothing of yours is done");
        return true;
    }

    private static String stamp(VettingCase one) {
        var stops = ClockStop.of(one);
        return stops.size() + "-"
                + stops.stream().filter(s -> s.lastDay != null).count();
    }

    private TemplateInstance page(CaseTeam.OpenCase open, Form form) {
        var one = open.vettingCase();
        var today = caseDeeds.today();
        var stops = ClockStop.of(one);
        return new turn(
                CaseHead.of(one, today).stamped(stamp(one)),
                form,
                one.state.isWithTheUnit() ? null : "No clock runs: the case is not with the vetting unit",
                null,
                stops,
                Arrays.stream(ClockStop.Reason.values())
                        .filter(ClockStop.Reason::isByHand)
                        .map(r -> new Option(r.name(), r.words()))
                        .toList(),
                one.stoppedSince != null,
                stops.stream().anyMatch(s -> s.lastDay == null && s.reason.isByHand()),
                one.promiseOn(today));
    }
}
