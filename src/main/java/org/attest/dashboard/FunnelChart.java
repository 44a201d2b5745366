package org.attest.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.Stage;
import org.attest.volunteer.StageSettings;

/** The funnel as a table that is its own chart; lengths in units of the drawing, 240 wide. */
record FunnelChart(List<Row> rows) {

    private static final double BAR = 190;

    /**
     * One stage.
     *
     * @param reached null when hidden
     * @param conversion share of the stage before that came so far, in per cent; null for the first, or when hidden
     * @param now null for readers who may not see people
     * @param left null for readers who may not see people
     * @param median null when nobody moved on, or too few to tell
     * @param target null for service
     */
    record Row(
            Stage stage,
            Integer reached,
            double bar,
            Integer conversion,
            Integer now,
            Integer left,
            Integer median,
            Integer target) {

        public double numberAt() {
            return bar + 7;
        }

        public boolean isSlow() {
            return median != null && target != null && median > target;
        }
    }

    /** @param everything whether the reader may know people; else small numbers, and what would give them away, are hidden */
    static FunnelChart of(FunnelCounts counts, StageSettings settings, boolean everything) {
        var shown = everything
                ? counts.steps().stream().map(FunnelCounts.Step::reached).toList()
                : hidden(counts.steps().stream().map(FunnelCounts.Step::reached).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < counts.steps().size(); i++) {
            var step = counts.steps().get(i);
            var reached = shown.get(i);
            var before = i == 0 ? null : shown.get(i - 1);
            boolean mayTell =
                    step.times() != null && (everything || step.times().people() >= SmallNumbers.LEAST);
            rows.add(new Row(
                    step.stage(),
                    reached,
                    reached == null ? 0 : Math.round(BAR * 10 * reached / Math.max(1, counts.entered())) / 10.0,
                    reached == null || before == null || before == 0 ? null : Math.round(100f * reached / before),
                    everything ? (Integer) step.now() : null,
                    everything ? (Integer) step.left() : null,
                    mayTell ? (Integer) step.times().medianDays() : null,
                    settings.days().get(step.stage())));
        }
        return new FunnelChart(rows);
    }

    /** Each number comes down from the one before: shown only where neither it nor what is lost on the way is small. */
    static List<Integer> hidden(List<Integer> reached) {
        var shown = new ArrayList<Integer>();
        Integer last = null;
        for (int count : reached) {
            boolean tells = SmallNumbers.isSmall(count) || (last != null && SmallNumbers.isSmall(last - count));
            shown.add(tells ? null : (Integer) count);
            if (!tells) last = count;
        }
        return shown;
    }
}
