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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.OccupationFinding;
import org.attest.volunteer.OccupationRule;
import org.attest.volunteer.Occupations;
import org.attest.web.Flash;
import org.attest.web.Form;
import org.attest.web.Option;

/** How a force treats occupations: the national list, and what the force has set over it and beside it (vetting section 6). */
@Path("/forces/{slug}/occupations")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OccupationRules {

    private static final String NATIONAL = "national";

    @Inject
    CurrentUser currentUser;

    @Inject
    AtHand atHand;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    /**
     * One occupation.
     *
     * @param national the line of the national list; null where it is not on it
     * @param own what the force set last; null where it has set nothing
     */
    record Line(String occupation, Occupations.Listed national, OccupationRule own) {

        /** What applies in the force; null where nothing is said any more. */
        public OccupationFinding applies() {
            if (own != null && own.finding != null) return own.finding;
            return national == null ? null : national.finding();
        }

        public boolean isOwn() {
            return own != null && own.finding != null;
        }
    }

    /** @param history everything the force has set, newest first */
    record set(Force force, Form form, List<Line> lines, List<OccupationRule> history, List<Option> treatments)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    public TemplateInstance page(@PathParam("slug") String slug) {
        return page(currentUser.force(slug, Permission.MANAGE_PEOPLE), Form.blank());
    }

    @POST
    @PermissionsAllowed(Permission.MANAGE_PEOPLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@PathParam("slug") String slug, MultivaluedMap<String, String> typed) {
        var force = currentUser.force(slug, Permission.MANAGE_PEOPLE);
        var form = Form.of(typed);
        var occupation = form.required("occupation", "Enter the occupation", OccupationRule.LONGEST_OCCUPATION);
        var finding = form.typed("treatment").equals(NATIONAL)
                ? null
                : form.choice("treatment", OccupationFinding.class, "Choose how your force treats it");
        var reason = form.required("reason", "Enter why", OccupationRule.LONGEST_REASON);
        atHand.attempt(
                form,
                "treatment",
                () -> OccupationRule.set(force, occupation, finding, reason, currentUser.actorIn(force), clock));
        if (!form.isSound())
            return Response.status(422).entity(page(force, form)).build();
        flash.say(
                "From now on " + force.name + " treats “" + occupation + "” like that. Nothing found before changes.");
        return Response.seeOther(URI.create("/forces/" + force.slug + "/occupations"))
                .build();
    }

    private static TemplateInstance page(Force force, Form form) {
        var rules = OccupationRule.of(force);
        var newest = new LinkedHashMap<String, OccupationRule>();
        rules.forEach(rule -> newest.put(rule.foundBy, rule));
        var lines = new ArrayList<Line>();
        newest.values().stream()
                .filter(rule -> Occupations.listed(rule.occupation).isEmpty() && rule.finding != null)
                .map(rule -> new Line(rule.occupation, null, rule))
                .forEach(lines::add);
        for (var listed : Occupations.listed()) {
            var own = newest.values().stream()
                    .filter(rule -> Occupations.listed(rule.occupation)
                            .filter(listed::equals)
                            .isPresent())
                    .findFirst()
                    .orElse(null);
            lines.add(new Line(listed.occupation(), listed, own));
        }
        var history = new ArrayList<>(rules);
        Collections.reverse(history);
        return new set(force, form, lines, history, treatments());
    }

    private static List<Option> treatments() {
        return List.of(
                new Option(OccupationFinding.BARRED.name(), "Normally barred"),
                new Option(OccupationFinding.PERMISSION_NEEDED.name(), "Permission is needed"),
                new Option(OccupationFinding.NO_CONFLICT.name(), "No conflict: nothing has to be asked"),
                new Option(NATIONAL, "As the national list says"));
    }
}
