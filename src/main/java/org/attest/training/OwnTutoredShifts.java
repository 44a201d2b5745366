package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import java.util.Comparator;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** One's own tutored shifts: what was seen, how far one is, and counter-signing or disagreeing. */
@Path(OwnTutoredShifts.PATH)
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnTutoredShifts {

    static final String PATH = "/me/training/tutored-shifts";

    @Inject
    OwnRecord own;

    @Inject
    Learners learners;

    @Inject
    ShiftNews news;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param shifts newest first */
    record show(ShiftProgress progress, Qualification passed, List<TutoredShift> shifts, WhatNext next)
            implements TemplateInstance {}

    record shift(TutoredShift shift, List<SeenSkill> skills, List<ShiftAddendum> addenda, Form form, WhatNext next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        var person = shown("own tutored shifts");
        var training = TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
        var shifts = TutoredShift.signed(person);
        var progress = ShiftProgress.of(SkillChecklistVersion.current().document(), shifts);
        var passed = training.valid(TrainingRecord.TUTORED_SHIFTS).orElse(null);
        return new show(
                progress,
                passed,
                shifts.stream()
                        .sorted(Comparator.comparing((TutoredShift s) -> s.startsAt)
                                .reversed())
                        .toList(),
                next(person, shifts, progress, passed));
    }

    @GET
    @Path("{shift}")
    public TemplateInstance shift(@PathParam("shift") String ref) {
        var person = person();
        var shift = signed(person, ref);
        deeds.fire(new RecordViewed(learners.by(person), person, "own tutored shift"));
        return page(shift, Form.blank());
    }

    @POST
    @Path("{shift}/counter-signature")
    public Response counterSign(@PathParam("shift") String ref) {
        var person = held();
        var shift = signed(person, ref);
        var form = Form.blank();
        if (learners.attempt(form, r -> "agree", () -> shift.counterSign(learners.by(person), clock)) == null) {
            return Response.status(422).entity(page(shift, form)).build();
        }
        news.counterSigned(shift);
        flash.say("You have counter-signed the shift: it counts.");
        return Response.seeOther(URI.create(PATH)).build();
    }

    @POST
    @Path("{shift}/disagreement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response dispute(@PathParam("shift") String ref, MultivaluedMap<String, String> typed) {
        var person = held();
        var shift = signed(person, ref);
        var form = Form.of(typed);
        var words = TutoredShifts.words(form, "dispute", TutoredShift.LONGEST_DISPUTE);
        if (learners.attempt(form, r -> "dispute", () -> shift.dispute(words, learners.by(person), clock)) == null) {
            return Response.status(422).entity(page(shift, form)).build();
        }
        news.disputed(shift);
        flash.say("Your words stand beside the shift, and your tutor is told. It does not count.");
        return Response.seeOther(URI.create(PATH)).build();
    }

    @POST
    @Path("{shift}/addenda")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response amend(@PathParam("shift") String ref, MultivaluedMap<String, String> typed) {
        var person = held();
        var shift = signed(person, ref);
        var form = Form.of(typed);
        var words = TutoredShifts.words(form, "words", ShiftAddendum.LONGEST);
        if (learners.attempt(form, r -> "words", () -> shift.amend(words, learners.by(person), clock)) == null) {
            return Response.status(422).entity(page(shift, form)).build();
        }
        news.amendedByLearner(shift);
        flash.say("Your words are added, and your tutor is told.");
        return Response.seeOther(URI.create(ShiftNews.ownPath(shift))).build();
    }

    private Volunteer person() {
        return own.now().orElseThrow(NotFoundException::new);
    }

    private Volunteer shown(String part) {
        var person = person();
        deeds.fire(new RecordViewed(learners.by(person), person, part));
        return person;
    }

    /** To be changed: locked, so that of two deeds at once the second sees the first. */
    private Volunteer held() {
        var person = person();
        Volunteer.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    private static TutoredShift signed(Volunteer person, String ref) {
        return TutoredShift.signed(person, ref).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(TutoredShift shift, Form form) {
        return new shift(shift, SeenSkill.of(shift), ShiftAddendum.of(shift), form, next(shift));
    }

    private static WhatNext next(TutoredShift shift) {
        if (shift.isCounterSigned()) {
            return new WhatNext(false, "Nobody", "The shift counts: nothing is left to do.", "It is complete.");
        }
        if (shift.isDisputed()) {
            return new WhatNext(
                    false,
                    shift.tutor,
                    "They read your words and may add to the shift. You can counter-sign it once it is settled.",
                    "No day is set for it: ask your coordinator if nothing happens.");
        }
        return new WhatNext(
                true, "You", "Read it, then counter-sign it or disagree.", "It does not count before you have.");
    }

    private static WhatNext next(
            Volunteer person, List<TutoredShift> shifts, ShiftProgress progress, Qualification passed) {
        if (passed != null) {
            return new WhatNext(
                    false,
                    "Nobody",
                    "Your tutored shifts are complete.",
                    "They were confirmed on " + Formats.inWords(passed.awardedAt) + ".");
        }
        for (var shift : shifts) {
            if (shift.isWaitingForLearner()) {
                return new WhatNext(
                        true,
                        "You",
                        "Read the shift of " + Formats.inWords(shift.day()) + ", and counter-sign it or disagree.",
                        "It does not count before you have.");
            }
        }
        if (progress.isComplete()) {
            return new WhatNext(
                    false,
                    "An assessor of " + person.force.name,
                    "They read what your tutors saw and confirm that the shifts are complete.",
                    "No day is set for it: ask your coordinator if nothing happens.");
        }
        return new WhatNext(
                false,
                "Your tutor",
                "They agree the next shift with you, and record what they saw.",
                "As you agree it with them.");
    }
}
