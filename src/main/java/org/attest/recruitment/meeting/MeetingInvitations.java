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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.force.Force;
import org.attest.recruitment.AtHand;
import org.attest.recruitment.GroupOfPeople;
import org.attest.recruitment.ResultLine;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Telling;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.Wording;

/** Inviting everybody of a stage or of a cohort to book: a line for each before, and after. */
@Path("/forces/{slug}/meeting-invitations")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class MeetingInvitations {

    private static final int MOST = 500;

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    MeetingNews news;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    record choose(Force force, Form form, List<Option> kinds, List<Option> groups) implements TemplateInstance {}

    record preview(Force force, Form form, String title, List<ResultLine> lines, long going)
            implements TemplateInstance {}

    record done(Force force, List<ResultLine> lines, long going) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        return page(currentUser.force(slug, Permission.MANAGE_PEOPLE), Form.blank());
    }

    @POST
    @Path("preview")
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var asked = asked(slug, typed);
        if (!asked.form.isSound()) {
            return Response.status(422).entity(page(asked.force, asked.form)).build();
        }
        var lines = new ArrayList<ResultLine>();
        asked.refusals()
                .forEach((person, why) -> lines.add(ResultLine.of(
                        person, why != null ? why : "Would be invited" + how(Telling.wayTo(person)), why == null)));
        var title = "Who would be invited: "
                + wording.meetingKind(asked.kind.name()).toLowerCase();
        return Response.ok(new preview(asked.force, asked.form, title, lines, going(lines)))
                .build();
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var asked = asked(slug, typed);
        var lines = new ArrayList<ResultLine>();
        if (asked.form.isSound()) {
            var by = currentUser.actorIn(asked.force);
            asked.refusals().forEach((person, why) -> {
                if (why == null) {
                    atHand.attempt(
                            asked.form,
                            "group",
                            () -> MeetingInvitation.invite(person, asked.kind, asked.bookBy, by, clock));
                    news.invited(person, asked.kind);
                }
                lines.add(
                        ResultLine.of(person, why != null ? why : "Invited" + how(Telling.wayTo(person)), why == null));
            });
        }
        if (!asked.form.isSound()) {
            return Response.status(422).entity(page(asked.force, asked.form)).build();
        }
        return Response.ok(new done(asked.force, lines, going(lines))).build();
    }

    private record Asked(Force force, Form form, MeetingKind kind, LocalDate bookBy, List<Volunteer> people) {

        /** Why each would not be invited; null where they would. */
        Map<Volunteer, String> refusals() {
            var standing = MeetingInvitation.standing(people);
            var refusals = new LinkedHashMap<Volunteer, String>();
            for (var person : people) {
                boolean invited = standing.getOrDefault(person.id, Set.of()).contains(kind);
                refusals.put(person, invited ? "Is invited already" : null);
            }
            return refusals;
        }
    }

    private Asked asked(String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var kind = form.choice("kind", MeetingKind.class, "Choose what they are invited to");
        var bookBy = form.day("bookBy", "Day to book by");
        if (bookBy != null && !bookBy.isAfter(LocalDate.now(clock))) {
            form.refuse("bookBy", "The day to book by must be after today");
        }
        var people = GroupOfPeople.chosen(force, form, currentUser.accountId(), MOST);
        return new Asked(force, form, kind, bookBy, people);
    }

    private TemplateInstance page(Force force, Form form) {
        return new choose(force, form, Slots.kinds(wording), GroupOfPeople.of(force, LocalDate.now(clock), wording));
    }

    private static String how(Telling.Way way) {
        return switch (way) {
            case ACCOUNT -> ", told in Attest";
            case EMAIL -> ", told by e-mail; has no account, so book for them";
            default -> "; has no account and no address, so call and book for them";
        };
    }

    private static long going(List<ResultLine> lines) {
        return lines.stream().filter(ResultLine::going).count();
    }
}
