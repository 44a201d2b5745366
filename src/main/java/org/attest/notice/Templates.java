package org.attest.notice;

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
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;

/** How a force words its letters and messages: tried out with an invented person before anybody gets one. */
@Path("/forces/{slug}/templates")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_NOTICES)
@Transactional
public class Templates {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Letters letters;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    /** @param own the force's newest words; null where it uses the national ones */
    record Row(Template template, TemplateWording own) {}

    record list(Force force, List<Row> rows) implements TemplateInstance {}

    /**
     * @param number version of the force's words that the form began with; 0 where it never had any
     * @param preview the words with an invented person in them; null while they are not sound
     * @param stale what somebody else saved meanwhile; null where nobody did
     */
    record edit(
            Force force,
            Template template,
            Form form,
            int number,
            boolean national,
            Words preview,
            Words stale,
            List<TemplateWording> history)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@PathParam("slug") String slug) {
        var force = force(slug);
        var own = TemplateWording.newest(force);
        return new list(
                force,
                Arrays.stream(Template.values())
                        .map(t -> new Row(t, own.get(t)))
                        .toList());
    }

    @GET
    @Path("{template}")
    public TemplateInstance edit(@PathParam("slug") String slug, @PathParam("template") String name) {
        var force = force(slug);
        var template = template(name);
        var words = TemplateWording.inUse(force, template);
        return page(force, template, showing(words), words, null);
    }

    /** Shows what somebody would get; saves nothing. */
    @POST
    @Path("{template}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(
            @PathParam("slug") String slug, @PathParam("template") String name, MultivaluedMap<String, String> typed) {
        var force = force(slug);
        var template = template(name);
        var form = Form.of(typed);
        var words = words(form, template);
        return Response.status(form.isSound() ? 200 : 422)
                .entity(page(force, template, form, form.isSound() ? words : null, null))
                .build();
    }

    @POST
    @Path("{template}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("slug") String slug, @PathParam("template") String name, MultivaluedMap<String, String> typed) {
        var force = force(slug);
        var template = template(name);
        var form = Form.of(typed);
        var words = words(form, template);
        if (!form.isSound())
            return Response.status(422)
                    .entity(page(force, template, form, null, null))
                    .build();
        if (!form.has("number", String.valueOf(numberOf(force, template)))) return stale(force, template, form, words);
        write(force, template, words);
        flash.say(template.words() + ": saved. It is used from now on");
        return back(force, template);
    }

    /** Back to the national words. */
    @POST
    @Path("{template}/national")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response useNational(
            @PathParam("slug") String slug, @PathParam("template") String name, MultivaluedMap<String, String> typed) {
        var force = force(slug);
        var template = template(name);
        var form = Form.of(typed);
        if (!form.has("number", String.valueOf(numberOf(force, template))))
            return stale(force, template, showing(template.national()), template.national());
        write(force, template, null);
        flash.say(template.words() + ": the national words are used from now on");
        return back(force, template);
    }

    @GET
    @Path("{template}/preview.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("slug") String slug, @PathParam("template") String name) {
        var force = force(slug);
        var template = template(name);
        if (template.kind() != Template.Kind.LETTER) throw new NotFoundException();
        return Response.ok(letters.pdf(force, template, example(force), LocalDate.now(clock)))
                .header("Content-Disposition", "inline; filename=\"" + template.slug() + ".pdf\"")
                .build();
    }

    private edit page(Force force, Template template, Form form, Words sound, Words stale) {
        var history = TemplateWording.history(force, template);
        return new edit(
                force,
                template,
                form,
                history.isEmpty() ? 0 : history.get(0).number,
                history.isEmpty() || !history.get(0).isUsable(),
                sound == null ? null : sound.merged(example(force)),
                stale,
                history);
    }

    private Response stale(Force force, Template template, Form form, Words typed) {
        return Response.status(409)
                .entity(page(force, template, form, typed, TemplateWording.inUse(force, template)))
                .build();
    }

    private void write(Force force, Template template, Words words) {
        int number = numberOf(force, template) + 1;
        TemplateWording.write(force, template, number, words, clock.instant(), user.name());
        deeds.fire(new TemplateWorded(user.actorIn(force), force, template, number));
    }

    private static int numberOf(Force force, Template template) {
        return TemplateWording.newest(force, template).map(w -> w.number).orElse(0);
    }

    /** What was typed, with what is wrong with it beside the text. */
    private static Words words(Form form, Template template) {
        var subject = form.required("subject", "Enter the subject", Words.LONGEST_SUBJECT);
        var body = Normalizer.normalize(form.typed("body"), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
        if (body.isEmpty()) form.refuse("body", "Enter the text");
        if (body.length() > Words.LONGEST_BODY)
            form.refuse("body", "Use " + Words.LONGEST_BODY + " characters or fewer");
        if (!form.isSound()) return null;
        var words = new Words(subject, body);
        var faults = words.faults(template);
        if (!faults.isEmpty()) form.refuse("body", String.join(". ", faults));
        return words;
    }

    private static Form showing(Words words) {
        return Form.showing(Map.of("subject", words.subject(), "body", words.body()));
    }

    private static Map<String, String> example(Force force) {
        var values = new HashMap<>(Arrays.stream(Field.values()).collect(Collectors.toMap(Field::key, Field::example)));
        values.put(Field.FORCE.key(), force.name);
        return values;
    }

    private Force force(String slug) {
        return user.force(slug, Permission.MANAGE_NOTICES);
    }

    private static Template template(String slug) {
        return Template.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    private static Response back(Force force, Template template) {
        return Response.seeOther(URI.create("/forces/" + force.slug + "/templates/" + template.slug()))
                .build();
    }
}
