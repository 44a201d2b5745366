package org.attest.vetting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.attest.audit.Deed;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.OwnRecord;

/** The reasons letter with the appeal form, for the person who was refused; nobody else's. */
@Path("/me/vetting/refusal.pdf")
@Transactional
public class OwnReasonsLetters {

    @Inject
    OwnRecord own;

    @Inject
    CurrentUser user;

    @Inject
    Compartment compartment;

    @Inject
    Event<Deed> deeds;

    @GET
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response letter() {
        var person = own.now().orElseThrow(NotFoundException::new);
        for (var vettingCase : VettingCase.of(person)) {
            var letter = ReasonsLetter.of(vettingCase, compartment);
            if (letter.isEmpty()) continue;
            deeds.fire(new CaseRead(user.actorIn(person.force), vettingCase, "own reasons letter"));
            return Decisions.download(letter.get().pdf(), "vetting-refusal");
        }
        throw new NotFoundException();
    }
}
