package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attest.volunteer.MergeRule;
import org.attest.volunteer.Volunteer;
import org.attest.web.Refused;
import org.attest.web.Wording;

/** Of two records that become one, one is booked for each kind of meeting, and invited once. */
@ApplicationScoped
class MeetingsOfMerged implements MergeRule {

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Override
    public Optional<Refused> refusal(Volunteer kept, Volunteer gone) {
        var booked = Booking.ahead(kept, clock.instant()).stream()
                .map(b -> b.slot.kind)
                .collect(Collectors.toSet());
        return Booking.ahead(gone, clock.instant()).stream()
                .map(b -> b.slot.kind)
                .filter(booked::contains)
                .findFirst()
                .map(kind -> new Refused(
                        "Both records are booked ("
                                + wording.meetingKind(kind.name()).toLowerCase() + "): cancel one of them first",
                        ""));
    }

    @Override
    public void settle(Volunteer kept, Volunteer gone) {
        var invited = MeetingInvitation.standing(kept).stream().map(i -> i.kind).collect(Collectors.toSet());
        invited.forEach(kind -> MeetingInvitation.endFor(gone, kind, clock));
    }
}
