package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;

/** The sessions of whoever is signed in: taking a place, waiting for one, leaving, until it begins. */
@Path("/me/sessions")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnSessions {

    @Inject
    OwnRecord own;

    @Inject
    Learners learners;

    @Inject
    SessionNews news;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param before how many move up before them; 0 who is next */
    record Ahead(Seat seat, String module, long before) {}

    /**
     * A session one could go to.
     *
     * @param free places nobody has; 0 or fewer where one would wait
     * @param cannot why they may not; null where they may
     */
    record Offered(TaughtSession session, String module, long free, String cannot) {}

    record show(List<Ahead> ahead, List<Offered> offered, List<Seat> behind, Form form, WhatNext next)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        var person = person();
        deeds.fire(new RecordViewed(learners.by(person), person, "own sessions"));
        return page(person, Form.blank());
    }

    @POST
    @Path("{session}/place")
    public Response take(@PathParam("session") String ref) {
        var person = held();
        var session = session(person, ref);
        var form = Form.blank();
        var taken = learners.attempt(
                form,
                r -> "session-" + session.ref,
                () -> Seat.take(session, training(person), learners.by(person), clock));
        if (taken == null)
            return Response.status(422).entity(page(person, form)).build();
        flash.say(
                taken.seat().placedAt == null
                        ? "The session is full. You wait for a place, and are told when you have one."
                        : "You have a place: " + session.when() + ".");
        return back();
    }

    @POST
    @Path("{session}/leaving")
    public Response leave(@PathParam("session") String ref) {
        var person = held();
        var session = session(person, ref);
        var seat = Seat.of(session, person).orElseThrow(NotFoundException::new);
        var form = Form.blank();
        var left = learners.attempt(form, r -> "session-" + session.ref, () -> seat.giveUp(learners.by(person), clock));
        if (left == null) return Response.status(422).entity(page(person, form)).build();
        news.fill(session);
        flash.say("You have left the session.");
        return back();
    }

    @GET
    @Path("{session}/calendar.ics")
    @Produces("text/calendar")
    public Response calendar(@PathParam("session") String ref) {
        var person = person();
        var seat = Seat.of(session(person, ref), person)
                .filter(s -> s.placedAt != null)
                .orElseThrow(NotFoundException::new);
        return Response.ok(SessionCalendar.of(seat), "text/calendar; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"session.ics\"")
                .build();
    }

    private Volunteer person() {
        return own.now().orElseThrow(NotFoundException::new);
    }

    /** To be changed: locked, so that of two deeds at once the second sees the first. */
    private Volunteer held() {
        var person = person();
        Volunteer.getEntityManager().refresh(person, LockModeType.PESSIMISTIC_WRITE);
        return person;
    }

    private static TaughtSession session(Volunteer person, String ref) {
        return TaughtSession.of(person.force, ref).orElseThrow(NotFoundException::new);
    }

    private TrainingRecord training(Volunteer person) {
        return TrainingRecord.of(person, Curriculum.current(), LocalDate.now(clock));
    }

    private static Response back() {
        return Response.seeOther(URI.create(SessionNews.OWN_PAGE)).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var now = clock.instant();
        var training = training(person);
        var seats = Seat.ahead(person, now);
        var mine = seats.stream().map(s -> s.session).collect(Collectors.toSet());
        var sessions = TaughtSession.ahead(person.force, now);
        var counts = Seat.counts(sessions);
        var offered = sessions.stream()
                .filter(session -> !mine.contains(session))
                .map(session -> new Offered(
                        session,
                        title(training, session),
                        session.places
                                - counts.getOrDefault(session.id, Seat.Count.NONE)
                                        .placed(),
                        Seat.refusal(session, training, now)
                                .map(Learners::sentence)
                                .orElse(null)))
                .toList();
        var before = Seat.before(seats);
        var ahead = seats.stream()
                .map(seat -> new Ahead(seat, title(training, seat.session), before.getOrDefault(seat.id, 0L)))
                .toList();
        return new show(ahead, offered, Seat.behind(person), form, next(person, ahead, offered));
    }

    private static String title(TrainingRecord training, TaughtSession session) {
        return training.curriculum().module(session.module.code).orElseThrow().label();
    }

    private static WhatNext next(Volunteer person, List<Ahead> ahead, List<Offered> offered) {
        for (var one : ahead) {
            if (one.seat.placedAt == null) continue;
            return new WhatNext(true, "You", "Come to " + one.module + ".", one.seat.session.when() + ".");
        }
        if (!ahead.isEmpty()) {
            return new WhatNext(
                    false,
                    "Whoever has a place",
                    "You move up by yourself when somebody leaves or there are more places.",
                    "No day can be named. You are told when you have a place.");
        }
        if (offered.stream().anyMatch(o -> o.cannot == null)) {
            return new WhatNext(true, "You", "Take a place in a session that suits you.", "Until the session begins.");
        }
        return new WhatNext(
                false,
                "The coordinator of " + person.force.name,
                "They plan the sessions at which modules are taught.",
                "No day is set yet: look again in a few days.");
    }
}
