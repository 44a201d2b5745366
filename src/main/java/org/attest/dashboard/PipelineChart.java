package org.attest.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.attest.dashboard.ForceCounts.StageCount;
import org.attest.volunteer.Stage;

/**
 * The pipeline as a table that is its own chart. Lengths in units of the drawings: 172 wide for people, 242 for days.
 *
 * @param mostDays right end of the days
 * @param slowest the stage that takes longest beyond its target; null when all keep theirs
 */
record PipelineChart(List<Row> rows, int mostDays, Row slowest) {

    private static final double BAR = 138;
    private static final double DAYS = 238;
    private static final int ROUND_TO = 20;

    /**
     * One stage.
     *
     * @param people null when hidden
     * @param median null when nobody moved on, or too few to tell
     * @param over null when hidden
     */
    record Row(
            Stage stage,
            Integer people,
            double bar,
            Integer median,
            double medianAt,
            int target,
            double targetAt,
            Integer over) {

        public double peopleAt() {
            return round(bar + 7);
        }

        public boolean isSlow() {
            return median != null && median > target;
        }

        public int beyond() {
            return median - target;
        }
    }

    /** @param everything whether the reader may know people; else small numbers are hidden */
    static PipelineChart of(List<StageCount> stages, boolean everything) {
        var people = stages.stream().map(StageCount::people).toList();
        var shown = everything ? new ArrayList<Integer>(people) : SmallNumbers.hide(people);
        int most = Math.max(1, people.stream().mapToInt(Integer::intValue).max().orElse(1));
        int longest = stages.stream()
                .mapToInt(s -> Math.max(s.target(), s.medianDays() == null ? 0 : s.medianDays()))
                .max()
                .orElse(ROUND_TO);
        int scale = (longest + ROUND_TO - 1) / ROUND_TO * ROUND_TO;
        var rows = new ArrayList<Row>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var count = shown.get(i);
            var median = everything || stage.movedOn() >= SmallNumbers.LEAST ? stage.medianDays() : null;
            boolean tellOver = everything || count != null && SmallNumbers.maySplit(stage.over(), stage.people());
            rows.add(new Row(
                    stage.stage(),
                    count,
                    count == null ? 0 : round(BAR * count / most),
                    median,
                    median == null ? 0 : round(DAYS * median / scale),
                    stage.target(),
                    round(DAYS * stage.target() / scale),
                    tellOver ? (Integer) stage.over() : null));
        }
        Row slowest = null;
        for (var row : rows) {
            if (row.isSlow() && (slowest == null || row.beyond() > slowest.beyond())) slowest = row;
        }
        return new PipelineChart(rows, scale, slowest);
    }

    private static double round(double length) {
        return Math.round(length * 10) / 10.0;
    }
}
