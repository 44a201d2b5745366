package org.attest.vetting;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.attest.security.Permission;

/** The form of a case as the applicant last sent it, for the case team. */
@Path("/vetting-cases/{ref}/form")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class CaseForms {

    @Inject
    CaseTeam team;

    @Inject
    Compartment compartment;

    @Inject
    Clock clock;

    /** @param copy null while the form was never sent */
    record form(CaseHead head, VettingCase vettingCase, FormCopy copy, Residency residency)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed({Permission.RUN_VETTING, Permission.DECIDE_VETTING, Permission.HEAR_APPEALS})
    public TemplateInstance page(@PathParam("ref") String ref) {
        var vettingCase = team.shown(ref, "form").vettingCase();
        var today = LocalDate.now(clock);
        boolean sent = vettingCase.submittedOn != null;
        return new form(
                CaseHead.of(vettingCase, today),
                vettingCase,
                sent ? FormCopy.of(VettingForm.sent(vettingCase, compartment)) : null,
                sent ? Residency.of(vettingCase, compartment, today) : null);
    }
}
