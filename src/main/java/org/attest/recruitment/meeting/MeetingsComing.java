package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.notice.Template;
import org.attest.volunteer.Telling;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Wording;

/** What people are booked for, which they are to come to. */
@ApplicationScoped
class MeetingsComing implements DueSource {

    private static final DueKind KIND = DueKind.passing("meeting", "Interview, medical or other meeting", List.of(2));

    @Inject
    Wording wording;

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
        return Booking.between(force, clock.instant(), end).stream()
                .map(booking -> due(booking, contact))
                .toList();
    }

    private Due due(Booking booking, String contact) {
        var person = booking.volunteer;
        var slot = booking.slot;
        var what = wording.meetingKind(slot.kind.name()).toLowerCase() + " at " + Formats.timeInWords(slot.startsAt)
                + ", " + slot.place + ",";
        return Due.ofThePerson(
                        "booking " + booking.ref, slot.day(), person.fullName + "’s " + what, "/meetings/" + slot.ref)
                .alsoFor(person.accountId, "Your " + what, MeetingNews.OWN_PAGE)
                .orByEmail(
                        person.email, person.called(), Template.APPOINTMENT_BOOKED, MeetingNews.fields(slot, contact))
                .takingPlace();
    }
}
