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
     * @param settings how the force wants its stages kept
     */
    public static WhatNext of(Volunteer person, Map<Stage, StageTimes> usual, StageSettings settings, LocalDate today) {
        var force = person.force.name;
        if (person.pausedSince != null && person.stage.isPipeline()) {
            return new WhatNext(
                    false,
                    "Nobody",
                    "Your application rests since " + Formats.inWords(person.pausedSince) + ". No time runs meanwhile.",
                    "It goes on when you and the coordinator of " + force + " say so.");
        }
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
                        settings,
                        today);
            case INTERVIEW ->
                waiting(
                        person,
                        "The coordinator of " + force,
                        "They arrange your interview, and tell you what comes out of it.",
                        usual,
                        settings,
                        today);
            case VETTING ->
                waiting(
                        person,
                        "The vetting unit of " + force,
                        "They make the checks. You are asked if something is missing.",
                        usual,
                        settings,
                        today);
            case TRAINING ->
                waiting(
                        person,
                        "You and your tutor",
                        "You work through the modules that come before service.",
                        usual,
                        settings,
                        today);
            case ATTESTATION ->
                waiting(
                        person,
                        "The coordinator of " + force,
                        person.appointmentType == AppointmentType.SPECIAL_CONSTABLE
                                ? "They arrange the day on which you make your declaration before a magistrate."
                                : "They appoint you and hand over what you need.",
                        usual,
                        settings,
                        today);
            case SERVICE ->
                new WhatNext(
                        false, "Nobody", "You are in service: nothing of the application is left.", "It is complete.");
            case LEFT ->
                Refusal.lasting(person)
                        .map(refusal -> refused(refusal, force, today))
                        .orElseGet(() -> new WhatNext(
                                false,
                                "Nobody",
                                "Your application has ended.",
                                "You can apply again; ask the coordinator of " + force + " first."));
        };
    }

    private static WhatNext refused(Refusal refusal, String force, LocalDate today) {
        return new WhatNext(
                false,
                "Nobody",
                force + " did not accept your application."
                        + (refusal.appealUntil.isBefore(today)
                                ? ""
                                : " You can ask for the decision to be looked at again until "
                                        + Formats.inWords(refusal.appealUntil) + "."),
                refusal.reapplyFrom.isAfter(today)
                        ? "You can apply again from " + Formats.inWords(refusal.reapplyFrom) + "."
                        : "You can apply again.");
    }

    private static WhatNext waiting(
            Volunteer person,
            String who,
            String what,
            Map<Stage, StageTimes> usual,
            StageSettings settings,
            LocalDate today) {
        return new WhatNext(who.startsWith("You"), who, what, when(person, usual.get(person.stage), settings, today));
    }

    /** In the force's own words where it has some, and always with a day while one can be named. */
    private static String when(Volunteer person, StageTimes times, StageSettings settings, LocalDate today) {
        boolean known = times != null && times.people() >= ENOUGH;
        int days = known ? times.medianDays() : settings.of(person.stage).targetDays();
        var by = person.clockFrom.plusDays(days);
        var words = settings.usualTime(person.stage);
        var takes = known
                ? "It usually takes " + Formats.of(days, "day", "days") + " in your force"
                : "Your force aims at " + Formats.of(days, "day", "days");
        if (words != null) takes = "Usual time: " + words + ". " + takes;
        if (!by.isBefore(today)) return takes + ": by about " + Formats.inWords(by) + ".";
        return takes + ", and it has taken "
                + Formats.of(ChronoUnit.DAYS.between(person.clockFrom, today), "day", "days")
                + " so far. You may ask why.";
    }
}
