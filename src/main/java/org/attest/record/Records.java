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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.audit.Deed;
import org.attest.policy.Tier;
import org.attest.readiness.Readiness;
import org.attest.readiness.SeenHold;
import org.attest.readiness.SeenVerdict;
import org.attest.readiness.Viewer;
import org.attest.recruitment.application.DigitalSkill;
import org.attest.security.CurrentUser;
import org.attest.security.Permission;
import org.attest.volunteer.Appointment;
import org.attest.volunteer.Attestation;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.Equipment;
import org.attest.volunteer.RecordViewed;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.TierGrant;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Option;
import org.attest.web.TimelineEntry;
import org.attest.web.Wording;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A person's record: may they be deployed, who are they, what happened. Every look at it is entered in the trail. */
@Path("/volunteers/{ref}")
@Transactional
@Produces(MediaType.TEXT_HTML)
public class Records {

    private static final int RECENT = 6;
    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Readiness readiness;

    @Inject
    StageTargets targets;

    @Inject
    Wording wording;

    @Inject
    Event<Deed> deeds;

    /** A step with what the viewer can do about it; {@code act} may be null. */
    record ActingStep(SeenVerdict.Step step, Act act) {}

    /** A finding with what the viewer can do about it; {@code act} may be null. */
    record ActingFinding(SeenVerdict.SeenFinding finding, Act act) {}

    record ActingGroup(SeenVerdict.Group group, List<ActingFinding> findings) {}

    /** @param asked whether a day other than today or another role was asked for */
    record readiness(
            Identity identity,
            SeenVerdict seen,
            TimeStrip strip,
            List<ActingStep> steps,
            List<ActingGroup> groups,
            int requirements,
            Form form,
            List<Option> tiers,
            boolean asked,
            List<TimelineEntry> recent,
            int entries)
            implements TemplateInstance {}

    record profile(
            Identity identity,
            Volunteer person,
            boolean personal,
            LocalDate today,
            List<SeenHold> holds,
            boolean someHidden,
            List<Appointment> appointments,
            List<Attestation> attestations,
            List<Equipment> equipment,
            List<TierGrant> tiers,
            SeenClearances clearances,
            Eligibility eligibility,
            List<DigitalSkill> skills,
            Act readSkills,
            Act readApplication,
            Act readReferences,
            Recorded recorded,
            FromFiles origins,
            boolean mayImport,
            Act changeDetails,
            Act recordEligibility,
            Act appoint,
            Act attest,
            Act equip,
            Act hold,
            Act move,
            Act pause)
            implements TemplateInstance {}

    record history(Identity identity, List<TimelineEntry> entries) implements TemplateInstance {}

    @GET
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public RestResponse<TemplateInstance> show(@RestPath String ref) {
        return answer(person(ref), Form.blank());
    }

    /** The answer for any day and role: {@code ?on=2026-07-01&tier=T1}, or the day in the form's three boxes. */
    @GET
    @Path("readiness")
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public RestResponse<TemplateInstance> readiness(@RestPath String ref, @Context UriInfo asked) {
        var person = person(ref);
        return answer(person, Form.of(new MultivaluedHashMap<>(asked.getQueryParameters())));
    }

    @GET
    @Path("profile")
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance profile(@RestPath String ref) {
        var person = person(ref);
        var today = LocalDate.now(clock);
        var viewer = Viewer.of(user, person);
        var holds = readiness.holds(person, viewer);
        var equipment = Equipment.of(person);
        seen(person, "profile");
        return new profile(
                identity(person, viewer, holds, equipment, today),
                person,
                user.may(Permission.SEE_PERSONAL_DETAILS, person.force),
                today,
                holds,
                holds.stream().anyMatch(h -> !h.isKnown()),
                Appointment.of(person),
                Attestation.of(person),
                equipment,
                TierGrant.of(person),
                SeenClearances.of(person, user, today).orElse(null),
                Eligibility.newest(person).orElse(null),
                DigitalSkill.of(person),
                Act.readSkills(person, user).orElse(null),
                Act.readApplication(person, user).orElse(null),
                Act.readReferences(person, user).orElse(null),
                Recorded.of(person, user),
                FromFiles.of(person),
                user.may(Permission.IMPORT_PEOPLE, person.force),
                Act.changeDetails(person, user).orElse(null),
                Act.recordEligibility(person, user).orElse(null),
                Act.appoint(person, user).orElse(null),
                Act.attest(person, user).orElse(null),
                Act.equip(person, user).orElse(null),
                Act.hold(person, user).orElse(null),
                Act.move(person, user).orElse(null),
                Act.pause(person, user).orElse(null));
    }

