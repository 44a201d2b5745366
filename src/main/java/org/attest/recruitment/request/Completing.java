package org.attest.recruitment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.volunteer.InformationGiven;
import org.attest.volunteer.Telling;

/** With the last answer of a person to what was asked for, the clock of the stage runs again, and whoever asked is told. */
@ApplicationScoped
public class Completing {

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** After answers are in; nothing happens while some are missing. */
    public void after(InformationGiven given) {
        if (!given.complete()) return;
        var request = given.request();
        var person = request.volunteer;
        request.letClockRun(given.by(), clock).ifPresent(deeds::fire);
        telling.tellAccount(
                request.askedByAccount,
                person.force,
                NoticeKind.NEWS,
                person.fullName + " has sent everything you asked for",
                "/volunteers/" + person.ref + "/requests/" + request.ref);
    }
}
