package org.attest.recruitment.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.force.Everywhere;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.Telling;
import org.attest.web.Formats;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds somebody once, some days before the due day, of what they were asked for. Safe to run on several nodes. */
@ApplicationScoped
class RequestChasing {

    @ConfigProperty(name = "attest.requests.chase-days")
    int days;

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    @Scheduled(every = "{attest.requests.chase-every}", delayed = "4m", identity = "chase-requests")
    @Transactional
    void chase() {
        var today = LocalDate.now(clock);
        Everywhere.run(() -> {
            for (var request : InformationRequest.toChase(today, today.plusDays(days))) {
                // another node may have it: who comes second sees that it is done
                InformationRequest.getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
                if (request.chasedOn != null || !request.isOpen()) continue;
                deeds.fire(request.chase(Actor.ATTEST, today));
                telling.tell(
                        request.volunteer,
                        NoticeKind.REMINDER,
                        "Something is still missing: send it by " + Formats.inWords(request.dueOn),
                        "/me/requests/" + request.ref,
                        Template.INFORMATION_ASKED);
            }
        });
    }
}
