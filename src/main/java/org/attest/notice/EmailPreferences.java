package org.attest.notice;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** How often Attest writes to the person signed in, chosen by themselves. */
@Path("/notices/emails")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
public class EmailPreferences {

    @Inject
    CurrentUser user;

    @Inject
    MailCarrier mail;

    @Inject
    Flash flash;

    @Inject
    Event<Deed> deeds;

    record choose(Form form, List<Option> choices, String email, boolean leaves) implements TemplateInstance {}

    @GET
    public TemplateInstance choose() {
        return page(Form.showing(
                Map.of("wanted", EmailPreference.of(user.accountId()).name())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var wanted = form.choice("wanted", EmailPreference.When.class, "Choose how often Attest writes to you");
        if (!form.isSound()) return Response.status(422).entity(page(form)).build();
        EmailPreference.choose(user.accountId(), wanted);
        deeds.fire(new EmailChosen(user.actorIn(null), wanted));
        flash.say("Saved: " + wanted.words().substring(0, 1).toLowerCase()
                + wanted.words().substring(1));
        return Response.seeOther(URI.create("/notices")).build();
    }

    private choose page(Form form) {
        return new choose(
                form,
                Option.of(EmailPreference.When.class, w -> w.words() + ". " + w.hint()),
                user.email(),
                mail.leavesTheHouse());
    }
}
