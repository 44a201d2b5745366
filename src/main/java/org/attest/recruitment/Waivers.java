package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
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
import org.attest.notice.NoticeKind;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.Waiver;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;

/** One waiver: what was asked and why, how the criterion stands today, the decision of a second person, and its revocation. */
@Path("/waivers/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Waivers {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    StageCriteria criteria;

    @Inject
    Telling telling;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param decides whether the reader may decide it now
     * @param own whether the reader asked for it, and therefore may not
     * @param revokes whether the reader may take it away now
     * @param stale somebody decided or revoked it since the form was made
     */
    record show(
            Head head,
            Waiver waiver,
            Waiver.State state,
            Form form,
            List<Criterion> criteria,
            List<Option> answers,
            boolean decides,
            boolean own,
            boolean revokes,
            boolean stale)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.MANAGE_PEOPLE, Permission.DECIDE_WAIVERS})
    public TemplateInstance show(@PathParam("ref") String ref) {
        var waiver = waiver(ref);
        atHand.shown(waiver.volunteer.ref, Permission.SEE_PEOPLE, "waiver");
        return page(waiver, Form.blank(), false);
    }

    @POST
    @PermissionsAllowed(Permission.DECIDE_WAIVERS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var waiver = waiver(ref);
        currentUser.require(Permission.DECIDE_WAIVERS, waiver.force);
        var person = atHand.person(waiver.volunteer.ref, Permission.DECIDE_WAIVERS);
        Volunteer.getEntityManager().refresh(waiver, LockModeType.PESSIMISTIC_WRITE);
        var form = Form.of(typed);
        if (waiver.decidedAt != null) {
            return Response.status(409).entity(page(waiver, form, true)).build();
        }
        var answer = form.typed("decision");
        if (!answer.equals("grant") && !answer.equals("decline")) {
            form.refuse("decision", "Choose whether you grant it");
        }
        boolean grant = answer.equals("grant");
        atHand.attempt(
                form,
                grant ? "decision" : "answer",
                () -> waiver.decide(grant, form.typed("answer"), atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(waiver, form, false)).build();
        tellAsker(waiver, grant ? "granted" : "declined");
        flash.say(grant ? "The waiver is granted. It stands in the register." : "The waiver is declined.");
        return Response.seeOther(URI.create("/waivers/" + waiver.ref)).build();
    }

    @POST
    @Path("revocation")
    @PermissionsAllowed(Permission.DECIDE_WAIVERS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var waiver = waiver(ref);
        currentUser.require(Permission.DECIDE_WAIVERS, waiver.force);
        var person = atHand.person(waiver.volunteer.ref, Permission.DECIDE_WAIVERS);
        Volunteer.getEntityManager().refresh(waiver, LockModeType.PESSIMISTIC_WRITE);
        var form = Form.of(typed);
        if (waiver.revokedAt != null) {
            return Response.status(409).entity(page(waiver, form, true)).build();
        }
        var from = form.requiredDay("revokedFrom", "First day without it");
        var why = form.required("revocationReason", "Enter why it is revoked", Waiver.LONGEST_REASON);
        atHand.attempt(form, "revokedFrom", () -> waiver.revoke(from, why, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(waiver, form, false)).build();
        tellAsker(waiver, "revoked from " + Formats.inWords(waiver.revokedFrom) + " on");
        flash.say(
                "The waiver is revoked from " + Formats.inWords(waiver.revokedFrom) + " on. It stays in the register.");
        return Response.seeOther(URI.create("/waivers/" + waiver.ref)).build();
    }

    private void tellAsker(Waiver waiver, String what) {
        telling.tellAccount(
                waiver.asker(),
                waiver.force,
                NoticeKind.NEWS,
                "The waiver you asked for was " + what + ": " + waiver.volunteer.fullName,
                "/waivers/" + waiver.ref);
    }

    private Waiver waiver(String ref) {
        var waiver = Waiver.byRef(ref).orElseThrow(NotFoundException::new);
        if (!currentUser.may(Permission.MANAGE_PEOPLE, waiver.force)) {
            currentUser.require(Permission.DECIDE_WAIVERS, waiver.force);
        }
        return waiver;
    }

    private TemplateInstance page(Waiver waiver, Form form, boolean stale) {
        var today = LocalDate.now(clock);
        var person = waiver.volunteer;
        boolean mayDecide = currentUser.may(Permission.DECIDE_WAIVERS, waiver.force);
        boolean own = waiver.askedByRef.equals(atHand.by(person).ref());
        return new show(
                Head.of(person),
                waiver,
                waiver.on(today),
                form,
                criteria.of(person, waiver.stage, today),
                List.of(new Option("grant", "Grant it"), new Option("decline", "Decline it")),
                waiver.decidedAt == null && !own && mayDecide,
                own,
                waiver.holdsOn(today) && waiver.revokedAt == null && mayDecide,
                stale);
    }
}
