package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.attest.volunteer.Ages;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.ClearanceOf;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;

/** Appointing a person, and ending an appointment. */
@Path("/volunteers/{ref}/appointments")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Appointments {

    @Inject
    AtHand atHand;

    @Inject
    ClearanceOf clearances;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param earliest the 18th birthday; null where no birth date is known */
    record appoint(
            Head head,
            Form form,
            AppointmentType type,
            LocalDate earliest,
            LocalDate today,
            List<Appointment> appointments)
            implements TemplateInstance {}

    /** @param appointment the one that lasts, or else the one to come; null without either */
    record end(Head head, Form form, LocalDate today, Appointment appointment) implements TemplateInstance {}

    /** @param appointment the one to come; null without one */
    record withdraw(Head head, Form form, Appointment appointment) implements TemplateInstance {}

    @GET
    @Path("new")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.EQUIP_PEOPLE, "appointments");
        return page(person, Form.blank());
    }

    @POST
    @Path("new")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appoint(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var day = form.requiredDay("appointedOn", "Appointment day");
        atHand.attempt(form, "appointedOn", () -> {
            var appointed = Appointment.appoint(person, day, atHand.by(person), clock);
            clearances.mayBeAppointed(person, day);
            return appointed;
        });
        if (!form.isSound())
            return Response.status(422).entity(page(person, form)).build();
        flash.say(person.called() + " is appointed from " + Formats.inWords(day) + ".");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    @GET
    @Path("end")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    public TemplateInstance endPage(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.EQUIP_PEOPLE, "appointments");
        return endPage(person, Form.blank());
    }

    @POST
    @Path("end")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var day = form.requiredDay("endedOn", "Last day");
        var lasting = Appointment.lasting(person, LocalDate.now(clock));
        if (lasting.isEmpty()) form.refuse("endedOn", person.called() + " is not appointed now");
        atHand.attempt(form, "endedOn", () -> lasting.orElseThrow().end(day, atHand.by(person)));
        if (!form.isSound())
            return Response.status(422).entity(endPage(person, form)).build();
        flash.say("The appointment of " + person.called() + " ends with " + Formats.inWords(day) + ".");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    @GET
    @Path("withdrawal")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    public TemplateInstance withdrawPage(@PathParam("ref") String ref) {
        var person = atHand.shown(ref, Permission.EQUIP_PEOPLE, "appointments");
        return withdrawPage(person, Form.blank());
    }

    /** Taking back an appointment that has not begun. */
    @POST
    @Path("withdrawal")
    @PermissionsAllowed(Permission.EQUIP_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.EQUIP_PEOPLE);
        var form = Form.of(typed);
        var toCome = Appointment.toCome(person, LocalDate.now(clock));
        if (toCome.isEmpty()) form.refuse("withdraw", "No appointment of " + person.called() + " is to come");
        else if (!form.ticked("withdraw", "yes")) form.refuse("withdraw", "Tick the box to withdraw the appointment");
        atHand.attempt(form, "withdraw", () -> toCome.orElseThrow().withdraw(atHand.by(person), clock));
        if (!form.isSound())
            return Response.status(422).entity(withdrawPage(person, form)).build();
        flash.say("The appointment of " + person.called() + " from " + Formats.inWords(toCome.orElseThrow().appointedOn)
                + " is withdrawn.");
        return Response.seeOther(URI.create("/volunteers/" + person.ref)).build();
    }

    private TemplateInstance withdrawPage(Volunteer person, Form form) {
        return new withdraw(
                Head.of(person),
                form,
                Appointment.toCome(person, LocalDate.now(clock)).orElse(null));
    }

    private TemplateInstance page(Volunteer person, Form form) {
        var earliest = person.birthDate == null ? null : Ages.birthday(person.birthDate, Ages.APPOINTMENT);
        return new appoint(
                Head.of(person), form, person.appointmentType, earliest, LocalDate.now(clock), Appointment.of(person));
    }

    private TemplateInstance endPage(Volunteer person, Form form) {
        return new end(
                Head.of(person),
                form,
                LocalDate.now(clock),
                Appointment.lasting(person, LocalDate.now(clock)).orElse(null));
    }
}
