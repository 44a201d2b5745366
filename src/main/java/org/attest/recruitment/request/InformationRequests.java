package org.attest.recruitment.request;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Head;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Criterion;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Information;
import org.attest.volunteer.InformationRequest;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.StageCriteria;
import org.attest.volunteer.StageMove;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Asking one person once for everything that is missing, and what came of it. */
@Path("/volunteers/{ref}/requests")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class InformationRequests {

    private static final int FREE_ITEMS = 3;
    private static final int DAYS_OFFERED = 14;

    @Inject
    AtHand atHand;

    @Inject
    CurrentUser currentUser;

    @Inject
    Answers answers;

    @Inject
    StageCriteria criteria;

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record list(Head head, List<InformationRequest> requests, boolean mayAsk) implements TemplateInstance {}

    /**
     * @param missing what the record lacks; the boxes are ticked
     * @param undecided criteria of the next stage that nobody can decide, as a help
     * @param way how the person is told
     */
    record ask(Head head, Form form, List<Option> missing, List<Criterion> undecided, String refusal, String way)
            implements TemplateInstance {}

    /** @param reminded day of the last reminder; null where none went out */
    record show(
            Head head,
            InformationRequest request,
            List<Answers.Question> questions,
            List<Option> grounds,
            boolean overdue,
            LocalDate reminded,
            Form form)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance all(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "requests");
        return new list(
                Head.of(person),
                InformationRequest.of(person),
                InformationRequest.refusal(person).isEmpty());
    }

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "requests");
        var form = Form.blank().withDay("dueOn", LocalDate.now(clock).plusDays(DAYS_OFFERED));
        return page(person, form, true);
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var items = new ArrayList<InformationRequest.Asked>();
        for (var what : Information.values()) {
            if (what != Information.OTHER && form.has("item", what.name())) {
                items.add(new InformationRequest.Asked(what, null));
            }
        }
        for (int i = 1; i <= FREE_ITEMS; i++) {
            var words = form.optional("other-" + i, RequestedItem.LONGEST_WORDS);
            if (words != null) items.add(new InformationRequest.Asked(Information.OTHER, words));
        }
        var due = form.requiredDay("dueOn", "Due day");
        var by = atHand.by(person);
        var asked = atHand.attempt(
                form,
                "item",
                () -> InformationRequest.ask(
                        person, items, due, form.typed("message"), by, currentUser.accountId(), clock));
        if (asked == null) {
            return Response.status(422).entity(page(person, form, false)).build();
        }
        var request = asked.request();
        request.restClock(by, clock).ifPresent(deeds::fire);
        var way = telling.tell(
                person,
                NoticeKind.TASK,
                "Something is missing: send it by " + Formats.inWords(due),
                "/me/requests/" + request.ref,
                Template.INFORMATION_ASKED);
        flash.say("Asked for " + Formats.of(items.size(), "thing", "things") + ", due on " + Formats.inWords(due) + "."
                + (way == Telling.Way.ACCOUNT ? "" : " " + words(person, way)));
        return Response.seeOther(URI.create(address(request))).build();
    }

    @GET
    @Path("{request}")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref, @PathParam("request") String requestRef) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "requests");
        return page(person, request(person, requestRef), Form.blank());
    }

    /** What the person told by telephone or letter, written down for them. */
    @POST
    @Path("{request}/answers")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("ref") String ref,
            @PathParam("request") String requestRef,
            MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var request = request(person, requestRef);
        var form = Form.of(typed);
        var given = answers.take(request, form, atHand.by(person));
        if (given == null) {
            return Response.status(422).entity(page(person, request, form)).build();
        }
        if (given.complete()) answers.letClockRun(request, atHand.by(person));
        flash.say(
                given.complete()
                        ? "Everything is there, and the clock of the stage runs again."
                        : Formats.of(given.items().size(), "answer is", "answers are") + " kept.");
        return Response.seeOther(URI.create(address(request))).build();
    }

    @POST
    @Path("{request}/withdrawal")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("ref") String ref,
            @PathParam("request") String requestRef,
            MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var request = request(person, requestRef);
        var form = Form.of(typed);
        if (atHand.attempt(form, "answers", () -> request.withdraw(atHand.by(person), clock)) == null) {
            return Response.status(422).entity(page(person, request, form)).build();
        }
        answers.letClockRun(request, atHand.by(person));
        flash.say("The request is withdrawn, and the clock of the stage runs again.");
        return Response.seeOther(URI.create(address(request))).build();
    }

    private static String address(InformationRequest request) {
        return "/volunteers/" + request.volunteer.ref + "/requests/" + request.ref;
    }

    private static InformationRequest request(Volunteer person, String ref) {
        return InformationRequest.byRef(ref)
                .filter(r -> r.volunteer.id.equals(person.id))
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Volunteer person, InformationRequest request, Form form) {
        return new show(
                Head.of(person),
                request,
                Answers.Question.of(request),
                Option.of(RightToRemain.class, r -> wording.rightToRemain(r.name())),
                request.isOverdue(LocalDate.now(clock)),
                RequestsDue.reminded(request.force, List.of(request)).get(request.ref),
                form);
    }

    private TemplateInstance page(Volunteer person, Form form, boolean ticked) {
        var missing = Information.missing(person, Eligibility.newest(person).orElse(null));
        if (ticked) missing.forEach(what -> form.tick("item", what.name()));
        var today = LocalDate.now(clock);
        var undecided =
                StageMove.next(person.stage).map(next -> criteria.of(person, next, today)).orElse(List.of()).stream()
                        .filter(c -> !c.isMet())
                        .toList();
        return new ask(
                Head.of(person),
                form,
                missing.stream().map(w -> new Option(w.name(), w.words())).toList(),
                undecided,
                InformationRequest.refusal(person).map(AtHand::sentence).orElse(null),
                words(person, Telling.wayTo(person)));
    }

    private static String words(Volunteer person, Telling.Way way) {
        return switch (way) {
            case ACCOUNT -> person.called() + " is told in Attest and by e-mail.";
            case EMAIL ->
                person.called() + " has no account: they learn of it by e-mail, and you write the answers down.";
            default -> person.called() + " has no account and no address: call them, and write the answers down.";
        };
    }
}
