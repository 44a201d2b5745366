package org.attest.recruitment.meeting;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Force;
import org.attest.recruitment.AtHand;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Stage;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Which stage asks for which meeting in a force, and until when people change theirs themselves. */
@Path("/forces/{slug}/meeting-rules")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class MeetingRules {

    private static final String BEFORE = "before-";
    private static final String NOTICE = "notice-";

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Wording wording;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /** One kind with its two fields. */
    record Line(String words, String before, String beforeLabel, String notice, String noticeLabel) {}

    record set(Force force, Form form, List<Line> lines, List<Option> stages) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        Map<String, Object> values = new HashMap<>();
        MeetingRule.in(force).forEach((kind, terms) -> {
            values.put(BEFORE + kind, terms.before());
            values.put(NOTICE + kind, terms.noticeHours());
        });
        return page(force, Form.showing(values));
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var now = MeetingRule.in(force);
        var by = currentUser.actorIn(force);
        for (var kind : MeetingKind.values()) {
            var stage = form.typed(BEFORE + kind).isEmpty()
                    ? null
                    : form.choice(BEFORE + kind, Stage.class, "Choose a stage of the list");
            if (stage != null && !MeetingRule.stages().contains(stage)) {
                form.refuse(BEFORE + kind, "Choose a stage of the list");
            }
            var terms = new MeetingRule.Terms(stage, form.number(NOTICE + kind));
            if (terms.equals(now.get(kind))) continue;
            atHand.attempt(form, NOTICE + kind, () -> MeetingRule.set(force, kind, terms, by, clock));
        }
        if (!form.isSound())
            return Response.status(422).entity(page(force, form)).build();
        flash.say("What " + force.name + " asks for is saved.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/meetings"))
                .build();
    }

    private TemplateInstance page(Force force, Form form) {
        var lines = Arrays.stream(MeetingKind.values())
                .map(kind -> {
                    var words = wording.meetingKind(kind.name());
                    return new Line(
                            words,
                            BEFORE + kind,
                            words + ": wanted before the stage",
                            NOTICE + kind,
                            words + ": hours before");
                })
                .toList();
        var stages = MeetingRule.stages().stream()
                .map(s -> new Option(s.name(), wording.stage(s.name())))
                .toList();
        return new set(force, form, lines, stages);
    }
}
