package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Refused;

/** Ending a clearance that is no longer required: the clearance and its case end together. */
@Path("/vetting-cases/{ref}/ending")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_VETTING)
public class Endings {

    @Inject
    CaseTeam team;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param validUntil last valid day of the clearance; null where none is live */
    record end(CaseHead head, Form form, LocalDate validUntil) implements TemplateInstance {}

    /** The case with the clearance that came of it. */
    private record Ended(CaseMoved moved, ClearanceTerminated terminated) {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(ref, Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var form = Form.of(typed);
        var vettingCase = open.vettingCase();
        var why = Typed.needed(form, "why", "Enter why it is no longer required", Assessment.LONGEST);
        var ended = Typed.attempt(form, "why", () -> {
            var clearance = clearance(vettingCase)
                    .orElseThrow(() -> new Refused("No clearance of this case is live", "vetting rule 9"));
            var moved = vettingCase.end(why, open.by(), compartment, clock);
            var today = LocalDate.now(clock);
            return new Ended(
                    moved,
                    clearance.terminate(
                            today, ClearanceEnding.NO_LONGER_REQUIRED, open.by().actor(), clock));
        });
        if (ended == null) return Typed.again(422, () -> page(ref, form));
        deeds.fire(ended.moved());
        deeds.fire(ended.terminated());
        flash.say("The clearance ends with today.");
        return Response.seeOther(URI.create("/vetting-cases/" + vettingCase.ref + "/ending"))
                .build();
    }

    private TemplateInstance page(String ref, Form form) {
        var vettingCase = team.shown(ref, "ending").vettingCase();
        return new end(
                CaseHead.of(vettingCase, LocalDate.now(clock)),
                form,
                vettingCase.stateOn(LocalDate.now(clock)).isCleared()
                        ? clearance(vettingCase).map(Clearance::lastDay).orElse(null)
                        : null);
    }

    private Optional<Clearance> clearance(VettingCase vettingCase) {
        var today = LocalDate.now(clock);
        return Clearance.ofCase(vettingCase).filter(c -> c.isLiveOn(today));
    }
}
