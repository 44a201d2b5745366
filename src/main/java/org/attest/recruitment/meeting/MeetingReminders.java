package org.attest.recruitment.meeting;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.attest.force.Everywhere;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds people of what they are booked for, once, some time before. Safe to run on several nodes. */
@ApplicationScoped
class MeetingReminders {

    @ConfigProperty(name = "attest.meetings.remind-before")
    Duration before;

    @Inject
    MeetingNews news;

    @Inject
    Clock clock;

    @Scheduled(every = "{attest.meetings.remind-every}", delayed = "3m", identity = "remind-of-meetings")
    @Transactional
    void remind() {
        Everywhere.run(() -> {
            var now = clock.instant();
            for (var booking : Booking.toRemind(now, now.plus(before))) {
                // another node may have it: who comes second sees that it is done
                Booking.getEntityManager().refresh(booking, LockModeType.PESSIMISTIC_WRITE);
                if (booking.remindedOn != null || booking.endedAt != null) continue;
                booking.remindedOn = LocalDate.now(clock);
                news.remind(booking);
            }
        });
    }
}
