package org.attest.recruitment.request;

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
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Head;
import org.attest.security.Account;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.security.SignInAddress;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.KeyChangeDecided;
import org.attest.volunteer.KeyField;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Wording;

/** One change that somebody asks for in their own record: both values, approved or declined. */
@Path("/detail-changes/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class KeyChangeDecisions {

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Telling telling;

    @Inject
    Notices notices;

    @Inject
    Event<Deed> deeds;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param stood what stood in the record when it was asked
     * @param now what stands there now
     * @param signsIn the address they sign in with would be offered to follow
     * @param signsInAsBefore it stays, and only the administrator changes it
     * @param stale it changed since the page was made
     */
    record decide(
            Head head,
            KeyChange change,
            String label,
            String stood,
            String now,
            String wanted,
            boolean signsIn,
            boolean signsInAsBefore,
            Form form,
            boolean stale)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var change = change(ref);
        atHand.shown(change.volunteer.ref, Permission.MANAGE_PEOPLE, "detail change");
        return page(change, Form.showing(Map.of("seen", change.standsNow())), false);
    }

    @POST
    @Path("approval")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var change = change(ref);
        var person = atHand.person(change.volunteer.ref, Permission.MANAGE_PEOPLE);
        KeyChange.getEntityManager().refresh(change);
        var form = Form.of(typed);
        if (!form.typed("seen").equals(change.standsNow())) {
            typed.putSingle("seen", change.standsNow());
            return Response.status(409).entity(page(change, form, true)).build();
        }
        var before = person.email;
        atHand.attempt(form, "approve", () -> {
            var changed = change.approve(atHand.by(person), clock);
            if (change.field == KeyField.EMAIL) offer(person, before);
            return changed;
        });
        return decided(change, form, "approved");
    }

    @POST
    @Path("refusal")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var change = change(ref);
        var person = atHand.person(change.volunteer.ref, Permission.MANAGE_PEOPLE);
        KeyChange.getEntityManager().refresh(change);
        var form = Form.of(typed);
        if (form.typed("seen").isEmpty()) typed.putSingle("seen", change.standsNow());
        atHand.attempt(form, "reason", () -> {
            change.decline(form.typed("reason"), atHand.by(person), clock);
            return new KeyChangeDecided(atHand.by(person), change);
        });
        return decided(change, form, "declined");
    }

    /**
     * Who signs in with the old address, and opens nothing but their record here, may sign in with the new one: a message to it
     * says so, and nobody else learns whether another account has it.
     */
    private void offer(Volunteer person, String before) {
        if (person.accountId == null) return;
        Account account = Account.findById(person.accountId);
        SignInAddress.offer(account, person.force, before, person.email, atHand.by(person), clock.instant())
                .ifPresent(offer -> {
                    notices.write(
                            person.force,
                            person.email,
                            person.called(),
                            Template.SIGN_IN_ADDRESS,
                            Map.of("link", offer.path(), "until", Formats.inWords(offer.expiresAt())));
                    // whoever reads the old one should learn of it
                    notices.write(person.force, before, person.called(), Template.NEWS, Map.of("link", "/me/details"));
                });
    }

    private static boolean signsIn(KeyChange change) {
        return change.field == KeyField.EMAIL && change.volunteer.accountId != null;
    }

    private static boolean follows(Volunteer person) {
        return SignInAddress.follows(Account.findById(person.accountId), person.force);
    }

    private Response decided(KeyChange change, Form form, String what) {
        if (!form.isSound())
            return Response.status(422).entity(page(change, form, false)).build();
        var person = change.volunteer;
        if (change.decision == KeyChange.Decision.APPROVED) {
            deeds.fire(new KeyChangeDecided(atHand.by(person), change));
        }
        telling.tell(
                person,
                NoticeKind.NEWS,
                "Your change is " + what + ": "
                        + wording.keyField(change.field.name()).toLowerCase(),
                "/me/details",
                Template.NEWS_FROM_FORCE);
        boolean address = change.decision == KeyChange.Decision.APPROVED && signsIn(change);
        flash.say("The change is " + what + ", and " + person.called() + " is told."
                + (!address
                        ? ""
                        : follows(person)
                                ? " They sign in as before until they take up the message to the new address."
                                : " They sign in as before: the administrator changes that address."));
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/profile"))
                .build();
    }

    private TemplateInstance page(KeyChange change, Form form, boolean stale) {
        var person = change.volunteer;
        boolean signsIn = signsIn(change);
        boolean follows = signsIn && follows(person);
        return new decide(
                Head.of(person),
                change,
                wording.keyField(change.field.name()),
                KeyValues.words(change.field, change.stood),
                KeyValues.words(change.field, change.standsNow()),
                KeyValues.words(change.field, change.wanted),
                signsIn && follows,
                signsIn && !follows,
                form,
                stale);
    }

    private KeyChange change(String ref) {
        var change = KeyChange.byRef(ref).orElseThrow(NotFoundException::new);
        currentUser.require(Permission.MANAGE_PEOPLE, change.force);
        return change;
    }
}
