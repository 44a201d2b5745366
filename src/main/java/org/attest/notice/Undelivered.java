package org.attest.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.ClockOfAttest;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** Messages that do not arrive, as work for the administrator. */
@ApplicationScoped
class Undelivered implements WorkSource {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    OutboxSettings settings;

    @Inject
    MailCarrier mail;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force != null || !user.may(Permission.MANAGE_DELIVERY)) return Waiting.NOTHING;
        var work = new ArrayList<Work>();
        Message.undeliveredSince().ifPresent(since -> {
            var count = Message.countUndelivered();
            work.add(Work.yours(
                    day(since),
                    today,
                    Formats.of(count, "message was", "messages were") + " never delivered",
                    "/outbox?state=GIVEN_UP",
                    "The other side refused, or did not answer for days.",
                    "Put the address right and send again, or put it aside"));
        });
        Message.waitingSince()
                .filter(since -> since.plus(settings.alarmAfter()).isBefore(clock.instant()))
                .ifPresent(since -> work.add(Work.yours(
                        day(since),
                        today,
                        Formats.of(Message.countWaiting(), "message waits", "messages wait") + " to leave",
                        "/outbox",
                        "The first one since " + Formats.inWords(since) + "."
                                + (mail.isReady() ? "" : " Email cannot leave: settings are missing."),
                        "Look at what the mail server answers")));
        return new Waiting(work, work.size());
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ClockOfAttest.LONDON).toLocalDate();
    }
}
