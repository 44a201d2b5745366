package org.attest.recruitment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.attest.policy.Owner;
import org.attest.readiness.Answer;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;

/**
 * One line of the list: only what it shows, so that nothing else is loaded.
 *
 * @param answer the stored answer today; null where none is worked out yet
 * @param clockFrom first day of the stage, moved on by paused days
 * @param pausedSince first day of the pause that lasts; null while none does
 * @param why in words that name no hidden cause; null where none is worked out yet
 * @param movers whose moves are open, as names of {@link Owner} with commas; null where there are none
 * @param mine the owners that the viewer is
 */
public record PersonRow(
        String ref,
        String name,
        String forceNumber,
        AppointmentType type,
        Stage stage,
        LocalDate stageSince,
        LocalDate clockFrom,
        LocalDate pausedSince,
        String cohort,
        Answer answer,
        String why,
        LocalDate nextChangeOn,
        String movers,
        Set<Owner> mine) {

    PersonRow(
            String ref,
            String name,
            String forceNumber,
            AppointmentType type,
            Stage stage,
            LocalDate stageSince,
            LocalDate clockFrom,
            LocalDate pausedSince,
            String cohort,
            Answer answer,
            String why,
            LocalDate nextChangeOn,
            String movers) {
        this(
                ref,
                name,
                forceNumber,
                type,
                stage,
                stageSince,
                clockFrom,
                pausedSince,
                cohort,
                answer,
                why,
                nextChangeOn,
                movers,
                Set.of());
    }

    PersonRow seenBy(Set<Owner> viewer) {
        return new PersonRow(
                ref,
                name,
                forceNumber,
                type,
                stage,
                stageSince,
                clockFrom,
                pausedSince,
                cohort,
                answer,
                why,
                nextChangeOn,
                movers,
                viewer);
    }

    public boolean isInService() {
        return stage == Stage.SERVICE;
    }

    public boolean isGone() {
        return stage == Stage.LEFT;
    }

    /** The answer as the list tells it: what is not worked out is not decided. */
    public Answer told() {
        return answer == null ? Answer.CANNOT_DECIDE : answer;
    }

    public String whyTold() {
        return why == null ? "Not worked out yet" : why;
    }

    /** Days in the stage without paused ones, the first counted. */
    public long daysInStage(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(clockFrom, isPaused() ? pausedSince : today.plusDays(1)));
    }

    public boolean isPaused() {
        return pausedSince != null;
    }

    /** Whether a move is the viewer's. */
    public boolean isYours() {
        return isInService() && owners().stream().anyMatch(mine::contains);
    }

    /** {@code and the volunteer}, beside the viewer's own move; null where the viewer is the only one. */
    public String andOthers() {
        var others = words(owners().stream().filter(o -> !mine.contains(o)));
        return others.isEmpty() ? null : "and " + others.substring(0, 1).toLowerCase() + others.substring(1);
    }

    /** Who has to act, in words. */
    public String whose() {
        if (isGone()) return "Nobody";
        if (!isInService()) {
            return isPaused() ? "Nobody" : StageSettings.owner(stage).words();
        }
        var words = words(owners().stream());
        if (!words.isEmpty()) return words;
        return told().isYes() ? "No move yet" : "No move for you";
    }

    private List<Owner> owners() {
        if (movers == null || movers.isEmpty()) return List.of();
        return Stream.of(movers.split(",")).map(Owner::valueOf).toList();
    }

    private static String words(Stream<Owner> owners) {
        var words = owners.map(Owner::words).toList();
        return words.size() < 2 ? String.join("", words) : words.get(0) + " and " + (words.size() - 1) + " more";
    }
}
