package org.attest.recruitment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.attest.volunteer.OwnTask;
import org.attest.volunteer.OwnTasks;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;
import org.attest.volunteer.StageTargets;
import org.attest.volunteer.StageTimes;
import org.attest.volunteer.Volunteer;
import org.attest.volunteer.WhatNext;
import org.attest.web.Formats;

/** What happens next to somebody, as each of their own pages says it. */
@ApplicationScoped
public class NextSteps {

    @Inject
    StageTargets targets;

    @Inject
    OwnTasks tasks;

    @Inject
    Clock clock;

    /** For every page of one's own: somebody in service reads what waits for them, or that nothing does. */
    public WhatNext of(Volunteer person) {
        var today = LocalDate.now(clock);
        var next = of(person, StageTimes.in(person.force, today), today);
        return next != null ? next : asked(person, today).orElse(NOTHING_WAITS);
    }

    /** @param usual as {@link StageTimes#in} reads them for the force; null answer for who is in service */
    public WhatNext of(Volunteer person, Map<Stage, StageTimes> usual, LocalDate today) {
        if (person.stage == Stage.SERVICE) return null;
        if (person.stage.isPipeline()) {
            // what they are asked is their move, whoever else works on the application or whether it rests
            var asked = asked(person, today);
            if (asked.isPresent()) return asked.get();
        }
        boolean waitsForThem = person.stage == Stage.APPLIED
                && person.pausedSince == null
                && Application.newest(person).filter(a -> !a.isSent()).isPresent();
        return waitsForThem
                ? new WhatNext(
                        true,
                        "You",
                        "Read the application that was typed for you, agree to it and send it.",
                        "Nothing goes on before that, and there is no deadline.")
                : WhatNext.of(person, usual, StageSettings.in(person.force, targets), today);
    }

    private static final WhatNext NOTHING_WAITS = new WhatNext(
            false,
            "Nobody",
            "Nothing waits for you now.",
            "You are told when something does, and see it on your status.");

    /** What is asked of the person with the soonest day. */
    private Optional<WhatNext> asked(Volunteer person, LocalDate today) {
        return tasks.of(person, today).stream()
                .findFirst()
                .map(task -> new WhatNext(true, "You", sentence(task.what()) + because(task), when(task, today)));
    }

    private static String because(OwnTask task) {
        return task.why() == null ? "" : " " + sentence(task.why());
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static String when(OwnTask task, LocalDate today) {
        if (task.due() == null) return "There is no deadline.";
        return task.due().isBefore(today)
                ? "It was due on " + Formats.inWords(task.due()) + ": do it now, or tell your coordinator."
                : "By " + Formats.inWords(task.due()) + ".";
    }
}
