package org.attest.vetting;

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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.InfectedFileRefused;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.IncomingFile;
import org.attest.web.IncomingFiles;
import org.attest.web.InfectedFile;
import org.attest.web.Option;
import org.attest.web.PaperType;
import org.attest.web.Refused;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The evidence of a case: files handed in, saved by the case team alone, and struck out where they were wrong. */
@Path("/vetting-cases/{ref}/files")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CaseFiles {

    @Inject
    CaseTeam team;

    @Inject
    CaseDeeds caseDeeds;

    @Inject
    IncomingFiles incoming;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** A file as lists show it. */
    record Line(CaseFile file, String name, String check, String whyStruck) {

        static List<Line> of(VettingCase one, Compartment compartment) {
            return CaseFile.of(one).stream()
                    .map(f -> new Line(
                            f,
                            f.name(compartment),
                            f.code == null ? null : CheckKind.of(f.code).label(),
                            f.whyStruck(compartment)))
                    .toList();
        }
    }

    /** @param adds whether the reader may hand one in now */
    record list(
            CaseHead head,
            Form form,
            List<Line> lines,
            List<Option> checks,
            boolean adds,
            boolean scanned,
            String accepted,
            String acceptedByBrowser,
            String largest)
            implements TemplateInstance {}

    /** @param noun the page of the act, below the case */
    record strike(
            CaseHead head, Form form, String cannot, MovedMeanwhile moved, CaseFile file, String name, String noun)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public TemplateInstance list(@PathParam("ref") String ref) {
        return list(team.shown(ref, "files"), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.RUN_VETTING)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            @PathParam("ref") String ref, @RestForm("file") FileUpload file, @RestForm("check") String check) {
        var open = team.toChange(ref);
        var one = open.vettingCase();
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle("check", check == null ? "" : check);
        var form = Form.of(typed);
        var taken = taken(open, file, form);
        caseDeeds.attempt(
                form, "file", () -> CaseFile.add(one, taken, form.text("check"), open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> list(again, form));
        flash.say("The file is kept in the case.");
        return Response.seeOther(URI.create("/vetting-cases/" + one.ref + "/files"))
                .build();
    }

    /** Saved by the browser, never opened in a page; every one is an entry in the trail. */
    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.HEAR_APPEALS})
    public Response open(@PathParam("ref") String ref, @PathParam("file") String fileRef) {
        var file = file(team.shown(ref, "file " + fileRef), fileRef);
        return IncomingFile.answer(file.type, "evidence-" + file.ref, CaseFileContent.open(file, compartment));
    }

    @GET
    @Path("{file}/striking")
    @PermissionsAllowed(Permission.RUN_VETTING)
    public TemplateInstance strike(@PathParam("ref") String ref, @PathParam("file") String fileRef) {
        var open = team.shown(ref, "files");
        return strike(open, file(open, fileRef), Form.blank());
    }

    @POST
    @Path("{file}/striking")
    @PermissionsAllowed(Permission.RUN_VETTING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response strike(
            @PathParam("ref") String ref, @PathParam("file") String fileRef, MultivaluedMap<String, String> typed) {
        var open = team.toChange(ref);
        var file = file(open, fileRef);
        var form = Form.of(typed);
        if (file.struckAt != null) return caseDeeds.stale(open, again -> strike(again, file(again, fileRef), form));
        var why = Typed.needed(form, "why", "Enter why it is struck out", Question.LONGEST);
        caseDeeds.attempt(form, "why", () -> file.strike(why, open.by(), compartment, clock));
        if (!form.isSound()) return caseDeeds.unsound(open, again -> strike(again, file(again, fileRef), form));
        flash.say("The file is struck out. It stays to be opened.");
        return Response.seeOther(URI.create("/vetting-cases/" + ref + "/files")).build();
    }

    /** Null with a refusal where Attest cannot take it; that a virus was found is told apart from the request, which is undone. */
    private IncomingFile taken(CaseTeam.OpenCase open, FileUpload file, Form form) {
        try {
            return incoming.take(file);
        } catch (InfectedFile infected) {
            form.refuse("file", infected.sentence());
            deeds.fire(new InfectedFileRefused(open.by().actor(), open.vettingCase().volunteer, "vetting files"));
        } catch (Refused refused) {
            form.refuse("file", refused.sentence());
        }
        return null;
    }

    private TemplateInstance list(CaseTeam.OpenCase open, Form form) {
        var one = open.vettingCase();
        boolean adds = open.by().is(Hand.OFFICER) && CaseFile.mayBeAdded(one);
        return new list(
                CaseHead.of(one, caseDeeds.today()),
                form,
                Line.of(one, compartment),
                Check.of(one).stream()
                        .map(c -> new Option(c.code, c.kind().label()))
                        .toList(),
                adds,
                incoming.areScanned(),
                PaperType.accepted(),
                PaperType.acceptedByBrowser(),
                incoming.largestInWords());
    }

    private TemplateInstance strike(CaseTeam.OpenCase open, CaseFile file, Form form) {
        var one = open.vettingCase();
        return new strike(
                CaseHead.of(one, caseDeeds.today()),
                form,
                file.struckAt == null
                        ? CaseDeeds.cannot(one.cannotStrike(file.addedAt))
                        : file.struckBy + " has struck it out on " + Formats.inWords(file.struckAt),
                null,
                file,
                file.name(compartment),
                "files/" + file.ref + "/striking");
    }

    private static CaseFile file(CaseTeam.OpenCase open, String ref) {
        return CaseFile.byRef(open.vettingCase(), ref).orElseThrow(NotFoundException::new);
    }
}
