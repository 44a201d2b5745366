package org.attest.recruitment;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
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
import org.attest.audit.Deed;
import org.attest.security.Permission;
import org.attest.vetting.DesignatedPost;
import org.attest.vetting.PostHolding;
import org.attest.vetting.PostingPrevented;
import org.attest.volunteer.Volunteer;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Option;
import org.attest.web.Refused;

/** Putting a person into a designated post, which wants its clearance, and ending that. */
@Path("/volunteers/{ref}/designated-post")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.MANAGE_PEOPLE)
public class PersonPosts {

    @Inject
    AtHand atHand;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** @param ending what is typed to end one of those held */
    record posts(
            Head head,
            Form form,
            Form ending,
            String needed,
            List<Option> choices,
            List<Option> lasting,
            List<PostHolding> held,
            LocalDate today)
            implements TemplateInstance {}

    @GET
    public TemplateInstance page(@PathParam("ref") String ref) {
        return page(atHand.shown(ref, Permission.MANAGE_PEOPLE, "designated posts"), Form.blank(), Form.blank());
    }

    /** Without the clearance the attempt itself is kept, so that nothing is rolled back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var post = DesignatedPost.byRef(form.typed("post"))
                .filter(p -> p.force.equals(person.force))
                .orElse(null);
        if (post == null) form.refuse("post", "Choose a post of the list");
        var from = form.requiredDay("fromDay", "First day");
        if (form.isSound()) {
            try {
                var deed = post.put(person, from, atHand.by(person), clock);
                deeds.fire(deed);
                if (deed instanceof PostingPrevented prevented) form.refuse("post", prevented.sentence());
            } catch (Refused refused) {
                form.refuse("post", AtHand.sentence(refused));
            }
        }
        if (!form.isSound())
            return Response.status(422).entity(page(person, form, Form.blank())).build();
        flash.say(person.called() + " holds " + post.name + " from " + Formats.inWords(from) + ".");
        return back(person);
    }

    @POST
    @Path("ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("ref") String ref, MultivaluedMap<String, String> typed) {
        var person = atHand.person(ref, Permission.MANAGE_PEOPLE);
        var ending = Form.of(typed);
        var holding = PostHolding.byRef(ending.typed("holding"))
                .filter(h -> h.volunteer.equals(person))
                .orElse(null);
        if (holding == null) ending.refuse("holding", "Choose the post that ends");
        var day = ending.requiredDay("lastDay", "Last day");
        atHand.attempt(ending, "lastDay", () -> holding.end(day, atHand.by(person)));
        if (!ending.isSound())
            return Response.status(422)
                    .entity(page(person, Form.blank(), ending))
                    .build();
        flash.say(person.called() + " holds " + holding.post.name + " until " + Formats.inWords(day) + ".");
        return back(person);
    }

    private static Response back(Volunteer person) {
        return Response.seeOther(URI.create("/volunteers/" + person.ref + "/designated-post"))
                .build();
    }

    private TemplateInstance page(Volunteer person, Form form, Form ending) {
        var today = LocalDate.now(clock);
        var held = PostHolding.of(person);
        return new posts(
                Head.of(person),
                form,
                ending,
                DesignatedPost.needed(person).inWords(),
                DesignatedPost.of(person.force).stream()
                        .filter(p -> p.endedOn == null)
                        .map(p -> new Option(p.ref, p.name))
                        .toList(),
                held.stream()
                        .filter(h -> h.lastDay == null || h.lastDay.isAfter(today))
                        .map(h -> new Option(h.ref, h.post.name))
                        .toList(),
                held,
                today);
    }
}
