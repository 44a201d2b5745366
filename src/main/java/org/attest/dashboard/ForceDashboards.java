package org.attest.dashboard;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.force.Force;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.web.Formats;
import org.attest.web.Work;
import org.attest.web.WorkSource;

/** How a force stands today: what needs attention, who can be deployed, and where the pipeline is slow. */
@Path("/forces/{slug}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class ForceDashboards {

    private static final int MOST_WORK = 6;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    StageTargets targets;

    @Inject
    @All
    List<WorkSource> sources;

    /**
     * @param people whether the reader may know people: the numbers then open lists, and none is hidden
     * @param split whether the part that is deployable may be told apart
     */
    record show(
            String force,
            String shortName,
            String address,
            LocalDate today,
            Instant at,
            boolean people,
            boolean split,
            ForceCounts counts,
            List<Work> work,
            long workTotal,
            long yours,
            PostMarks marks,
            List<Outlook> outlook,
            List<NumberCard> cards,
            PipelineChart pipeline)
            implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_DASHBOARD)
    public TemplateInstance show(@org.jboss.resteasy.reactive.RestPath String slug) {
        var force = user.force(slug, Permission.SEE_DASHBOARD);
        boolean people = user.may(Permission.SEE_PEOPLE, force);
        var today = LocalDate.now(clock);
        var counts = ForceCounts.of(force, StageSettings.in(force, targets), today);
        boolean split = people || SmallNumbers.maySplit(counts.deployable(), counts.inService());
        var address = "/forces/" + force.slug;
        var waiting = people ? WorkSource.all(sources, force, today, MOST_WORK) : WorkSource.Waiting.NOTHING;
        var work = waiting.oldest();
        return new show(
                force.name,
                force.shortName(),
                address,
                today,
                clock.instant(),
                people,
                split,
                counts,
                work,
                waiting.total(),
                work.stream().filter(Work::isYours).count(),
                PostMarks.of(counts, people, split),
                people ? Outlook.of(counts, today) : List.of(),
                cards(force, counts, people, split, today),
                PipelineChart.of(counts.stages(), people));
    }

    private static List<NumberCard> cards(
            Force force, ForceCounts counts, boolean people, boolean split, LocalDate today) {
        var list = "/forces/" + force.slug + "/volunteers";
        var day = Formats.shortly(today);
        var cards = new ArrayList<NumberCard>();
        var service = "of " + Formats.withCommas(counts.inService());

        if (!split) {
            cards.add(
                    NumberCard.without("Deployable today", "Hidden", day + ". It would tell of fewer than 5 people."));
        } else {
            var card = NumberCard.of(
                    "Deployable today",
                    counts.deployable(),
                    service,
                    people
                            ? day + ". " + counts.inFull() + " in full, " + counts.withLimits() + " with limits."
                            : day + ". In full or with limits.");
            cards.add(people ? card.opening(list + "?ready=yes&stage=service", see(counts.deployable())) : card);
        }

        var inService = NumberCard.of(
                "In service",
                counts.inService(),
                "of " + Formats.of(counts.posts(), "post", "posts"),
                day + ". " + Formats.of(counts.vacant(), "post", "posts") + " vacant.");
        cards.add(people ? inService.opening(list + "?stage=service", see(counts.inService())) : inService);

        if (people) {
            cards.add(NumberCard.of(
                            "Cannot be decided",
                            counts.undecided(),
                            service,
                            day + ". A fact is missing, so the answer is never yes.")
                    .opening(list + "?ready=unknown&stage=service", see(counts.undecided())));
            cards.add(NumberCard.of(
                            "Change in 30 days",
                            counts.changing(),
                            counts.changing() == 1 ? "person" : "people",
                            day + " to " + Formats.shortly(today.plusDays(ForceCounts.SOON))
                                    + ". In service, something in their answer changes if nobody acts.")
                    .opening(list + "?stage=service&only=changes-soon", see(counts.changing())));
        }

        var pipeline = NumberCard.of(
                "In the pipeline",
                counts.pipeline(),
                counts.pipeline() == 1 ? "person" : "people",
                day + ". From enquiry to attestation.");
        if (!people && SmallNumbers.isSmall(counts.pipeline())) {
            pipeline = NumberCard.without("In the pipeline", "Fewer than 5", day + ". From enquiry to attestation.");
        }
        cards.add(
                people
                        ? NumberCard.of(
                                        "Stalled",
                                        counts.stalled(),
                                        "of " + Formats.withCommas(counts.pipeline()) + " in the pipeline",
                                        day + ". Longer in their stage than its target, paused days left out.")
                                .opening(list + "?stage=pipeline&only=over-target", see(counts.stalled()))
                        : pipeline);

        var definition = "Median from application, " + Formats.of(counts.attested(), "person", "people")
                + " attested since " + Formats.inWords(today.minusYears(1)) + ".";
        if (counts.attested() == 0) {
            cards.add(NumberCard.without(
                    "Time to attestation",
                    "Not known yet",
                    "Nobody has been attested since " + Formats.inWords(today.minusYears(1)) + "."));
        } else if (!people && SmallNumbers.isSmall(counts.attested())) {
            cards.add(NumberCard.without(
                    "Time to attestation",
                    "Hidden",
                    "Fewer than 5 people attested since " + Formats.inWords(today.minusYears(1)) + "."));
        } else {
            var card = NumberCard.of("Time to attestation", counts.daysToAttestation(), "days", definition);
            cards.add(people ? card.opening(list + "?only=attested-this-year", see(counts.attested())) : card);
        }
        return cards;
    }

    private static String see(int count) {
        return count == 0 ? "See the list" : count == 1 ? "See who" : "See the " + Formats.withCommas(count);
    }
}
