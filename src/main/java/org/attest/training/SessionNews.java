package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageMoved;
import org.attest.volunteer.Telling;

/** What follows when places of a session fall free, and who is told what. What a session is about stands only in Attest. */
@ApplicationScoped
class SessionNews {

    static final String OWN_PAGE = "/me/sessions";

    @Inject
    Telling telling;

    @Inject
    TrainingNews training;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** Who waits moves up into what is free, and is told. The session is held. */
    void fill(TaughtSession session) {
        for (var moved : session.fill(clock)) {
            deeds.fire(moved);
            tell(moved.seat(), NoticeKind.NEWS, "You have a place: ");
        }
    }

    /** Whoever leaves the force leaves every session ahead, and who waits moves up. */
    void follow(@Observes StageMoved moved) {
        if (moved.to() != Stage.LEFT) return;
        for (var seat : Seat.ahead(moved.volunteer(), clock.instant())) {
            if (seat.session.calledOffAt != null) continue;
            deeds.fire(seat.giveUp(Actor.ATTEST, clock));
            fill(seat.session);
        }
    }

    /** By somebody else on their behalf; who books themselves sees it on the page. */
    void booked(Seat seat) {
        tell(seat, NoticeKind.NEWS, seat.placedAt == null ? "You wait for a place: " : "You have a place: ");
    }

    void ended(Seat seat) {
        tell(seat, NoticeKind.NEWS, seat.placedAt == null ? "You wait no longer: " : "You have no place any more: ");
    }

    /** The session is at another time or in another place. */
    void moved(Seat seat, String before) {
        tell(
                seat,
                NoticeKind.NEWS,
                "Changed, look where and when: ",
                before.equals(seat.session.when()) ? "" : ". Before: " + before);
    }

    /** The session is on another day, on which they may not come. */
    void lost(Seat seat, String why) {
        tell(seat, NoticeKind.NEWS, "The day has changed, and you have no place any more: ", ". " + why);
    }

    void calledOff(Seat seat) {
        tell(seat, NoticeKind.NEWS, "Called off: ");
    }

    /** Told to the person, and to the coordinators. */
    void missed(Seat seat) {
        deeds.fire(new SessionMissed(Actor.ATTEST, seat));
        tell(seat, NoticeKind.NEWS, "You were not there, so nothing was recorded: ");
        telling.tellCoordinators(
                seat.force,
                NoticeKind.NEWS,
                seat.volunteer.fullName + " did not come to " + what(seat),
                seat.session.path());
    }

    /** @param withCoordinator it was the third time (training rule 3) */
    void failed(Seat seat, boolean withCoordinator) {
        tell(seat, NoticeKind.NEWS, "Not passed: ");
        if (withCoordinator) training.thirdFail(seat.volunteer, seat.session.module.code);
    }

    private void tell(Seat seat, NoticeKind kind, String before) {
        tell(seat, kind, before, "");
    }

    private void tell(Seat seat, NoticeKind kind, String before, String after) {
        telling.tell(seat.volunteer, kind, before + what(seat) + after, OWN_PAGE, Template.NEWS_FROM_FORCE);
    }

    private static String what(Seat seat) {
        return seat.session.module.code + " on " + seat.session.when();
    }
}
