package org.attest.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attest.web.Formats;
import org.attest.web.Refused;

/** Which moves between stages there are. Whether the person is ready for one is for {@link StageCriteria} to say. */
public final class StageMove {

    private StageMove() {}

    /** The stage after this one; empty for service and for who has left. */
    public static Optional<Stage> next(Stage stage) {
        return stage.isPipeline() ? Optional.of(Stage.values()[stage.ordinal() + 1]) : Optional.empty();
    }

    /** The stage before this one, for a correction; empty for an enquiry and for who has left. */
    public static Optional<Stage> previous(Stage stage) {
        return stage == Stage.ENQUIRY || stage == Stage.LEFT
                ? Optional.empty()
                : Optional.of(Stage.values()[stage.ordinal() - 1]);
    }

    /** Whether the move asks for the criteria of the new stage. */
    public static boolean isForward(Stage from, Stage to) {
        return from == Stage.LEFT ? to == Stage.APPLIED : to.compareTo(from) > 0;
    }

    /** The first day on which the next move may be recorded, and the day that a form offers. */
    public static LocalDate dayOffered(Volunteer person, LocalDate today) {
        return person.stageSince.isAfter(today) ? person.stageSince : today;
    }

    /**
     * Why the person would not be moved, or empty when they would.
     *
     * @param criteria those of the new stage; looked at only for a move forward
     */
    public static Optional<Refused> refusal(
            Volunteer person, Stage to, LocalDate day, String reason, List<Criterion> criteria, Clock clock) {
        var refusal = refusal(person, to, day, Texts.line(reason), clock);
        if (refusal.isPresent() || !isForward(person.stage, to)) return refusal;
        return criteria.stream().filter(c -> !c.isMet()).findFirst().map(c -> new Refused(c.sentence(), c.rule()));
    }

    private static Optional<Refused> refusal(Volunteer person, Stage to, LocalDate day, String why, Clock clock) {
        var from = person.stage;
        if (person.pausedSince != null) {
            return refused(person.called() + " is paused since " + Formats.inWords(person.pausedSince)
                    + ": the application has to go on first");
        }
        if (to == from) return refused(person.called() + " is in the " + from.slug() + " stage already");
        if (to == Stage.LEFT) return refused("Leaving is recorded with its last day and its reason");
        var wrong = Texts.fault(why, StageChange.LONGEST_REASON, false);
        if (wrong != null) return refused(wrong);
        var today = LocalDate.now(clock);
        if (day.isAfter(dayOffered(person, today))) return refused("The day of the move is in the future");
        if (day.isBefore(person.stageSince)) {
            return refused("The day of the move is before the " + from.slug() + " stage began, on "
                    + Formats.inWords(person.stageSince));
        }
        if (from == Stage.LEFT) return fromLeft(person, to, why);
        if (next(from).filter(to::equals).isPresent()) return Optional.empty();
        if (previous(from).filter(to::equals).isPresent()) {
            return why == null ? refused("Enter why " + person.called() + " goes back a stage") : Optional.empty();
        }
        return refused("People move one stage at a time: from " + from.slug() + " the next is "
                + next(from).map(Stage::slug).orElse("none"));
    }

    private static Optional<Refused> fromLeft(Volunteer person, Stage to, String why) {
        var changes = StageChange.of(person);
        var leftFrom = changes.get(changes.size() - 1).from;
        if (to != Stage.APPLIED && to != leftFrom) {
            return refused("Who has left applies again, or goes back to the " + leftFrom.slug()
                    + " stage they left from, as a correction");
        }
        return why == null ? refused("Enter why " + person.called() + " comes back") : Optional.empty();
    }

    private static Optional<Refused> refused(String sentence) {
        return Optional.of(new Refused(sentence, ""));
    }
}
