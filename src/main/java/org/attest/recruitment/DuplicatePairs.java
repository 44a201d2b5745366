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
import java.util.List;
import java.util.Map;
import org.attest.audit.Deed;
import org.attest.recruitment.AtHand.Both;
import org.attest.security.Permission;
import org.attest.volunteer.Likeness;
import org.attest.volunteer.Lookalikes;
import org.attest.volunteer.Merge;
import org.attest.volunteer.Origins;
import org.attest.volunteer.ToldApart;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Wording;

/**
 * Two records of a force side by side: merged field by field after a last look, or told apart. The record at the address is
 * the one that stays.
 */
@Path("/volunteers/{ref}/duplicates/{other}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class DuplicatePairs {

    private static final String PART = "side by side";

    @Inject
    AtHand atHand;

    @Inject
    Merge merge;

    @Inject
    Origins origins;

    @Inject
    Wording wording;

    @Inject
    Event<Deed> deeds;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * @param obstacle why the two cannot be merged as they are; null when they can
     * @param apart who told them apart, and when; null when nobody did
     * @param stale somebody changed one of them after the form was made
     */
    record compare(
            Head head,
            Head gone,
            Form form,
            List<Likeness.Evidence> evidence,
            List<Comparison.Row> rows,
            String obstacle,
            ToldApart apart,
            boolean stale)
            implements TemplateInstance {}

    record check(
            Head head, Head gone, Form form, List<Comparison.Outcome> outcome, Map<String, String> chosen, String how)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("ref") String ref, @PathParam("other") String other) {
        var both = atHand.bothShown(ref, other, Permission.MANAGE_PEOPLE, PART);
        return page(both, Form.blank(), false);
    }

    /** The last look before the merge; nothing changes. */
    @POST
    @Path("check")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(
            @PathParam("ref") String ref, @PathParam("other") String other, MultivaluedMap<String, String> typed) {
        var both = atHand.bothShown(ref, other, Permission.MANAGE_PEOPLE, PART);
        var form = Form.of(typed);
        if (isStale(both, form)) return stale(both, form);
        var comparison = comparison(both);
        comparison.read(form);
        merge.refusal(both.kept(), both.gone()).ifPresent(no -> form.refuse("how", AtHand.sentence(no)));
        if (!form.isSound()) return unsound(both, form);
        return Response.ok(new check(
                        Head.of(both.kept()),
                        Head.of(both.gone()),
                        form,
                        comparison.outcome(form),
                        comparison.chosen(form),
                        form.text("how")))
                .build();
    }

    @POST
    @Path("merge")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(
            @PathParam("ref") String ref, @PathParam("other") String other, MultivaluedMap<String, String> typed) {
        var both = atHand.both(ref, other, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        if (isStale(both, form)) return stale(both, form);
        var choice = comparison(both).read(form);
        var name = both.gone().fullName;
        var by = atHand.by(both.kept());
        atHand.attempt(form, "how", () -> {
            var done = merge.merge(both.kept(), both.gone(), choice, by);
            done.beside().forEach(deeds::fire);
            return done.stays();
        });
        if (!form.isSound()) return unsound(both, form);
        flash.say("The two records are one. What the record of " + name + " said otherwise stays in the history.");
        return Response.seeOther(URI.create("/volunteers/" + both.kept().ref)).build();
    }

    @POST
    @Path("telling-apart")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tellApart(
            @PathParam("ref") String ref, @PathParam("other") String other, MultivaluedMap<String, String> typed) {
        var both = atHand.both(ref, other, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var by = atHand.by(both.kept());
        atHand.attempt(form, "apart", () -> ToldApart.tellApart(both.kept(), both.gone(), by, clock));
        if (!form.isSound()) return unsound(both, form);
        flash.say("It is remembered that " + both.kept().fullName + " and " + both.gone().fullName
                + " are two people. They are not suggested again.");
        return Response.seeOther(URI.create("/forces/" + both.kept().force.slug + "/duplicates"))
                .build();
    }

    @POST
    @Path("telling-apart/taking-back")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(
            @PathParam("ref") String ref, @PathParam("other") String other, MultivaluedMap<String, String> typed) {
        var both = atHand.both(ref, other, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var apart = ToldApart.between(both.kept(), both.gone());
        if (apart.isEmpty()) form.refuse("apart", "Nobody told these two apart");
        var by = atHand.by(both.kept());
        atHand.attempt(form, "apart", () -> apart.orElseThrow().takeBack(by, clock));
        if (!form.isSound()) return unsound(both, form);
        flash.say("It is taken back that these are two people.");
        return Response.seeOther(URI.create(path(both))).build();
    }

    private static String path(Both both) {
        return "/volunteers/" + both.kept().ref + "/duplicates/" + both.gone().ref;
    }

    private static boolean isStale(Both both, Form form) {
        return !form.typed("version").equals(both.kept().version + "-" + both.gone().version);
    }

    private Response stale(Both both, Form form) {
        return Response.status(409).entity(page(both, form, true)).build();
    }

    private Response unsound(Both both, Form form) {
        return Response.status(422).entity(page(both, form, false)).build();
    }

    private Comparison comparison(Both both) {
        return new Comparison(both.kept(), both.gone(), origins, wording);
    }

    private TemplateInstance page(Both both, Form form, boolean stale) {
        var apart = ToldApart.between(both.kept(), both.gone()).orElse(null);
        return new compare(
                Head.of(both.kept()),
                Head.of(both.gone()),
                form,
                Lookalikes.between(both.kept(), both.gone()),
                comparison(both).rows,
                apart != null
                        ? null
                        : merge.refusal(both.kept(), both.gone())
                                .map(AtHand::sentence)
                                .orElse(null),
                apart,
                stale);
    }
}
