package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
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
import java.time.LocalDate;
import java.util.List;
import org.attest.security.Permission;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.EquipmentKind;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Handing equipment to a person, and taking it back. */
@Path("/volunteers/{ref}/equipment")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class EquipmentPieces {

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param form what is handed out
     * @param taking what comes back
     * @param pieces the held ones, to choose from
     */
    record equip(
            Head head,
            Form form,
            Form taking,
            List<Equipment> held,
            List<Option> pieces,
            List<Equipment> returned,
            List<Option> kinds)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.EQUIP_PEOPLE, "equipment");
        return page(person, Form.blank().withDay("issuedOn", LocalDate.now(clock)), returning());
    }

    @POST
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var kind = form.choice("kind", EquipmentKind.class, "Choose what is issued");
        var serial = form.required("serial", "Enter its number, or the name of the account", Equipment.LONGEST_SERIAL);
        var day = form.requiredDay("issuedOn", "Day of issue");
        atHand.attempt(form, "serial", () -> Equipment.issue(person, kind, serial, day, atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(person, form, returning())).build();
        flash.say(wording.equipmentKind(kind.name()) + " " + serial + " is issued to " + person.called() + ".");
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/equipment"))
                .build();
    }

    @POST
    @Path("return")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var piece = form.text("equipment");
        if (piece == null) form.refuse("equipment", "Choose what comes back");
        var equipment = piece == null ? null : held(person, piece);
        var day = form.requiredDay("returnedOn", "Day of return");
        atHand.attempt(form, "returnedOn", () -> equipment.takeBack(day, atHand.by(person), clock));
        if (!form.isSound()) {
            var issuing = Form.blank().withDay("issuedOn", LocalDate.now(clock));
            return Response.status(422).entity(page(person, issuing, form)).build();
        }
        flash.say(wording.equipmentKind(equipment.kind.name()) + " " + equipment.serial + " is back.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/equipment"))
                .build();
    }

    /** One of this person's pieces; another's is not found. */
    private static Equipment held(Volunteer person, String id) {
        if (!id.matches("\\d{1,18}")) throw new NotFoundException();
        return Equipment.byId(Long.valueOf(id))
                .filter(e -> e.volunteer.id.equals(person.id))
                .orElseThrow(NotFoundException::new);
    }

    private Form returning() {
        return Form.blank().withDay("returnedOn", LocalDate.now(clock));
    }

    private Option piece(Equipment held) {
        return new Option(
                String.valueOf(held.id),
                wording.equipmentKind(held.kind.name()) + " " + held.serial + ", issued on "
                        + Formats.inWords(held.issuedOn));
    }

    private TemplateInstance page(Volunteer person, Form form, Form taking) {
        var all = Equipment.of(person);
        return new equip(
                Head.of(person),
                form,
                taking,
                all.stream().filter(Equipment::isHeld).toList(),
                all.stream().filter(Equipment::isHeld).map(this::piece).toList(),
                all.stream().filter(e -> !e.isHeld()).toList(),
                Option.of(EquipmentKind.class, k -> wording.equipmentKind(k.name())));
    }
}
