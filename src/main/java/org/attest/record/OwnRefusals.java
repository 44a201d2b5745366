package org.attest.record;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.attest.recruitment.Own;
import org.attest.recruitment.RefusalLetters;
import org.attest.security.Permission;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.WhatNext;

/** The letter that tells the reader that their own application goes no further. */
@Path("/me/refusal")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnRefusals {

    @Inject
    Own own;

    @Inject
    RefusalLetters letters;

    record show(String force, Refusal refusal, List<String> lines, WhatNext next) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show() {
        var refusal = seen("own page");
        return new show(
                refusal.force.name, refusal, List.of(refusal.letter.split("\\R+")), own.next(refusal.volunteer));
    }

    /** The letter to keep. */
    @GET
    @Path("letter.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response paper() {
        return Response.ok(letters.pdf(seen("own refusal letter as PDF")))
                .header("Content-Disposition", "attachment; filename=\"letter.pdf\"")
                .build();
    }

    private Refusal seen(String part) {
        var person = own.record().orElseThrow(NotFoundException::new);
        var refusal = Refusal.newest(person).orElseThrow(NotFoundException::new);
        own.shown(person, part);
        return refusal;
    }
}
