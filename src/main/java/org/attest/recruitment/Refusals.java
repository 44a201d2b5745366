package org.attest.recruitment;

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
import org.attest.security.Permission;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.RefusalReason;
import org.attest.volunteer.RefusalWindow;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** Deciding not to take an application further: a reason, then the letter to look at, then the deed. */
@Path("/volunteers/{ref}/refusal")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Refusals {

    @Inject
    AtHand atHand;

    @Inject
    RefusalLetters letters;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param cannot why the person cannot be refused; null where they can
     * @param letter what they would read; null before a reason is chosen
     * @param byAccount whether they read it on their own page; else it goes out on paper
     */
    record refuse(
            Head head,
            Form form,
            String cannot,
            List<Option> reasons,
            RefusalWindow.Values windows,
            Refusal.Letter letter,
            LocalDate appealUntil,
            LocalDate reapplyFrom,
            boolean byAccount)
            implements TemplateInstance {}

    /** @param lines the letter by paragraphs */
    record letter(Head head, Refusal refusal, List<String> lines, boolean byAccount) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "refusal"), Form.blank(), false);
    }

    /** The letter first; only what comes back with {@code confirmed} is done. */
    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var reason = RefusalReason.of(form.typed("reason")).orElse(null);
        if (reason == null) form.refuse("reason", "Choose the reason");
        var note = form.optional("note", Refusal.LONGEST_NOTE);
        if (form.isSound() && !form.typed("confirmed").equals("yes")) {
            return Response.ok(page(person, form, true)).build();
        }
        var windows = RefusalWindow.in(person.force);
        var refused = atHand.attempt(
                form,
                "reason",
                () -> Refusal.refuse(
                        person,
                        reason,
                        note,
                        windows,
                        letters.of(person, reason, windows, LocalDate.now(clock)),
                        atHand.by(person),
                        clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form, false)).build();
        deeds.fire(refused.moved());
        letters.send(refused);
        flash.say(person.called() + " is refused. "
                + (person.accountId == null ? "Download the letter and post it." : "The letter is on their own page."));
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/refusal/letter"))
                .build();
    }

    /** The letter as it was sent, to read or to print. */
    @GET
    @Path("letter")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance letter(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "refusal letter");
        var refusal = Refusal.newest(person).orElseThrow(NotFoundException::new);
        return new letter(Head.of(person), refusal, List.of(refusal.letter.split("\\R+")), person.accountId != null);
    }

    /** The same letter as a file, with the force's letter head, to post or to send. */
    @GET
    @Path("letter.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response paper(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "refusal letter as PDF");
        var refusal = Refusal.newest(person).orElseThrow(NotFoundException::new);
        return Response.ok(letters.pdf(refusal))
                .header("Content-Disposition", "attachment; filename=\"refusal-" + person.ref.toLowerCase() + ".pdf\"")
                .build();
    }

    private TemplateInstance page(Volunteer person, Form form, boolean preview) {
        var today = LocalDate.now(clock);
        var windows = RefusalWindow.in(person.force);
        var reason = RefusalReason.of(form.typed("reason")).orElse(null);
        return new refuse(
                Head.of(person),
                form,
                Refusal.refusal(person).map(AtHand::sentence).orElse(null),
                RefusalReason.all().stream()
                        .map(r -> new Option(r.code(), r.words()))
                        .toList(),
                windows,
                preview && reason != null ? letters.of(person, reason, windows, today) : null,
                windows.appealUntil(today),
                windows.reapplyFrom(today),
                person.accountId != null);
    }
}
