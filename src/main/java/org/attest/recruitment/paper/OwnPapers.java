package org.attest.recruitment.paper;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Own;
import org.attest.recruitment.request.Completing;
import org.attest.security.Permission;
import org.attest.volunteer.InfectedFileRefused;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperSafe;
import org.attest.volunteer.RequestedItem;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.IncomingFile;
import org.attest.web.IncomingFiles;
import org.attest.web.InfectedFile;
import org.attest.web.Option;
import org.attest.web.PaperType;
import org.attest.web.Refused;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** One's own papers: sending one to be verified, and what became of each. */
@Path("/me/papers")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnPapers {

    private static final URI HERE = URI.create("/me/papers");
    private static final String SENT_AS_PAPER = "Sent as a paper";

    @Inject
    Own own;

    @Inject
    AtHand atHand;

    @Inject
    Occasions occasions;

    @Inject
    IncomingFiles files;

    @Inject
    PaperSafe safe;

    @Inject
    Completing completing;

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param largest the most that one file may hold, in words
     * @param scanned whether a virus scanner looks at them
     */
    record list(
            String force,
            boolean left,
            List<Paper> papers,
            List<Option> occasions,
            Form form,
            String accepted,
            String acceptedByBrowser,
            String largest,
            boolean scanned,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance all(@QueryParam("for") String what) {
        var person = own.record().orElseThrow(NotFoundException::new);
        own.shown(person, "own papers");
        return page(person, what == null ? Form.blank() : Form.showing(Map.of("for", what)));
    }

    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestForm("file") FileUpload upload, @RestForm("for") String what, @RestForm("words") String words) {
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle("for", what == null ? "" : what);
        typed.putSingle("words", words == null ? "" : words);
        var form = Form.of(typed);
        // before the record is held: a scanner takes its time
        var file = taken(upload, form);
        var person = own.held();
        var occasion = occasions.chosen(person, form.typed("for"), form.text("words"));
        if (occasion.isEmpty()) form.refuse("for", "Choose what it is for");
        var matter = occasion.map(Occasions.Occasion::matter).orElse(null);
        if (matter != null && matter.words() == null && form.has("for", Occasions.OTHER))
            form.refuse("words", "Enter what it shows");
        var sent = atHand.attempt(
                form,
                form.has("for", Occasions.OTHER) ? "words" : "for",
                () -> Paper.send(person, matter, file, safe, own.by(person), clock));
        if (sent != null) occasion.map(Occasions.Occasion::item).ifPresent(item -> answer(item, form));
        if (sent == null || !form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        telling.tellCoordinators(
                person.force,
                NoticeKind.TASK,
                person.fullName + " has sent a paper",
                "/volunteers/" + person.ref + "/papers/" + sent.paper().ref);
        flash.say("Your paper is sent. Your coordinator looks at it, and you see here what becomes of it.");
        return Response.seeOther(HERE).build();
    }

    /** Only what was asked for is answered by it; with the last answer the request closes. */
    private void answer(RequestedItem item, Form form) {
        var request = item.request;
        var given = atHand.attempt(
                form, "for", () -> request.give(Map.of(item, SENT_AS_PAPER), own.by(request.volunteer), clock));
        if (given != null) completing.after(given);
    }

    private IncomingFile taken(FileUpload upload, Form form) {
        try {
            return files.take(upload);
        } catch (InfectedFile infected) {
            own.record().ifPresent(p -> deeds.fire(new InfectedFileRefused(own.by(p), p, "papers")));
            form.refuse("file", infected.sentence());
        } catch (Refused refused) {
            form.refuse("file", refused.sentence());
        }
        return null;
    }

    /** What one sent oneself. */
    @GET
    @Path("{paper}/file")
    @Produces(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response file(@PathParam("paper") String ref) {
        var person = own.record().orElseThrow(NotFoundException::new);
        var paper = Paper.of(person, ref).filter(Paper::isKept).orElseThrow(NotFoundException::new);
        own.shown(person, "own paper");
        return IncomingFile.answer(paper.type, paper.fileName(), safe.take(paper));
    }

    @POST
    @Path("{paper}/withdrawal")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("paper") String ref, MultivaluedMap<String, String> typed) {
        var person = own.held();
        var paper = Paper.of(person, ref).orElseThrow(NotFoundException::new);
        var form = Form.of(typed);
        var done = atHand.attempt(form, "papers", () -> paper.withdraw(own.by(person), clock));
        if (done == null) return Response.status(422).entity(page(person, form)).build();
        // their list no longer shows it, and a request may have been closed by it
        telling.tellCoordinators(
                person.force,
                NoticeKind.NEWS,
                person.fullName + " has taken back a paper that nobody had looked at",
                "/volunteers/" + person.ref + "/papers");
        flash.say("Taken back. Nothing of the file is kept.");
        return Response.seeOther(HERE).build();
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var options = new ArrayList<Option>();
        for (var each : occasions.of(person)) options.add(new Option(each.value(), each.label()));
        options.add(new Option(Occasions.OTHER, "Something else"));
        return new list(
                person.force.name,
                person.stage == Stage.LEFT,
                Paper.of(person),
                options,
                form,
                PaperType.accepted(),
                PaperType.acceptedByBrowser(),
                files.largestInWords(),
                files.areScanned(),
                own.next(person));
    }
}
