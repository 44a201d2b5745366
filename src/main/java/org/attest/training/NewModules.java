package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
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
import java.time.Clock;
import java.util.Locale;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.web.Flash;
import org.attest.web.Form;

/** A module that was not there before: its code and title, then the draft. */
@Path("/training/new")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.WRITE_MODULES)
public class NewModules {

    private static final int LONGEST_TITLE = 120;

    @Inject
    Learners learners;

    @Inject
    CurrentUser user;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record begin(Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance page() {
        return new begin(Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        var form = Form.of(typed);
        var code = form.typed("code").strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2,4}-\\d{3}"))
            form.refuse("code", "Enter a code like DSC-403: letters, a hyphen, three figures");
        else if (Curriculum.current().module(code).isPresent())
            form.refuse("code", code + " is a module already: open it and change it");
        var title = form.required("title", "Enter the title", LONGEST_TITLE);
        var begun = learners.attempt(
                form,
                r -> "code",
                () -> ModuleDraft.begin(ModuleDocument.blank(code, title), 0, user.actorIn(null), clock));
        if (begun == null) return Response.status(422).entity(new begin(form)).build();
        flash.say("The draft is begun. Nobody sees the module until it is published.");
        return Response.seeOther(URI.create("/training/" + begun.code() + "/draft"))
                .build();
    }
}
