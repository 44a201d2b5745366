package org.attest.readiness;

import java.time.LocalDate;
import java.util.List;
import org.attest.policy.Tier;

/**
 * The answer as one viewer may read it, in sentences ready for a page: what {@link Readiness#ask} returns. It holds
 * nothing the viewer may not know, so a page may show all of it.
 *
 * @param own whether it speaks to the person themself, as you
 * @param mark kind of the mark: met, soon, unmet, unknown
 * @param answerWords {@code Not deployable}
 * @param sentence the answer to read aloud: {@code Rowan cannot be deployed on open-source research today.}
 * @param why the counts, and how many moves are the viewer's
 * @param facts the row of dates under the answer
 * @param groups every finding: not met, cannot decide, due soon, met; groups without findings are left out
 * @param way the steps to deployable; nothing in it when there is nothing to do
 * @param strip the answer and each finding over time
 * @param policy {@code National policy 1}; a list, because a force may add its own
 * @param notYetAsked what the policy does not ask for yet: to be said wherever the answer is
 * @param nextChangeOn first later day on which anything here changes if nobody acts; null when none is in sight
 */
public record SeenVerdict(
        Tier tier,
        LocalDate day,
        boolean own,
        Answer answer,
        String mark,
        String answerWords,
        String sentence,
        String why,
        List<Fact> facts,
        List<Group> groups,
        Way way,
        Strip strip,
        List<PolicyLink> policy,
        List<String> notYetAsked,
        LocalDate nextChangeOn) {

    /** A term, its value, and a smaller line that explains it (may be empty). */
    public record Fact(String term, String value, String note) {}

    /**
     * Findings that stand alike.
     *
     * @param brief whether one line each is enough: they are met
     */
    public record Group(String heading, String mark, boolean brief, List<SeenFinding> findings) {
        public int count() {
            return findings.size();
        }
    }

    /**
     * One requirement.
     *
     * @param truth as a truth that should hold
     * @param source rule, and national or stricter here
     * @param evidence the facts behind it
     * @param whose {@code Your move}, the owner, or {@code No move for you}
     * @param yours whether the move is the viewer's
     * @param move what to do; may be empty
     * @param when the date that counts, in words
     * @param whenNote the other date, in words; may be empty
     * @param brief one line for a requirement that is met
     */
    public record SeenFinding(
            String code,
            String truth,
            String source,
            String mark,
            String evidence,
            String whose,
            boolean yours,
            String move,
            String when,
            String whenNote,
            String brief) {}

    /**
     * Shortest way to deployable.
     *
     * @param steps in the order in which they can be taken
     * @param heading where it leads, in words: {@code Earliest Wednesday 1 July 2026}
     * @param earliest first day that could be a yes; null where nobody can say
     */
    public record Way(List<Step> steps, String heading, LocalDate earliest) {}

    /**
     * @param code of the requirement it sees to
     * @param what as a command or, where nobody can act, what has to happen
     * @param owner whose step, in words; {@code You} for the viewer
     * @param when in words: {@code Possible today}
     * @param needed false for what only keeps the answer a yes
     */
    public record Step(String code, String what, String owner, boolean yours, String when, boolean needed) {
        boolean isTheSameActAs(Step other) {
            return what.equals(other.what) && owner.equals(other.owner) && when.equals(other.when);
        }
    }

    /**
     * The answer over time, drawn on a canvas 1102 units wide whose days begin at 236.
     *
     * @param dayX where the asked day begins
     */
    public record Strip(
            LocalDate from, LocalDate to, double dayX, List<Month> months, List<Lane> lanes, List<Row> rows) {
        public static final int WIDTH = 1102;
        public static final int LEFT = 236;
    }

    /** The first of a month. */
    public record Month(double x, String name) {}

    /**
     * @param answer true for the solid rows of the answer, false for a finding's tinted one
     */
    public record Lane(String title, String note, boolean answer, List<Bar> bars) {}

    /** @param kind met, soon, unmet, unknown, closed */
    public record Bar(LocalDate from, LocalDate lastDay, String kind, String words, double x, double width) {}

    /** The same dates for reading: a day, the answer from then on, and what changes. */
    public record Row(LocalDate from, String answer, String ifStepsAreTaken, String what) {}

    /** A published policy behind the answer. */
    public record PolicyLink(String issuer, int number, String words) {}
}
