package org.attest.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.notice.Template;
import org.attest.volunteer.Telling;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;

/** Sessions in which people have a place, and to which they are to come. */
@ApplicationScoped
class SessionsComing implements DueSource {

    private static final DueKind KIND = DueKind.passing("session", "Session of training", List.of(7, 2));

    @Inject
    Telling telling;

    @Inject
    Clock clock;

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        var end = until.plusDays(1).atStartOfDay(ClockOfAttest.LONDON).toInstant();
        var contact = telling.contact(force);
        return Seat.placedBetween(force, clock.instant(), end).stream()
                .map(seat -> due(seat, contact))
                .toList();
    }

    private static Due due(Seat seat, String contact) {
        var person = seat.volunteer;
        var session = seat.session;
        var time = Formats.timeInWords(session.startsAt);
        var what = "session of " + session.module.code + " at " + time + ", " + session.place + ",";
        return Due.ofThePerson("seat " + seat.ref, session.day(), person.fullName + "’s " + what, session.path())
                .alsoFor(person.accountId, "Your " + what, SessionNews.OWN_PAGE)
                .orByEmail(
                        person.email,
                        person.called(),
                        Template.APPOINTMENT_BOOKED,
                        Map.of("day", Formats.withWeekday(session.day()), "time", time, "contact", contact))
                .takingPlace();
    }
}
