package org.attest.training;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.attest.web.Formats;

/**
 * When somebody could have passed everything a tier asks for, from the hours of learning left and their pace, with the
 * working. Days on which sessions are held, vetting and attestation are not in it.
 *
 * @param minutesLeft of learning, what was read already taken off
 * @param pace hours a month
 * @param paceSaid where the pace comes from, in a sentence
 * @param day null when nothing is left
 */
record ReadyAbout(int minutesLeft, int pace, String paceSaid, LocalDate day) {

    /** The usual minimum of hours a month (training section 1.2), until somebody has a pace of their own. */
    static final int USUAL_PACE = 16;

    static final int MOST_HOURS_A_MONTH = 200;

    /** Days that are looked back on for somebody's own pace, and how long they must have been learning for it to mean something. */
    private static final int LOOK_BACK = 90;

    private static final int LEAST = 30;
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /** @param asked the hours a month the person would like to see it for; null for their own pace so far */
    static ReadyAbout of(TrainingRecord training, Collection<ModuleDocument> modules, Integer asked) {
        int left = modules.stream().mapToInt(module -> left(training, module)).sum();
        var own = asked == null ? ownPace(training) : null;
        int pace = asked != null ? asked : own != null ? own.pace : USUAL_PACE;
        var said = asked != null
                ? "the " + Formats.of(asked, "hour", "hours") + " a month you asked for"
                : own != null ? own.said : "the usual minimum of " + USUAL_PACE + " hours a month";
        long days = (long) Math.ceil(left / 60.0 / pace * DAYS_A_MONTH);
        return new ReadyAbout(
                left, pace, said, left == 0 ? null : training.day().plusDays(days));
    }

    private record OwnPace(int pace, String said) {}

    /** From the hours of what was passed lately; null for who began only just, and who has passed nothing lately. */
    private static OwnPace ownPace(TrainingRecord training) {
        var counts = training.qualifications().stream()
                .filter(q -> q.revokedAt == null && !q.earnedOn.isAfter(training.day()))
                .toList();
        var first =
                counts.stream().map(q -> q.earnedOn).min(LocalDate::compareTo).orElse(training.day());
        long days = Math.min(LOOK_BACK, ChronoUnit.DAYS.between(first, training.day()));
        if (days < LEAST) return null;
        var since = training.day().minusDays(days);
        int hours = counts.stream()
                .filter(q -> !q.earnedOn.isBefore(since))
                .mapToInt(q -> hours(q.moduleVersion.document()))
                .sum();
        int pace = (int) Math.round(hours / (days / DAYS_A_MONTH));
        if (pace == 0) return null;
        return new OwnPace(
                pace,
                "your own pace: " + Formats.of(hours, "hour", "hours") + " in the last "
                        + Formats.of(days, "day", "days") + ", about " + Formats.of(pace, "hour", "hours")
                        + " a month");
    }

    /** Minutes of the module still to be learned. */
    private static int left(TrainingRecord training, ModuleDocument module) {
        if (training.valid(module.code()).isPresent()) return 0;
        int read = 0;
        if (module.isLearnedHere()) {
            List<String> slugs = List.copyOf(training.read(module));
            read = module.sections().stream()
                    .filter(s -> slugs.contains(s.slug()))
                    .mapToInt(ModuleDocument.Section::minutes)
                    .sum();
        }
        return Math.max(0, hours(module) * 60 - read);
    }

    private static int hours(ModuleDocument module) {
        return module.hours() == null ? 0 : module.hours();
    }

    /** Rounded up to whole hours. */
    public int hoursLeft() {
        return (minutesLeft + 59) / 60;
    }

    /** {@code about 4 months}. */
    public String takes() {
        long months = Math.round(minutesLeft / 60.0 / pace);
        return months < 1 ? "less than a month" : "about " + Formats.of(months, "month", "months");
    }
}
