package org.attest.recruitment.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.PersonalMessage;
import org.attest.web.ClockOfAttest;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** What people wrote and nobody has answered, a line for each of them. One statement. */
@ApplicationScoped
class MessageWork implements WorkSource {

    /** Days in which somebody should have an answer. */
    private static final int DAYS_TO_ANSWER = 3;

    @Inject
    CurrentUser user;

    @Override
    public Waiting waiting(Force force, LocalDate today, int most) {
        if (force == null || !user.may(Permission.MANAGE_PEOPLE, force)) return Waiting.NOTHING;
        var oldest = new LinkedHashMap<Long, PersonalMessage>();
        for (var message : PersonalMessage.waiting(force)) oldest.putIfAbsent(message.volunteer.id, message);
        return new Waiting(
                oldest.values().stream().limit(most).map(m -> row(m, today)).toList(), oldest.size());
    }

    private static Work row(PersonalMessage message, LocalDate today) {
        var sent = message.sentAt.atZone(ClockOfAttest.LONDON).toLocalDate();
        return Work.yours(
                sent.plusDays(DAYS_TO_ANSWER),
                today,
                "Message of " + message.volunteer.fullName,
                "/volunteers/" + message.volunteer.ref + "/messages",
                "Nobody has answered it yet.",
                "Answer it, or say that it needs no answer");
    }
}
