package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.attest.notice.NoticeKind;
import org.attest.notice.Notices;
import org.attest.notice.Template;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Wording;

/** Tells people about their meetings. What kind it is stands only in Attest, never in an e-mail. */
@ApplicationScoped
class MeetingNews {

    static final String OWN_PAGE = "/me/meetings";

    @Inject
    Notices notices;

    @Inject
    Telling telling;

    @Inject
    Wording wording;

    void invited(Volunteer person, MeetingKind kind) {
        telling.tell(
                person,
                NoticeKind.TASK,
                "Book your " + words(kind) + ": choose a time that suits you",
                OWN_PAGE,
                Template.APPOINTMENT_OFFERED);
    }

    /** By somebody else on their behalf; who books themselves sees it on the page. */
    void booked(Booking booking) {
        tell(
                booking,
                NoticeKind.NEWS,
                "Your " + words(booking.slot.kind) + " is on " + booking.slot.when() + ", " + booking.slot.place);
    }

    void cancelled(Booking booking) {
        telling.tell(
                booking.volunteer,
                NoticeKind.NEWS,
                "Your " + words(booking.slot.kind) + " on " + booking.slot.when() + " does not take place",
                OWN_PAGE,
                Template.NEWS_FROM_FORCE);
    }

    /** A coordinator learns that somebody does not come, or comes at another time. */
    void tellCoordinators(Booking booking, String what) {
        telling.tellCoordinators(
                booking.force,
                NoticeKind.NEWS,
                booking.volunteer.fullName + " " + what + " their " + words(booking.slot.kind) + " of "
                        + booking.slot.when(),
                "/meetings/" + booking.slot.ref);
    }

    private void tell(Booking booking, NoticeKind kind, String sentence) {
        var person = booking.volunteer;
        if (Telling.wayTo(person) == Telling.Way.EMAIL) {
            notices.write(
                    person.force,
                    person.email,
                    person.called(),
                    Template.APPOINTMENT_BOOKED,
                    fields(booking.slot, telling.contact(person.force)));
        } else {
            telling.tell(person, kind, sentence, OWN_PAGE, Template.NEWS_FROM_FORCE);
        }
    }

    /** Of {@link Template#APPOINTMENT_BOOKED}, which goes to people without an account: {@code contact} is whom they may call. */
    static Map<String, String> fields(Slot slot, String contact) {
        return Map.of(
                "day", Formats.withWeekday(slot.day()), "time", Formats.timeInWords(slot.startsAt), "contact", contact);
    }

    private String words(MeetingKind kind) {
        return wording.meetingKind(kind.name()).toLowerCase();
    }
}
