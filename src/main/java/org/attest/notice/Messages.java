package org.attest.notice;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Paging;

/**
 * The outbox, for the administrator: of each message its state, its kind and where it goes, and never its text. A
 * demonstration, which sends nothing, shows the texts.
 */
@Path("/outbox")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_DELIVERY)
@Transactional
public class Messages {

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Outbox outbox;

    @Inject
    TextSeal seal;

    @Inject
    PublicAddress address;

    @Inject
    MailCarrier mail;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    record list(
            List<Message> rows,
            Paging paging,
            Form form,
            List<Option> states,
            String path,
            long undelivered,
            long waiting,
            List<String> missing)
            implements TemplateInstance {}

    /** @param text in a demonstration only; null where it is not shown */
    record show(Message message, String force, boolean again, Instant now, String subject, String text)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("state") String typed, @QueryParam("page") String page) {
        var state = state(typed);
        var paging = Paging.of(page, Message.countIn(state));
        return new list(
                Message.in(state, paging),
                paging,
                Form.showing(state == null ? Map.of() : Map.of("state", state.name())),
                Option.of(Message.State.class, Message.State::words),
                state == null ? "/outbox" : "/outbox?state=" + state,
                Message.countUndelivered(),
                Message.countWaiting(),
                mail.missing());
    }

    @GET
    @Path("{ref}")
    public TemplateInstance show(@PathParam("ref") String ref) {
        var message = message(ref);
        var text = mail.keepsTexts() && message.content != null
                ? address.in(seal.open(message.content, message.messageId))
                : null;
        int end = text == null ? 0 : text.indexOf('\n');
        return new show(
                message,
                message.force == null ? null : message.force.name,
                message.canGoAgain(clock.instant()),
                clock.instant(),
                text == null ? null : text.substring(0, end),
                text == null ? null : text.substring(end + 1));
    }

    @POST
    @Path("{ref}/again")
    public Response again(@PathParam("ref") String ref) {
        var message = message(ref);
        message.again(clock.instant(), outbox.giveUpAt(message));
        deeds.fire(new MessageQueuedAgain(user.actorIn(null), message));
        flash.say("It is queued again and leaves within a minute");
        return back(message);
    }

    @POST
    @Path("{ref}/dismissal")
    public Response dismiss(@PathParam("ref") String ref) {
        var message = message(ref);
        message.dismiss(clock.instant(), user.name());
        deeds.fire(new MessageDismissed(user.actorIn(null), message));
        flash.say("Put aside: it no longer waits for you");
        return back(message);
    }

    private static Message message(String ref) {
        return Message.byRef(ref).orElseThrow(NotFoundException::new);
    }

    private static Message.State state(String typed) {
        for (var state : Message.State.values()) if (state.name().equals(typed)) return state;
        return null;
    }

    private static Response back(Message message) {
        return Response.seeOther(URI.create("/outbox/" + message.ref)).build();
    }
}
