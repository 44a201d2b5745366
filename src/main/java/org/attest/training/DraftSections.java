package org.attest.training;

import io.quarkus.qute.RawString;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.web.Flash;
import org.attest.web.Form;

/** The sections of a module's draft: write one, put it in its place, take it out. */
@Path("/training/{code}/draft/sections")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.WRITE_MODULES)
public class DraftSections {

    private static final String NEW = "new";
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_MINUTES = 240;

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param slug of the section; {@code new} for one to be written
     * @param seen what the form was filled from
     * @param standing what somebody else saved meanwhile; null where nobody did
     * @param shown what was typed, as learners would read it
     */
    record edit(DraftHead head, Form form, String slug, String seen, ModuleDocument.Section standing, RawString shown)
            implements TemplateInstance {}

    @GET
    @Path("{section}")
    public TemplateInstance page(@PathParam("code") String code, @PathParam("section") String slug) {
        var draft = ModuleDrafts.draft(code);
        var section = section(draft, slug);
        var values = new LinkedHashMap<String, Object>();
        if (section != null) {
            values.put("title", section.title());
            values.put("minutes", section.minutes());
            values.put("text", section.text());
        }
        return page(draft, slug, Form.showing(values), null);
    }

    /** Saves it; with {@code then=look} the page comes again, with the text as learners would read it. */
    @POST
    @Path("{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("code") String code, @PathParam("section") String slug, MultivaluedMap<String, String> typed) {
        var draft = ModuleDrafts.held(code);
        var form = Form.of(typed);
        var standing = section(draft, slug);
        var section = typed(form, standing == null ? null : standing.slug(), draft.document());
        if (!form.typed("seen").equals(ModuleDraft.seal(standing))) {
            form.refuse(
                    "text",
                    draft.savedBy + " saved this section since you opened it. Save again to put yours in its place");
            return Response.status(422)
                    .entity(page(draft, slug, form, standing))
                    .build();
        }
        var saved = section == null
                ? null
                : learners.attempt(
                        form,
                        r -> "text",
                        () -> draft.save(draft.document().withSection(section), "section", user.actorIn(null), clock));
        if (saved == null)
            return Response.status(422).entity(page(draft, slug, form, null)).build();
        flash.say("“" + section.title() + "” is saved in the draft.");
        return Response.seeOther(URI.create(
                        form.typed("then").equals("look")
                                ? draft.path() + "/sections/" + section.slug()
                                : draft.path() + "#sections"))
                .build();
    }

    /** One place further up. */
    @POST
    @Path("{section}/rise")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rise(@PathParam("code") String code, @PathParam("section") String slug) {
        var draft = ModuleDrafts.held(code);
        var section = there(draft, slug);
        var module = draft.document();
        var sections = new ArrayList<>(module.sections());
        int at = sections.indexOf(section);
        if (at > 0) {
            sections.remove(at);
            sections.add(at - 1, section);
            change(draft, module.with(sections, module.questions(), module.draw()), "order of sections");
        }
        return Response.seeOther(URI.create(draft.path() + "#sections")).build();
    }

    /** Takes it out of the draft; questions about it stay, and are named as what is wrong. */
    @POST
    @Path("{section}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("code") String code, @PathParam("section") String slug) {
        var draft = ModuleDrafts.held(code);
        var section = there(draft, slug);
        var module = draft.document();
        var sections = new ArrayList<>(module.sections());
        sections.remove(section);
        change(draft, module.with(sections, module.questions(), module.draw()), "section");
        flash.say("“" + section.title() + "” is taken out of the draft.");
        return Response.seeOther(URI.create(draft.path() + "#sections")).build();
    }

    private void change(ModuleDraft draft, ModuleDocument changed, String part) {
        learners.attempt(Form.blank(), r -> "sections", () -> draft.save(changed, part, user.actorIn(null), clock));
    }

    private static ModuleDocument.Section typed(Form form, String slug, ModuleDocument module) {
        var title = form.required("title", "Enter the title", LONGEST_TITLE);
        int minutes = form.number("minutes");
        if (minutes < 1 || minutes > MOST_MINUTES) {
            form.refuse("minutes", "Enter how many minutes it takes, from 1 to " + MOST_MINUTES);
        }
        var text = Texts.lines(form.typed("text"));
        if (text == null) form.refuse("text", "Enter the text");
        var wrong = Texts.fault(text, LONGEST_TEXT, true);
        if (wrong != null) form.refuse("text", wrong);
        if (!form.isSound()) return null;
        return new ModuleDocument.Section(slug == null ? slug(title, module) : slug, title, minutes, text + "\n");
    }

    /** The address of a new section: its title in small letters, and a number where that is taken. */
    private static String slug(String title, ModuleDocument module) {
        var words = Texts.folded(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = words.isEmpty() || words.equals(NEW) ? "section" : words;
        var slug = base;
        for (int i = 2; module.section(slug).isPresent(); i++) slug = base + "-" + i;
        return slug;
    }

    /** Null for one to be written. */
    private static ModuleDocument.Section section(ModuleDraft draft, String slug) {
        return slug.equals(NEW) ? null : there(draft, slug);
    }

    private static ModuleDocument.Section there(ModuleDraft draft, String slug) {
        return draft.document().section(slug).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(ModuleDraft draft, String slug, Form form, ModuleDocument.Section standing) {
        var text = form.typed("text");
        return new edit(
                DraftHead.of(draft),
                form,
                slug,
                ModuleDraft.seal(section(draft, slug)),
                standing,
                text.isBlank() ? null : new RawString(Prose.html(text)));
    }
}
