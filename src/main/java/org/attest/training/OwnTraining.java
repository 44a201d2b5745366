package org.attest.training;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.attest.policy.Tier;
import org.attest.security.Permission;
import org.attest.volunteer.TierGrant;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Form;
import org.attest.web.Formats;

/** My training: every module of the tier one works towards, by how it stands, what comes next, and when one could be ready. */
@Path("/me/training")
@Transactional
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permission.SEE_OWN_RECORD)
public class OwnTraining {

    @Inject
    Studies studies;

    /** The modules that stand alike. */
    record Group(ModuleStanding.State state, List<OwnModule> modules) {}

    /**
     * @param passed how many of the modules of the tier are passed and in date, of {@code asked}
     * @param ready null where the tier asks for nothing
     * @param revoked results that do not count any more, newest first, with their reason
     */
    record show(
            Tier tier,
            List<Group> groups,
            int passed,
            int asked,
            ReadyAbout ready,
            List<Qualification> revoked,
            Form form,
            WhatNext next)
            implements TemplateInstance {}

    @GET
    public Response show(@Context UriInfo address) {
        var form = Form.of(address.getQueryParameters());
        Integer pace = null;
        if (form.text("pace") != null) {
            pace = form.number("pace");
            if (pace < 1 || pace > ReadyAbout.MOST_HOURS_A_MONTH) {
                form.refuse("pace", "Enter hours a month as a whole number from 1 to " + ReadyAbout.MOST_HOURS_A_MONTH);
                pace = null;
            }
        }
        var person = studies.shown();
        return Response.status(form.isSound() ? 200 : 422)
                .entity(page(person, studies.training(person), form, pace))
                .build();
    }

    private static TemplateInstance page(Volunteer person, TrainingRecord training, Form form, Integer pace) {
        var tier = tier(person, training);
        var set = asked(training, tier);
        var modules = shown(training, set).map(m -> OwnModule.of(training, m)).toList();
        var groups = Arrays.stream(ModuleStanding.State.values())
                .map(state -> new Group(
                        state, modules.stream().filter(m -> m.state() == state).toList()))
                .filter(group -> !group.modules.isEmpty())
                .toList();
        return new show(
                tier,
                groups,
                (int) set.stream()
                        .filter(m -> training.valid(m.code()).isPresent())
                        .count(),
                set.size(),
                set.isEmpty() ? null : ReadyAbout.of(training, set, pace),
                training.qualifications().stream()
                        .filter(q -> q.revokedAt != null)
                        .sorted(Comparator.comparing((Qualification q) -> q.revokedAt)
                                .reversed())
                        .toList(),
                form,
                next(person, modules));
    }

    /** The tier one has, or the first with live access for everybody on the way to it. */
    private static Tier tier(Volunteer person, TrainingRecord training) {
        return TierGrant.of(person).stream()
                .filter(grant -> grant.lastsOn(training.day()))
                .map(grant -> grant.tier)
                .filter(tier -> tier.compareTo(Tier.FIRST_LIVE) > 0)
                .max(Comparator.naturalOrder())
                .orElse(Tier.FIRST_LIVE);
    }

    /**
     * What the tier asks for, in the order of the codes: what is left to forces where this one has switched it on, the yearly
     * modules once what they need is a year old.
     */
    private static List<ModuleDocument> asked(TrainingRecord training, Tier tier) {
        var set = training.curriculum().tiers().tiers().get(tier.name());
        if (set == null) return List.of();
        var chosen = ModuleChoice.switchedOn(training.person().force);
        return training.curriculum().modules().stream()
                .filter(m -> !m.isLeftToForces() || chosen.contains(m.code()))
                .filter(m -> set.modules().contains(m.code())
                        || set.afterFirstYear().contains(m.code()) && isYearly(training, m))
                .toList();
    }

    private static boolean isYearly(TrainingRecord training, ModuleDocument module) {
        var yearAgo = training.day().minusYears(1);
        return module.prerequisites().stream().allMatch(code -> training.latest(code)
                .filter(q -> !q.earnedOn.isAfter(yearAgo))
                .isPresent());
    }

    /** What is asked, and what else is passed and in date or open. */
    private static Stream<ModuleDocument> shown(TrainingRecord training, List<ModuleDocument> asked) {
        return training.curriculum().modules().stream()
                .filter(m -> asked.contains(m)
                        || training.valid(m.code()).isPresent()
                        || training.open(m.code()).isPresent());
    }

    /** The first of them that is the learner's to do; else what they wait for. */
    static WhatNext next(Volunteer person, List<OwnModule> modules) {
        var coordinator = "The coordinator of " + person.force.name;
        for (var one :
                modules.stream().sorted(Comparator.comparing(OwnModule::state)).toList()) {
            if (one.step() == null || one.state() == ModuleStanding.State.WAITS_FOR_DAY) continue;
            return new WhatNext(true, "You", one.step() + ": " + one.module().label() + ".", one.sentence() + ".");
        }
        for (var one : modules) {
            if (one.state() == ModuleStanding.State.WAITS_FOR_DAY) {
                return new WhatNext(true, "You", "Try " + one.module().label() + " again.", one.sentence() + ".");
            }
        }
        for (var one : modules) {
            if (one.state() == ModuleStanding.State.WITH_COORDINATOR) {
                return new WhatNext(
                        false,
                        coordinator,
                        "They decide how it goes on with " + one.module().label() + ".",
                        "No day can be named. You can ask them.");
            }
        }
        var open = modules.stream().filter(m -> !m.state().isPassed()).toList();
        if (!open.isEmpty() && open.stream().allMatch(m -> m.state() == ModuleStanding.State.WAITING)) {
            return new WhatNext(
                    true, "You", "Pass first what it needs.", open.get(0).sentence() + ".");
        }
        if (!open.isEmpty()) {
            return new WhatNext(
                    false,
                    coordinator,
                    "They tell you when you are taught or assessed.",
                    "No day is set yet: look again in a few days.");
        }
        return modules.stream()
                .filter(m -> m.standing().lastDay() != null)
                .min(Comparator.comparing(m -> m.standing().lastDay()))
                .map(m -> new WhatNext(
                        true,
                        "You",
                        "Renew " + m.module().label() + " when its time comes.",
                        "From " + Formats.inWords(m.standing().lastDay().minusDays(QualificationTerm.ENDS_SOON))
                                + ". You are reminded."))
                .orElse(new WhatNext(
                        false, "Nobody", "Nothing waits for you now.", "You are told when something does."));
    }
}
