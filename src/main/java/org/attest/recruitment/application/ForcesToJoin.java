package org.attest.recruitment.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.force.Everywhere;
import org.attest.force.Force;
import org.attest.volunteer.Ages;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.WhatNext;

/** For anybody: which forces there are to join, and for each what the role is, who may join and how long it takes. */
@Path("/apply")
@PermitAll
@Transactional
@Produces(MediaType.TEXT_HTML)
public class ForcesToJoin {

    @Inject
    OpenForces forces;

    @Inject
    ApplicationSettings asked;

    @Inject
    StageTargets targets;

    @Inject
    Clock clock;

    record choose(Map<String, List<Force>> byRegion) implements TemplateInstance {}

    /**
     * One stage on the way.
     *
     * @param days usual days, or those the force aims at
     * @param words the usual time in the force’s words; null where it has none
     * @param known whether enough people have passed it in 12 months to say what is usual
     */
    record Step(Stage stage, int days, boolean known, String words) {}

    /** @param months all steps together, rounded up */
    record show(
            Force force,
            boolean open,
            String words,
            String contact,
            JoiningRules rules,
            int appointmentAge,
            int hours,
            List<Step> steps,
            int months)
            implements TemplateInstance {}

    @GET
    public TemplateInstance choose() {
        var byRegion = new LinkedHashMap<String, List<Force>>();
        for (var force : forces.all()) {
            byRegion.computeIfAbsent(force.territorial ? force.region : "Special police forces", r -> new ArrayList<>())
                    .add(force);
        }
        return new choose(byRegion);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance show(@PathParam("slug") String slug) {
        var force = forces.at(slug);
        var times = StageTimes.in(force, LocalDate.now(clock));
        var settings = Everywhere.call(() -> StageSettings.in(force, targets));
        var steps = settings.days().entrySet().stream()
                .filter(e -> e.getKey() != Stage.ENQUIRY)
                .map(e -> step(e.getKey(), times.get(e.getKey()), e.getValue(), settings.usualTime(e.getKey())))
                .toList();
        int days = steps.stream().mapToInt(Step::days).sum();
        var page = forces.page(force);
        return new show(
                force,
                forces.takesApplications(force),
                page.map(p -> p.words).orElse(null),
                page.map(p -> p.contact).orElse(null),
                forces.rules(force),
                Ages.APPOINTMENT,
                asked.hoursAMonth(),
                steps,
                (days + 29) / 30);
    }

    private static Step step(Stage stage, StageTimes usual, int target, String words) {
        boolean known = usual != null && usual.people() >= WhatNext.ENOUGH;
        return new Step(stage, known ? usual.medianDays() : target, known, words);
    }
}
