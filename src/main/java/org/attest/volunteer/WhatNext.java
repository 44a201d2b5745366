package org.attest.volunteer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.attest.web.Formats;

/**
 * What happens next to somebody on the way to service, in words to themselves: who acts, what they do, and by when it
 * usually is done.
 *
 * @param yours whether it is the applicant's own move
 * @param who acts: {@code You}, {@code The coordinator of Kent Police}
 * @param what they do, in a sentence
 * @param when by when, in a sentence; honest where nobody can say
 */
public record WhatNext(boolean yours, String who, String what, String when) {

    /** People who must have moved on before a usual time is told. */
    public static final int ENOUGH = 5;

    /**
     * @param usual as {@link StageTimes#in} reads them for the force
     * @param targets days the force allows itself for each stage
     */
    public static WhatNext of(
            Volunteer person, Map<Stage, StageTimes> usual, Map<Stage, Integer> targets, LocalDate today) {
        var force = person.force.name;
        return switch (person.stage) {
            case ENQUIRY ->
                new WhatNext(
                        true,
                        "You",
                        "Fill in your application and send it.",
                        "There is no deadline. What you save is kept, so that you can go on another evening.");
            case APPLIED ->
                waiting(
                        person,
                        "The coordinator of " + force,
                        "They read your application and tell you whether you are invited to an interview.",
                        usual,
                        targets,
                        today);
            case INTERVIEW ->
                waiting(
                        person,
                        "The coordinator of " + force,
                        "They arrange your interview, and tell you what comes out of it.",
                        usual,
                        targets,
                        today);
            case VETTING ->
                waiting(
                        person,
                        "The vetting unit of " + force,
                        "They make the checks. You are asked if something is missing.",
                        usual,
                        targets,
                        today);
            case TRAINING ->
                waiting(
                        person,
                        "You and your tutor",
                        "You work through the modules that come before service.",
                        usual,
                        targets,
                        today);
            case ATTESTATION ->
                waiting(
                        person,
                        "The coordinator of " + force,
                        person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                                ? "They arrange the day on which you make your declaration before a magistrate."
                                : "They appoint you and hand over what you need.",
                        usual,
                        targets,
                        today);
            case SERVICE ->
                new WhatNext(
                        false, "Nobody", "You are in service: nothing of the application is left.", "It is complete.");
            case LEFT ->
                new WhatNext(
                        false,
                        "Nobody",
                        "Your application has ended.",
                        "You can apply again; ask the coordinator of " + force + " first.");
        };
    }

    private static WhatNext waiting(
            Volunteer person,
            String who,
            String what,
            Map<Stage, StageTimes> usual,
            Map<Stage, Integer> targets,
            LocalDate today) {
        return new WhatNext(who.startsWith("You"), who, what, when(person, usual.get(person.stage), targets, today));
    }

    private static String when(Volunteer person, StageTimes times, Map<Stage, Integer> targets, LocalDate today) {
        boolean known = times != null && times.people() >= ENOUGH;
        int days = known ? times.medianDays() : targets.get(person.stage);
        var by = person.stageSince.plusDays(days);
        var takes = known
                ? "It usually takes " + Formats.of(days, "day", "days") + " in your force"
                : "Your force aims at " + Formats.of(days, "day", "days");
        if (!by.isBefore(today)) return takes + ": by about " + Formats.inWords(by) + ".";
        return takes + ", and it has taken "
                + Formats.of(ChronoUnit.DAYS.between(person.stageSince, today), "day", "days")
                + " so far. You may ask why.";
    }
}
