package org.attest.training;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.attest.security.Account;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** The drafts of a tutor: recording a shift with a learner, and signing it. Nobody else's draft is found. */
@Path("/volunteers/{ref}/training/tutored-shifts/drafts")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.RECORD_TUTORED_SHIFTS)
public class ShiftDrafts {

    private static final String VERSION = "version";

    @Inject
    CurrentUser user;

    @Inject
    Learners learners;

    @Inject
    ShiftNews news;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** A skill to be rated. {@code open} where its words are to be seen. */
    record Field(SkillChecklist.Skill skill, String rating, String narrative, boolean open) {}

    /**
     * @param shift reference of the draft; null while it is not kept yet
     * @param stored where another window was faster, what is kept and differs, in lines; else empty
     */
    record write(
            LearnerHead head,
            String shift,
            String action,
            Form form,
            List<Field> mandatory,
            List<Field> desirable,
            List<Option> ratings,
            List<String> stored)
            implements TemplateInstance {}

    record sign(LearnerHead head, TutoredShift shift, List<SeenSkill> skills, Form form) implements TemplateInstance {}

    @GET
    @Path("new")
    public TemplateInstance blank(@PathParam("ref") String ref) {
        var person = learners.shown(ref, Permission.RECORD_TUTORED_SHIFTS, "tutored shift");
        return page(person, null, SkillChecklistVersion.current(), Form.blank(), List.of());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.RECORD_TUTORED_SHIFTS);
        var checklist = SkillChecklistVersion.current();
        var form = Form.of(typed);
        var entry = entry(form, checklist.document());
        Account tutor = Account.findById(user.accountId());
        var written = learners.attempt(
                form,
                r -> "day",
                () -> TutoredShift.begin(training(person), checklist, entry, tutor, learners.by(person), clock));
        if (written == null) {
            return Response.status(422)
                    .entity(page(person, null, checklist, form, List.of()))
                    .build();
        }
        return kept(person, written.shift(), form);
    }

    @GET
    @Path("{draft}")
    public TemplateInstance show(@PathParam("ref") String ref, @PathParam("draft") String draftRef) {
        var person = learners.shown(ref, Permission.RECORD_TUTORED_SHIFTS, "tutored shift");
        var draft = draft(person, draftRef);
        return page(person, draft, SkillChecklistVersion.current(), showing(draft), List.of());
    }

    /** Where another window of the same tutor kept something else meanwhile, nothing is kept and both are shown. */
    @POST
    @Path("{draft}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @PathParam("ref") String ref, @PathParam("draft") String draftRef, MultivaluedMap<String, String> typed) {
        var person = learners.held(ref, Permission.RECORD_TUTORED_SHIFTS);
        var draft = draft(person, draftRef);
        var checklist = SkillChecklistVersion.current();
        var form = Form.of(typed);
        var entry = entry(form, checklist.document());
        if (!form.typed(VERSION).equals(String.valueOf(draft.version))) {
            var stored = stored(draft, entry, checklist.document());
            typed.putSingle(VERSION, String.valueOf(draft.version));
            return Response.status(409)
                    .entity(page(person, draft, checklist, form, stored))
                    .build();
        }
        var written = learners.attempt(
                form, r -> "day", () -> draft.write(training(person), checklist, entry, learners.by(person), clock));
        if (written == null) {
            return Response.status(422)
                    .entity(page(person, draft, checklist, form, List.of()))
                    .build();
        }
        return kept(person, draft, form);
    }

    @POST
    @Path("{draft}/discarding")
    public Response discard(@PathParam("ref") String ref, @PathParam("draft") String draftRef) {
        var person = learners.held(ref, Permission.RECORD_TUTORED_SHIFTS);
        var draft = draft(person, draftRef);
        var form = showing(draft);
        if (learners.attempt(form, r -> "day", () -> draft.discard(learners.by(person))) == null) {
            return Response.status(422)
                    .entity(page(person, draft, SkillChecklistVersion.current(), form, List.of()))
                    .build();
        }
        flash.say("The draft is thrown away.");
        return Response.seeOther(URI.create(path(person))).build();
    }

    /** The whole of it once more, before it is locked. */
    @GET
    @Path("{draft}/signature")
    public TemplateInstance look(@PathParam("ref") String ref, @PathParam("draft") String draftRef) {
        var person = learners.shown(ref, Permission.RECORD_TUTORED_SHIFTS, "tutored shift");
        return signing(person, draft(person, draftRef), Form.blank());
    }

    @POST
    @Path("{draft}/signature")
    public Response sign(@PathParam("ref") String ref, @PathParam("draft") String draftRef) {
        var person = learners.held(ref, Permission.RECORD_TUTORED_SHIFTS);
        var draft = draft(person, draftRef);
        var form = Form.blank();
        var signed = learners.attempt(
                form, r -> "signature", () -> draft.sign(training(person), learners.by(person), clock));
        if (signed == null) {
            return Response.status(422).entity(signing(person, draft, form)).build();
        }
        news.signed(draft);
        flash.say("You have signed the shift. " + person.called() + " is asked to counter-sign it.");
        return Response.seeOther(URI.create(path(person))).build();
    }

    private TutoredShift draft(Volunteer person, String typed) {
        return TutoredShift.draft(person, typed, user.actorIn(person.force).ref())
                .orElseThrow(NotFoundException::new);
    }

    private TrainingRecord training(Volunteer person) {
        return TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
    }

    static String path(Volunteer person) {
        return "/volunteers/" + person.ref + "/training/tutored-shifts";
    }

    private Response kept(Volunteer person, TutoredShift draft, Form form) {
        var address = path(person) + "/drafts/" + draft.ref;
        if (form.typed("then").equals("sign")) {
            return Response.seeOther(URI.create(address + "/signature")).build();
        }
        flash.say("The draft is kept. Nobody but you sees it before you sign it.");
        return Response.seeOther(URI.create(address)).build();
    }

    /** What was typed; each fault stands beside its field, and what a signature lacks too where it is asked for. */
    private ShiftEntry entry(Form form, SkillChecklist checklist) {
        var skills = new LinkedHashMap<String, ShownSkill>();
        for (var skill : checklist.skills()) {
            var field = ShiftEntry.ratingOf(skill.code());
            var narrative = Texts.lines(form.typed(ShiftEntry.narrativeOf(skill.code())));
            if (!form.typed(field).isEmpty()) {
                var rating = form.choice(field, SkillRating.class, "Choose of the list how it was shown");
                if (rating != null) skills.put(skill.code(), new ShownSkill(rating, narrative));
            } else if (narrative != null) {
                form.refuse(field, "Choose how “" + skill.title() + "” was shown, or take the words away");
            }
        }
        var entry = new ShiftEntry(
                form.day("day", "Day"),
                form.time("from"),
                form.time("until"),
                Texts.lines(form.typed("report")),
                skills);
        entry.faults(clock.instant()).forEach(form::refuse);
        if (form.typed("then").equals("sign")) entry.missing(checklist).forEach(form::refuse);
        return entry;
    }

    private static Form showing(TutoredShift draft) {
        var entry = draft.entry();
        var values = new HashMap<String, Object>();
        values.put(VERSION, draft.version);
        values.put("from", entry.from());
        values.put("until", entry.until());
        values.put("report", entry.report());
        entry.skills().forEach((code, shown) -> {
            values.put(ShiftEntry.ratingOf(code), shown.rating());
            values.put(ShiftEntry.narrativeOf(code), shown.narrative());
        });
        return Form.showing(values).withDay("day", entry.day());
    }

    /** What is kept and differs from what was typed. */
    private static List<String> stored(TutoredShift draft, ShiftEntry typed, SkillChecklist checklist) {
        var kept = draft.entry();
        var lines = new ArrayList<String>();
        boolean sameTime = kept.day().equals(typed.day())
                && kept.from().equals(typed.from())
                && kept.until().equals(typed.until());
        if (!sameTime) lines.add("Time: " + draft.when());
        if (!Objects.equals(kept.report(), typed.report())) {
            lines.add("Report: " + (kept.report() == null ? "none" : "“" + kept.report() + "”"));
        }
        for (var skill : checklist.skills()) {
            var shown = kept.skills().get(skill.code());
            if (Objects.equals(shown, typed.skills().get(skill.code()))) continue;
            lines.add(skill.title() + ": "
                    + (shown == null
                            ? "not seen"
                            : shown.rating().words().toLowerCase()
                                    + (shown.narrative() == null ? "" : ", “" + shown.narrative() + "”")));
        }
        if (lines.isEmpty()) lines.add("The same as in the form below");
        return lines;
    }

    private static TemplateInstance page(
            Volunteer person, TutoredShift draft, SkillChecklistVersion version, Form form, List<String> stored) {
        var checklist = version.document();
        var action = path(person) + "/drafts/" + (draft == null ? "new" : draft.ref);
        return new write(
                LearnerHead.of(person),
                draft == null ? null : draft.ref,
                action,
                form,
                checklist.mandatory().stream().map(s -> field(s, form)).toList(),
                checklist.desirable().stream().map(s -> field(s, form)).toList(),
                Option.of(SkillRating.class, SkillRating::words),
                stored);
    }

    private static Field field(SkillChecklist.Skill skill, Form form) {
        var narrative = ShiftEntry.narrativeOf(skill.code());
        return new Field(
                skill,
                ShiftEntry.ratingOf(skill.code()),
                narrative,
                form.fault(narrative) != null || !form.typed(narrative).isEmpty());
    }

    private static TemplateInstance signing(Volunteer person, TutoredShift draft, Form form) {
        return new sign(LearnerHead.of(person), draft, SeenSkill.of(draft), form);
    }
}
