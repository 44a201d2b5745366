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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.notice.Field;
import org.attest.notice.Letters;
import org.attest.notice.Template;
import org.attest.security.Permission;
import org.attest.volunteer.LeavingReason;
import org.attest.volunteer.LetterToPerson;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Wording;

/**
 * Letters to a person as PDF, in the words of the force; each one taken is an entry in the trail. A letter of refusal is not
 * typed here: it is the one recorded with the refusal.
 */
@Path("/volunteers/{ref}/letters")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonLetters {

    private static final int LONGEST = 1000;

    @Inject
    AtHand atHand;

    @Inject
    Letters letters;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    /** @param refusal where the letter of refusal is: recorded, or with the decision; null where there is none to write */
    record list(Head head, List<Template> letters, String refusal) implements TemplateInstance {}

    record write(Head head, Template template, List<Field> fields, Form form) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance list(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "letters");
        return new list(
                Head.of(person),
                Arrays.stream(Template.values()).filter(PersonLetters::isTyped).toList(),
                refusal(person));
    }

    private static boolean isTyped(Template template) {
        return template.kind() == Template.Kind.LETTER && template != Template.LETTER_REFUSAL;
    }

    private static String refusal(Volunteer person) {
        var path = "/volunteers/" + person.ref + "/refusal";
        if (Refusal.refusal(person).isEmpty()) return path;
        return Refusal.newest(person).isPresent() ? path + "/letter" : null;
    }

    @GET
    @Path("{template}")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance write(@PathParam("ref") String ref, @PathParam("template") String name) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "letters");
        return page(person, letter(name), Form.showing(known(person)));
    }

    /** The letter itself. */
    @POST
    @Path("{template}")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @PathParam("ref") String ref, @PathParam("template") String name, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var template = letter(name);
        var form = Form.of(typed);
        var values = new HashMap<String, String>();
        values.put(Field.NAME.key(), person.fullName);
        values.put(Field.FORCE.key(), person.force.name);
        for (var field : template.required()) {
            var value = Texts.lines(form.typed(field.key()));
            var wrong = value == null ? "Enter " + field.words() : Texts.fault(value, LONGEST, true);
            if (wrong != null) form.refuse(field.key(), wrong);
            values.put(field.key(), value);
        }
        var made = atHand.attempt(form, template.required().get(0).key(), () -> {
            var by = atHand.by(person);
            LetterToPerson.keep(person, template, form.ticked("handedOver", "yes"), by, clock);
            return new LetterMade(by, person, template, letters.versionInUse(person.force, template));
        });
        if (made == null)
            return Response.status(422)
                    .type(MediaType.TEXT_HTML)
                    .entity(page(person, template, form))
                    .build();
        return Response.ok(letters.pdf(person.force, template, values, LocalDate.now(clock)), "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + template.slug() + "-" + person.ref.toLowerCase() + ".pdf\"")
                .build();
    }

    /** What the record can already say. */
    private Map<String, String> known(Volunteer person) {
        var known = new HashMap<String, String>();
        known.put(Field.REFERENCE.key(), Formats.grouped(person.ref));
        StageChange.of(person).stream()
                .map(change -> change.leavingReason)
                .filter(reason -> reason != null && reason != LeavingReason.DIED)
                .reduce((earlier, later) -> later)
                .ifPresent(reason -> known.put(Field.REASON.key(), wording.leavingReason(reason.name()) + "."));
        return known;
    }

    private static TemplateInstance page(Volunteer person, Template template, Form form) {
        return new write(Head.of(person), template, template.required(), form);
    }

    private static Template letter(String slug) {
        return Template.bySlug(slug).filter(PersonLetters::isTyped).orElseThrow(NotFoundException::new);
    }
}
