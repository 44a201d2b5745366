package org.attest.recruitment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.notice.Due;
import org.attest.notice.DueKind;
import org.attest.notice.DueSource;
import org.attest.notice.Reminder;
import org.attest.notice.Template;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.Telling;

/** What people were asked for and have not sent: the person’s own to do, and the coordinators’ when its day has passed. */
@ApplicationScoped
class RequestsDue implements DueSource {

    private static final DueKind KIND =
            new DueKind("information-due", "Answers to a request for what is missing", List.of(3), 1, 14);

    @Inject
    Telling telling;

    @Override
    public DueKind kind() {
        return KIND;
    }

    @Override
    public List<Due> open(Force force, LocalDate until, LocalDate today) {
        var contact = telling.contact(force);
        return InformationRequest.openUntil(force, until).stream()
                .map(request -> due(request, contact))
                .toList();
    }

    private static Due due(InformationRequest request, String contact) {
        var person = request.volunteer;
        var own = "/me/requests/" + request.ref;
        return Due.ofThePerson(
                        thing(request),
                        request.dueOn,
                        "What " + person.fullName + " was asked for",
                        "/volunteers/" + person.ref + "/requests/" + request.ref)
                .alsoFor(person.accountId, "Something is still missing: your answer", own)
                .orByEmail(person.email, person.called(), Template.INFORMATION_ASKED, Map.of("contact", contact));
    }

    private static String thing(InformationRequest request) {
        return "request " + request.ref;
    }

    /** The day of the last reminder of each of these requests of one force, by the request’s reference. */
    static Map<String, LocalDate> reminded(Force force, Collection<InformationRequest> requests) {
        var last = Reminder.last(
                force, KIND.code(), requests.stream().map(RequestsDue::thing).toList());
        var byRef = new HashMap<String, LocalDate>();
        for (var request : requests) {
            var day = last.get(thing(request));
            if (day != null) byRef.put(request.ref, day);
        }
        return byRef;
    }
}
