package org.attest.recruitment.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTaskSource;
import org.attest.volunteer.Volunteer;
import org.attest.web.Wording;

/** What somebody is invited to and has not booked yet. */
@ApplicationScoped
class MeetingTasks implements OwnTaskSource {

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Override
    public List<OwnTask> tasks(Volunteer person, LocalDate today) {
        var invited = MeetingInvitation.standing(person);
        if (invited.isEmpty()) return List.of();
        var booked = Booking.ahead(person, clock.instant()).stream()
                .map(b -> b.slot.kind)
                .collect(Collectors.toSet());
        return invited.stream()
                .filter(i -> !booked.contains(i.kind))
                .map(i -> new OwnTask(
                        "Book your " + wording.meetingKind(i.kind.name()).toLowerCase(),
                        "/me/meetings",
                        "Choose a time that suits you.",
                        i.bookBy))
                .sorted(Comparator.comparing(OwnTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
