package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.notice.PublicAddress;
import org.attest.security.Permission;
import org.attest.volunteer.Volunteer;
import org.attest.web.Pdf;

/** The certificate of what somebody has passed, for those who see their training. */
@Path("/volunteers/{ref}/training/{qualification}/certificate.pdf")
@Transactional
public class PersonCertificates {

    @Inject
    Learners learners;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    record pdf(Certificate certificate) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_TRAINING)
    public Response pdf(@PathParam("ref") String ref, @PathParam("qualification") String ofResult) {
        return pdf(learners.shown(ref, Permission.SEE_TRAINING, "certificate"), ofResult);
    }

    /** Of one of the person's own results, unless it was revoked. */
    Response pdf(Volunteer person, String ofResult) {
        var earned = Qualification.of(person, ofResult)
                .filter(q -> q.revokedAt == null)
                .orElseThrow(NotFoundException::new);
        var certificate = Certificate.of(earned, address.of(Certificates.PATH).orElse(null), LocalDate.now(clock));
        return Response.ok(Pdf.of(new pdf(certificate).render()), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + certificate.file() + "\"")
                .build();
    }
}
