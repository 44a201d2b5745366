package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Formats;

/** The certificates of whoever is signed in, one for each thing they have passed, to take away. */
@Path("/me/training/certificates")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnCertificates {

    @Inject
    OwnRecord own;

    @Inject
    Learners learners;

    @Inject
    PersonCertificates certificates;

    @Inject
    Event<Deed> deeds;

    @Inject
    Clock clock;

    /** @param periods all there ever were, newest first, revoked ones too */
    record show(List<Qualification> periods, LocalDate today, WhatNext next) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        var person = shown("own certificates");
        own.getChoices();
        var periods = new ArrayList<>(Qualification.of(person));
        Collections.reverse(periods);
        var today = LocalDate.now(clock);
        return new show(periods, today, next(periods, today));
    }

    @GET
    @Path("{qualification}/certificate.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("qualification") String ref) {
        return certificates.pdf(shown("own certificate"), ref);
    }

    private Volunteer shown(String part) {
        var person = own.now().orElseThrow(NotFoundException::new);
        deeds.fire(new RecordViewed(learners.by(person), person, part));
        return person;
    }

    /** What ends first, of what no later period goes beyond. */
    private static WhatNext next(List<Qualification> periods, LocalDate today) {
        var valid = periods.stream().filter(q -> q.isValidOn(today)).toList();
        if (valid.isEmpty()) {
            return new WhatNext(
                    true,
                    "You",
                    "Pass a module: its certificate stands here as soon as it is recorded.",
                    "There is no deadline here.");
        }
        return valid.stream()
                .filter(q -> q.lastDay != null && valid.stream().noneMatch(later -> later.outlasts(q)))
                .min(Comparator.comparing(q -> q.lastDay))
                .map(q -> renewal(q, today))
                .orElseGet(() ->
                        new WhatNext(false, "Nobody", "Nothing of this is to be renewed.", "None of it expires."));
    }

    private static WhatNext renewal(Qualification ending, LocalDate today) {
        var what = ending.moduleVersion.document().label();
        var last = Formats.inWords(ending.lastDay)
                + (ending.extendedBy() == null ? "" : ". " + ending.extendedBy().mark());
        return QualificationTerm.isRenewable(ending.lastDay, today)
                ? new WhatNext(true, "You", "Renew " + what + ".", "Its last valid day is " + last + ".")
                : new WhatNext(
                        false,
                        "Nobody",
                        "Nothing is to be renewed yet; " + what + " ends first.",
                        "Its renewal opens on "
                                + Formats.inWords(ending.lastDay.minusDays(QualificationTerm.ENDS_SOON))
                                + ", its last valid day is " + last + ".");
    }
}
