package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.Arrays;
import java.util.List;
import org.attest.security.Permission;
import org.attest.vetting.CaseTeam;
import org.attest.vetting.Clearance;
import org.attest.vetting.ClearanceEnding;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.vetting.VettingSettings;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** Recording a clearance that another body gave, and ending one that is no longer required. */
@Path("/volunteers/{ref}/clearances")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.DECIDE_VETTING)
public class Clearances {

    @Inject
    AtHand atHand;

    @Inject
    CaseTeam team;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record recording(
            Head head, Form form, List<Option> levels, List<Option> codes, List<Clearance> clearances, LocalDate today)
            implements TemplateInstance {}

    record end(Head head, Form form, Clearance clearance) implements TemplateInstance {}

    @GET
    @Path("new")
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.DECIDE_VETTING, "clearances"), Form.blank());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.DECIDE_VETTING);
        var form = Form.of(typed);
        var level = form.choice("level", ClearanceLevel.class, "Choose a level");
        var body = form.typed("body");
        var granted = form.requiredDay("grantedOn", "Day of the grant");
        var until = form.day("lastValidDay", "Last valid day");
        var codes = Arrays.stream(RestrictionCode.values())
                .filter(code -> form.has("restrictions", code.name()))
                .toList();
        atHand.attempt(form, body.isBlank() ? "body" : "level", () -> {
            team.refuseWhoCannotDecide(person);
            return Clearance.recordFromElsewhere(
                    person,
                    level,
                    granted,
                    until,
                    body,
                    codes,
                    VettingSettings.of(person.force),
                    atHand.by(person),
                    clock);
        });
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(level.label() + " of " + person.called() + " is recorded.");
        return profileOf(person);
    }

    @GET
    @Path("{clearance}/ending")
    public TemplateInstance endPage(@PathParam("ref") String ref, @PathParam("clearance") String clearance) {
        var person = atHand.shown(ref, Permission.DECIDE_VETTING, "clearances");
        return new end(Head.of(person), Form.blank().withDay("lastDay", LocalDate.now(clock)), of(person, clearance));
    }

    @POST
    @Path("{clearance}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("ref") String ref,
            @PathParam("clearance") String clearanceRef,
            MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.DECIDE_VETTING);
        var clearance = of(person, clearanceRef);
        var form = Form.of(typed);
        var day = form.requiredDay("lastDay", "Last day");
        atHand.attempt(form, "lastDay", () -> {
            team.refuseWhoCannotDecide(person);
            return clearance.terminate(day, ClearanceEnding.NO_LONGER_REQUIRED, atHand.by(person), clock);
        });
        if (!form.isSound())
            return Response.status(422)
                    .entity(new end(Head.of(person), form, clearance))
                    .build();
        flash.say(clearance.level.label() + " of " + person.called() + " ends with " + Formats.inWords(day) + ".");
        return profileOf(person);
    }

    private static Response profileOf(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/profile"))
                .build();
    }

    private static Clearance of(Volunteer person, String ref) {
        return Clearance.byRef(ref).filter(c -> c.volunteer.equals(person)).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Volunteer person, Form form) {
        return new recording(
                Head.of(person),
                form,
                Option.of(ClearanceLevel.class, ClearanceLevel::label),
                Option.of(RestrictionCode.class, RestrictionCode::words),
                Clearance.of(person),
                LocalDate.now(clock));
    }
}