    @GET
    @Path("history")
    @PermissionsAllowed(Permission.SEE_PEOPLE)
    public TemplateInstance history(@RestPath String ref) {
        var person = person(ref);
        var today = LocalDate.now(clock);
        var viewer = Viewer.of(user, person);
        var holds = readiness.holds(person, viewer);
        seen(person, "history");
        return new history(
                identity(person, viewer, holds, Equipment.of(person), today),
                RecordHistory.of(person, holds, today, wording));
    }

    private RestResponse<TemplateInstance> answer(Volunteer person, Form form) {
        var today = LocalDate.now(clock);
        var day =
                Optional.ofNullable(form.dayAsked("on", "The day to ask about")).orElse(today);
        var tier = tier(form);
        var viewer = Viewer.of(user, person);
        var seen = readiness.ask(person, tier, day, viewer);
        var holds = readiness.holds(person, viewer);
        var history = RecordHistory.of(person, holds, today, wording);
        var steps = seen.way().steps().stream()
                .map(s -> new ActingStep(s, s.yours() ? act(s.code(), person) : null))
                .toList();
        var groups = seen.groups().stream()
                .map(g -> new ActingGroup(
                        g,
                        g.findings().stream()
                                .map(f -> new ActingFinding(f, f.yours() ? act(f.code(), person) : null))
                                .toList()))
                .toList();
        boolean asked = !day.equals(today) || tier != Tier.FIRST_LIVE;
        var now = asked ? readiness.ask(person, Tier.FIRST_LIVE, today, viewer) : seen;
        var identity = identity(person, now, holds, Equipment.of(person), today);
        if (form.isSound()) form = boxes(day, tier);
        seen(person, "readiness");
        var page = new readiness(
                identity,
                seen,
                TimeStrip.of(seen, today),
                steps,
                groups,
                groups.stream().mapToInt(g -> g.findings().size()).sum(),
                form,
                tiers(),
                asked,
                history.subList(0, Math.min(RECENT, history.size())),
                history.size());
        return form.isSound()
                ? RestResponse.ok(page)
                : ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE)
                        .entity(page)
                        .build();
    }

    private static Tier tier(Form form) {
        var typed = form.typed("tier").strip();
        if (typed.isEmpty()) return Tier.FIRST_LIVE;
        for (var tier : Tier.values()) if (tier.name().equals(typed)) return tier;
        form.refuse("tier", "Choose a role from the list");
        return Tier.FIRST_LIVE;
    }

    private static Form boxes(LocalDate day, Tier tier) {
        return Form.showing(Map.of("tier", tier.name())).withDay("on", day);
    }

    private static List<Option> tiers() {
        var options = new ArrayList<Option>();
        for (var tier : Tier.values()) {
            options.add(
                    new Option(tier.name(), tier.label() + ", " + tier.words().toLowerCase()));
        }
        return options;
    }

    private Volunteer person(String ref) {
        var person = Volunteer.byRef(ref).orElseThrow(NotFoundException::new);
        user.require(Permission.SEE_PEOPLE, person.force);
        return person;
    }

    private Act act(String code, Volunteer person) {
        return Act.seeingTo(code, person, user).orElse(null);
    }

    private Identity identity(
            Volunteer person, Viewer viewer, List<SeenHold> holds, List<Equipment> equipment, LocalDate today) {
        return identity(person, readiness.ask(person, Tier.FIRST_LIVE, today, viewer), holds, equipment, today);
    }

    private Identity identity(
            Volunteer person, SeenVerdict now, List<SeenHold> holds, List<Equipment> equipment, LocalDate today) {
        return Identity.of(
                person,
                now,
                holds,
                equipment,
                StageSettings.in(person.force, targets),
                today,
                main(person, now),
                Act.maySeeTraining(person, user),
                wording.stage(person.stage.name()));
    }

    /** The one thing to offer on top: in the pipeline the next stage, in service the first step that is the viewer's. */
    private Act main(Volunteer person, SeenVerdict now) {
        if (person.stage != Stage.SERVICE) {
            var move = person.pausedSince == null ? Act.move(person, user) : Act.pause(person, user);
            if (move.isPresent()) return move.get();
        }
        return now.way().steps().stream()
                .filter(SeenVerdict.Step::yours)
                .map(s -> Act.seeingTo(s.code(), person, user))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Act.hold(person, user))
                .or(() -> Act.changeDetails(person, user))
                .orElse(null);
    }

    private void seen(Volunteer person, String part) {
        deeds.fire(new RecordViewed(user.actorIn(person.force), person, part));
    }
}
