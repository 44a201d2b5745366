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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.notice.NoticeKind;
import org.attest.notice.Template;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.Head;
import org.attest.security.Permission;
import org.attest.volunteer.Paper;
import org.attest.volunteer.PaperSafe;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.IncomingFile;

/** The papers somebody handed in, for their coordinator: to open, and to verify or return. */
@Path("/volunteers/{ref}/papers")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class PersonPapers {

    @Inject
    AtHand atHand;

    @Inject
    PaperSafe safe;

    @Inject
    Telling telling;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    record list(Head head, List<Paper> papers, boolean hasAccount) implements TemplateInstance {}

    /** @param about address of the request, the change or the skill it is for; null for none */
    record show(Head head, Paper paper, String about, Form form) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance all(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "papers");
        return new list(Head.of(person), Paper.of(person), person.accountId != null);
    }

    @GET
    @Path("{paper}")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance show(@PathParam("ref") String ref, @PathParam("paper") String paperRef) {
        var person = atHand.shown(ref, Permission.MANAGE_PEOPLE, "papers");
        return page(paper(person, paperRef), Form.blank());
    }

    /** What it holds, to be saved. From now on the person cannot take it back. */
    @GET
    @Path("{paper}/file")
    @Produces(MediaType.WILDCARD)
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public Response open(@PathParam("ref") String ref, @PathParam("paper") String paperRef) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var paper = paper(person, paperRef);
        if (!paper.isKept()) throw new NotFoundException();
        deeds.fire(paper.open(atHand.by(person), clock));
        return IncomingFile.answer(paper.type, paper.fileName(), safe.take(paper));
    }

    @POST
    @Path("{paper}/verification")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(
            @PathParam("ref") String ref, @PathParam("paper") String paperRef, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var paper = paper(person, paperRef);
        var form = Form.of(typed);
        var done = atHand.attempt(form, "verify", () -> paper.verify(atHand.by(person), clock));
        if (done == null) return Response.status(422).entity(page(paper, form)).build();
        var settled = paper.settle(atHand.by(person), clock);
        settled.ifPresent(deeds::fire);
        tell(paper, "Your paper is verified");
        flash.say("Verified, and " + person.called() + " is told."
                + (settled.isPresent() ? " Their eligibility says so from now on." : ""));
        return back(paper);
    }

    @POST
    @Path("{paper}/return")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveBack(
            @PathParam("ref") String ref, @PathParam("paper") String paperRef, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var paper = paper(person, paperRef);
        var form = Form.of(typed);
        var done = atHand.attempt(form, "reason", () -> paper.giveBack(form.typed("reason"), atHand.by(person), clock));
        if (done == null) return Response.status(422).entity(page(paper, form)).build();
        tell(paper, "Your paper is returned: see why, and send another");
        flash.say("Returned, and " + person.called() + " is told why.");
        return back(paper);
    }

    private void tell(Paper paper, String sentence) {
        telling.tell(paper.volunteer, NoticeKind.NEWS, sentence, "/me/papers", Template.NEWS_FROM_FORCE);
    }

    private static Response back(Paper paper) {
        return Response.seeOther(URI.create("/volunteers/" + paper.volunteer.ref + "/papers"))
                .build();
    }

    private static Paper paper(Volunteer person, String ref) {
        return Paper.of(person, ref).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance page(Paper paper, Form form) {
        return new show(Head.of(paper.volunteer), paper, about(paper), form);
    }

    private static String about(Paper paper) {
        if (paper.aboutRef == null) return null;
        var record = "/volunteers/" + paper.volunteer.ref;
        return switch (paper.purpose) {
            case DETAIL_CHANGE -> "/detail-changes/" + paper.aboutRef;
            case SKILL -> record + "/skills/verification?skill=" + paper.aboutRef;
            default -> record + "/requests/" + paper.aboutRef;
        };
    }
}
