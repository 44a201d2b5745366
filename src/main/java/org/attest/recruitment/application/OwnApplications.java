package org.attest.recruitment.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.recruitment.AtHand;
import org.attest.security.Permission;
import org.attest.volunteer.KeyChange;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Pdf;
import org.attest.web.Refused;
import org.attest.web.Wording;

/** An applicant's own application: a list of tasks while it is written, a check before it is sent, a copy to keep. */
@Path("/me/application")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnApplications {

    private static final URI HERE = URI.create("/me/application");
    private static final String PART = "own application";

    @Inject
    OwnAtHand own;

    @Inject
    AtHand atHand;

    @Inject
    Sending sending;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** @param done how many of the tasks are */
    record tasks(Whose whose, List<Task> tasks, long done, String behalf) implements TemplateInstance {}

    /**
     * @param mayBegin in a stage in which one applies
     * @param tooEarly why one who was refused cannot begin yet; null for everybody else
     */
    record none(Whose whose, boolean mayBegin, String tooEarly) implements TemplateInstance {}

    record check(Whose whose, Form form, Copy copy, List<Gap> gaps) implements TemplateInstance {}

    /** {@code asked}: another name or birth date waits for the coordinator. */
    record sent(Whose whose, Copy copy, boolean arrived, boolean asked) implements TemplateInstance {}

    record copy(Whose whose, Copy copy) implements TemplateInstance {}

    record paper(Copy copy) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response page() {
        var found = own.person();
        if (found.isEmpty()) return Response.seeOther(URI.create("/me")).build();
        var person = found.get();
        var whose = own.whose(person);
        var application = Application.newest(person);
        own.seen(person, PART);
        if (application.isEmpty()) return ok(none(person));
        if (application.get().isSent() && !mayBegin(person)) {
            return ok(new sent(
                    whose,
                    Copy.of(application.get(), wording),
                    person.stage == Stage.APPLIED,
                    KeyChange.of(person).stream().anyMatch(KeyChange::isOpen)));
        }
        if (application.get().isSent()) return ok(none(person));
        var tasks = sending.tasks(application.get(), whose);
        return ok(new tasks(
                whose, tasks, tasks.stream().filter(Task::isDone).count(), typedBySomebodyElse(application.get())));
    }

    /** Begins one, for whoever has an account but no application yet. */
    @POST
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> typed) {
        var person = own.person();
        if (person.isPresent() && mayBegin(person.get()) && own.writing().isEmpty()) {
            if (tooEarly(person.get()).isPresent()) {
                return Response.status(422).entity(none(person.get())).build();
            }
            deeds.fire(Application.begin(person.get(), true, own.by(person.get()), clock));
        }
        return Response.seeOther(HERE).build();
    }

    @GET
    @Path("check")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response check() {
        var application = own.writing();
        if (application.isEmpty()) return Response.seeOther(HERE).build();
        own.seen(application.get().volunteer, PART);
        return ok(check(application.get(), Form.blank()));
    }

    /** Declares it true and sends it. */
    @POST
    @Path("check")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> typed) {
        var held = own.held();
        if (held.isEmpty()) return Response.seeOther(HERE).build();
        var application = held.get();
        var form = Form.of(typed);
        if (!form.ticked("declaration", "yes")) form.refuse("declaration", "Tick the box to declare that it is true");
        if (form.isSound()) {
            try {
                sending.send(application, own.by(application.volunteer)).forEach(deeds::fire);
                return Response.seeOther(HERE).build();
            } catch (Refused refused) {
                form.refuse("declaration", AtHand.sentence(refused));
                QuarkusTransaction.setRollbackOnly();
            }
        }
        return Response.status(422).entity(check(application, form)).build();
    }

    /** To print or to keep. */
    @GET
    @Path("copy")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response copy() {
        var application = own.person().flatMap(Application::newest);
        if (application.isEmpty()) return Response.seeOther(HERE).build();
        var person = application.get().volunteer;
        own.seen(person, PART);
        return ok(new copy(own.whose(person), Copy.of(application.get(), wording)));
    }

    /** The copy as a file. */
    @GET
    @Path("copy.pdf")
    @Produces("application/pdf")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public Response paper() {
        var application = own.person().flatMap(Application::newest);
        if (application.isEmpty()) return Response.seeOther(HERE).build();
        own.seen(application.get().volunteer, PART);
        return Response.ok(Pdf.of(new paper(Copy.of(application.get(), wording)).render()))
                .header("Content-Disposition", "attachment; filename=\"application.pdf\"")
                .build();
    }

    private TemplateInstance none(Volunteer person) {
        return new none(
                own.whose(person),
                mayBegin(person),
                tooEarly(person).map(AtHand::sentence).orElse(null));
    }

    private Optional<Refused> tooEarly(Volunteer person) {
        return person.stage == Stage.LEFT ? Refusal.tooEarly(person, LocalDate.now(clock)) : Optional.empty();
    }

    private TemplateInstance check(Application application, Form form) {
        var whose = own.whose(application.volunteer);
        return new check(whose, form, Copy.of(application, wording), sending.gaps(sending.tasks(application, whose)));
    }

    private static boolean mayBegin(Volunteer person) {
        return person.stage == Stage.ENQUIRY || person.stage == Stage.LEFT;
    }

    /** Who typed any of it on the applicant's behalf; null where nobody did. */
    private static String typedBySomebodyElse(Application application) {
        return Answers.of(application).byOthers().stream().findFirst().orElse(null);
    }

    private static Response ok(TemplateInstance page) {
        return Response.ok(page).build();
    }
}
