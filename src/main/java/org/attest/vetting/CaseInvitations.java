package org.attest.vetting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Refused;

/** What a coordinator does and sees of a person's vetting: the invitation, and for each case how it stands, coarsely. */
@Path("/volunteers/{ref}/vetting")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CaseInvitations {

    @Inject
    CurrentUser user;

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

    /**
     * @param clearances all that the person holds or held, those without a case of this force among them
     * @param tooOld that one will be too old for the appointment; null where none will
     * @param account whether they can fill in the form; else they need an account first
     */
    record page(
            String ref,
            String name,
            String called,
            String force,
            Form form,
            List<Option> levels,
            List<CoarseStanding> cases,
            List<Clearance> clearances,
            ClearanceForecast tooOld,
            LocalDate today,
            boolean account)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = person(ref);
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, "vetting"));
        return page(person, Form.blank());
    }

    /** Invites to the form at one of the levels that the post needs (vetting rule 3). */
    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = person(ref);
        var form = Form.of(typed);
        var level = form.choice("level", ClearanceLevel.class, "Choose the level");
        if (form.isSound()) {
            try {
                var moved = VettingCase.invite(
                        person, level, VettingSettings.of(person.force), team.workerOn(person), compartment, clock);
                deeds.fire(moved);
                flash.say(person.called() + " is invited to the vetting form until "
                        + Formats.inWords(moved.vettingCase().invitedUntil) + ".");
                return Response.seeOther(URI.create("/volunteers/" + person.ref + "/vetting"))
                        .build();
            } catch (Refused refused) {
                form.refuse(
                        "level", refused.sentence() + (refused.rule().isEmpty() ? "" : " (" + refused.rule() + ")"));
                QuarkusTransaction.setRollbackOnly();
            }
        }
        return Response.status(422).entity(page(person, form)).build();
    }

    /** Of a force in which people are managed; else 404. Nobody looks at or begins their own vetting here. */
    private Volunteer person(String ref) {
        var person = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        user.require(Permission.MANAGE_PEOPLE, person.force);
        if (person.accountId != null && person.accountId.equals(user.accountId())) {
            throw new Refused("This is your own record: a colleague has to change it", "");
        }
        return person;
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var today = LocalDate.now(clock);
        var clearances = Clearance.of(person);
        return new page(
                person.ref,
                person.fullName,
                person.called(),
                person.force.name,
                form,
                Posts.levels(person.appointmentType).stream()
                        .map(l -> new Option(l.name(), l.label()))
                        .toList(),
                VettingCase.of(person).stream()
                        .map(c -> CoarseStanding.of(c, clearances, today))
                        .toList(),
                clearances,
                ClearanceForecast.tooOld(person, clearances, today).orElse(null),
                today,
                person.accountId != null);
    }
}
