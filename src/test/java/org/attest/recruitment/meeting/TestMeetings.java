package org.attest.recruitment.meeting;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.LocalTime;
import org.attest.TestClock;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;

/** Times and bookings for tests, in transactions of their own. */
public final class TestMeetings {

    private TestMeetings() {}

    /** An interview a week from now with so many places. */
    public static Slot open(String slug, int places) {
        return open(slug, MeetingKind.INTERVIEW, 7, places);
    }

    public static Slot open(String slug, MeetingKind kind, int daysAhead, int places) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> {
                    var plan = new SlotPlan(
                            kind,
                            TestClock.TODAY.plusDays(daysAhead),
                            LocalTime.of(10, 30),
                            45,
                            places,
                            "Maidstone police station",
                            "A passport");
                    return Slot.open(Force.bySlug(slug).orElseThrow(), plan, People.SOMEBODY, clock())
                            .slot();
                }));
    }

    /** The soonest time that is open in the force. */
    public static Slot first(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() ->
                        Slot.find("force.slug = ?1 order by startsAt", slug).firstResult()));
    }

    /** The person booked for an interview a week from now. */
    public static Booking booked(Volunteer person) {
        return booked(person, open(person.force.slug, 5));
    }

    public static Booking booked(Volunteer person, Slot slot) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Everywhere.call(() -> Booking.book(
                                Slot.byRef(slot.ref).orElseThrow(),
                                Volunteer.byRef(person.ref).orElseThrow(),
                                People.SOMEBODY,
                                clock())
                        .booking()));
    }

    public static void invite(Volunteer person, MeetingKind kind) {
        QuarkusTransaction.requiringNew()
                .run(() -> Everywhere.run(() -> MeetingInvitation.invite(
                        Volunteer.byRef(person.ref).orElseThrow(), kind, null, People.SOMEBODY, clock())));
    }

    private static Clock clock() {
        return Arc.container().select(Clock.class).get();
    }
}
