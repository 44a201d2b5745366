package org.attest.record;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attest.audit.Deed;
import org.attest.audit.TrailEntry;
import org.attest.policy.Tier;
import org.attest.readiness.Readiness;
import org.attest.readiness.SeenHold;
import org.attest.readiness.SeenVerdict;
import org.attest.readiness.Viewer;
import org.attest.recruitment.application.NextSteps;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.security.Role;
import org.attest.security.RoleGrant;
import org.attest.vetting.Clearance;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.MergedRecord;
import org.attest.volunteer.OwnRecord;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTasks;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Refusal;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageChange;
import org.attest.volunteer.StagePeriod;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.ClockOfAttest;

/** A volunteer's or applicant's own page: may I go on duty, why, what next, whom to ask, and who looks at my record. */
@Path("/me")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class OwnRecords {

    /** Days back that the views of a record are told. */
    private static final int VIEWS_BACK = 30;

    private static final String OWN_PAGE = "own page";
    private static final String VIEWED = "record viewed";

    @Inject
    CurrentUser user;

    @Inject
    OwnRecord ownRecord;

    @Inject
    Clock clock;

    @Inject
    Readiness readiness;

    @Inject
    Event<Deed> deeds;

    @Inject
    NextSteps nextSteps;

    @Inject
    OwnTasks ownTasks;

    /** Somebody to turn to, and with what. */
    record Contact(String name, String role, String about) {}

    /**
     * One stage on the way.
     *
     * @param kind met when it is behind, soon when it is now, vacant when it is ahead
     * @param days spent in it so far; null when it is ahead
     * @param usually median days of others; null when too few to tell
     */
    record Milestone(Stage stage, String kind, Long days, LocalDate since, Integer usually) {}

    /**
     * @param refusal by which they left; null for everybody else
     * @param ended whether they left before they came into service
     * @param ahead what happens next on the way to service; null in service
     * @param tasks what waits for the person themselves, soonest due first
     * @param hold what others see of a hold that lasts now; null without one
     */
    record show(
            LocalDate today,
            Volunteer person,
            boolean pipeline,
            boolean left,
            Refusal refusal,
            boolean ended,
            String force,
            WhatNext ahead,
            List<OwnTask> tasks,
            SeenVerdict seen,
            SeenVerdict.Step next,
            List<SeenVerdict.Step> after,
            List<SeenHold> holds,
            SeenHold hold,
            List<Contact> contacts,
            List<Milestone> milestones,
            List<Equipment> equipment,
            List<Clearance> clearances,
            int viewers)
            implements TemplateInstance {}

    record nobody(LocalDate today, String name, String email) implements TemplateInstance {}

    /** One look at the record. */
    record View(String who, String role, Instant when) {}

    record views(LocalDate since, int viewers, List<View> views, WhatNext next) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance show() {
        var today = LocalDate.now(clock);
        var found = own();
        if (found.isEmpty()) return new nobody(today, user.name(), user.email());
        var person = found.get();
        var self = Viewer.of(user, person);
        var seen = readiness.ask(person, Tier.FIRST_LIVE, today, self);
        var steps = seen.way().steps();
        var next = steps.stream().filter(SeenVerdict.Step::yours).findFirst().orElse(null);
        var lasting = readiness.holds(person, self).stream()
                .filter(h -> h.lastsOn(today))
                .toList();
        var masked = readiness.holds(person, Viewer.plain()).stream()
                .filter(h -> h.lastsOn(today))
                .findFirst()
                .orElse(null);
        var usual = StageTimes.in(person.force, today);
        var page = new show(
                today,
                person,
                person.stage.isPipeline(),
                person.stage == Stage.LEFT,
                Refusal.lasting(person).orElse(null),
                endedBeforeService(person),
                person.force.name,
                nextSteps.of(person, usual, today),
                ownTasks.of(person, today),
                seen,
                next,
                steps.stream().filter(s -> s != next).toList(),
                lasting,
                masked,
                contacts(person, !lasting.isEmpty()),
                milestones(person, usual, today),
                Equipment.of(person).stream().filter(e -> e.returnedOn == null).toList(),
                Clearance.of(person),
                viewers(looks(person, today)));
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, OWN_PAGE));
        return page;
    }

    /** Who has looked at my record in the last thirty days. */
    @GET
    @Path("views")
    @PermissionsAllowed(Permission.SEE_OWN_RECORD)
    public TemplateInstance views() {
        var today = LocalDate.now(clock);
        var person = own().orElseThrow(NotFoundException::new);
        var looks = looks(person, today);
        var views = new views(
                today.minusDays(VIEWS_BACK),
                viewers(looks),
                looks.stream()
                        .map(l -> new View(l.actor().name(), l.actor().role(), l.enteredAt()))
                        .toList(),
                nextSteps.of(person));
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, OWN_PAGE));
        return views;
    }

    private Optional<Volunteer> own() {
        return ownRecord.now();
    }

    /** Looks of others at the record. */
    private List<TrailEntry> looks(Volunteer person, LocalDate today) {
        var since =
                today.minusDays(VIEWS_BACK).atStartOfDay(ClockOfAttest.LONDON).toInstant();
        var own = user.actorIn(null).ref();
        // the trail knows a record that was merged into this one by the reference it had
        var refs = Stream.concat(
                Stream.of(person.ref), MergedRecord.of(person).stream().map(m -> m.ref));
        return refs.flatMap(ref -> TrailEntry.about(ref, VIEWED, since).stream())
                .filter(e -> !e.actor().ref().equals(own))
                .sorted(Comparator.comparing(TrailEntry::enteredAt).reversed())
                .toList();
    }

    private static int viewers(List<TrailEntry> looks) {
        return (int) looks.stream().map(l -> l.actor().ref()).distinct().count();
    }

    /** Left on the way to service. Of somebody entered as having left already, the way is not known. */
    private static boolean endedBeforeService(Volunteer person) {
        if (person.stage != Stage.LEFT) return false;
        var stages = StageChange.of(person).stream().map(c -> c.to).toList();
        return !stages.contains(Stage.SERVICE) && stages.stream().anyMatch(Stage::isPipeline);
    }

    private static List<Contact> contacts(Volunteer person, boolean onHold) {
        var about = new LinkedHashMap<Role, String>();
        about.put(
                Role.COORDINATOR,
                person.stage.isPipeline()
                        ? "Your application, your details and what comes next"
                        : "Your record, your equipment and what comes next");
        if (person.stage == Stage.SERVICE || person.stage == Stage.TRAINING) {
            about.put(Role.SUPERVISOR, "Shifts and one-to-ones");
        }
        about.put(Role.WELFARE_OFFICER, onHold ? "How you are, and being off duty" : "How you are");
        return RoleGrant.heldIn(person.force, about.keySet()).stream()
                .sorted(Comparator.comparing(g -> List.copyOf(about.keySet()).indexOf(g.role)))
                .map(g -> new Contact(g.account.name, g.role.words(), about.get(g.role)))
                .toList();
    }

    private static List<Milestone> milestones(Volunteer person, Map<Stage, StageTimes> usual, LocalDate today) {
        if (!person.stage.isPipeline()) return List.of();
        var spent = new LinkedHashMap<Stage, StagePeriod>();
        for (var period : StageChange.periods(person, today)) spent.put(period.stage(), period);
        var milestones = new ArrayList<Milestone>();
        for (var stage : Stage.values()) {
            if (stage == Stage.LEFT) continue;
            var times = usual.get(stage);
            var usually = times == null || times.people() < WhatNext.ENOUGH ? null : (Integer) times.medianDays();
            int order = stage.compareTo(person.stage);
            var period = order > 0 ? null : spent.get(stage);
            if (order < 0 && period == null) continue;
            milestones.add(new Milestone(
                    stage,
                    order < 0 ? "met" : order == 0 ? "soon" : "vacant",
                    period == null ? null : (Long) period.days(),
                    period == null ? null : period.firstDay(),
                    stage == Stage.SERVICE ? null : usually));
        }
        return milestones;
    }
}
