package org.attest.dashboard;

import java.util.ArrayList;
import java.util.List;

/** One mark per post, vacancies included, in rows of sixteen; nothing where a force has too many to count by eye. */
record PostMarks(List<Mark> marks, int height) {

    private static final int A_ROW = 16;
    private static final double STEP = 23.2;
    private static final int LINE = 26;
    private static final int MARK = 20;
    private static final int MOST = 160;

    /** @param kind the shape and colour of the answer, {@code vacant} for a post nobody holds */
    record Mark(String symbol, String kind, double x, int y) {}

    static PostMarks of(ForceCounts counts, boolean everything, boolean split) {
        var kinds = new ArrayList<String>();
        if (everything) {
            add(kinds, "met", counts.inFull());
            add(kinds, "soon", counts.withLimits());
            add(kinds, "unknown", counts.undecided());
            add(kinds, "unmet", counts.notDeployable());
        } else if (split) {
            add(kinds, "met", counts.deployable());
            add(kinds, "closed", counts.inService() - counts.deployable());
        } else {
            add(kinds, "people", counts.inService());
        }
        add(kinds, "vacant", counts.vacant());
        if (kinds.size() > MOST) return new PostMarks(List.of(), 0);
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            boolean coloured = !kind.equals("vacant") && !kind.equals("people");
            marks.add(new Mark(
                    kind, coloured ? kind : "closed", Math.round(i % A_ROW * STEP * 10) / 10.0, i / A_ROW * LINE));
        }
        return new PostMarks(marks, (Math.max(0, marks.size() - 1) / A_ROW) * LINE + MARK);
    }

    private static void add(List<String> kinds, String kind, int count) {
        for (int i = 0; i < Math.min(count, MOST + 1); i++) kinds.add(kind);
    }
}
