package org.attest.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * An activity in Moodle’s report of activity completion: a column of its own with how far it is, and the column after it, whose
 * heading is blank or a day on which it was expected, with the time of the last change.
 *
 * @param column from 0; the day stands in the next
 */
record Activity(int column, String name) {

    private static final int SAMPLES = 20;

    /** Those of the file, in its order; none where its rows name their course. */
    static List<Activity> of(Sheet sheet, Mapping mapping) {
        var found = new ArrayList<Activity>();
        if (CompletionField.inRows(mapping)) return found;
        var samples = sheet.samples(SAMPLES);
        var taken = mapping.columns().values();
        for (int i = 0; i < sheet.headings().size(); i++) {
            if (taken.contains(i) || taken.contains(i + 1) || samples.get(i).isEmpty()) continue;
            long states = samples.get(i).stream().filter(CompletionState::isOne).count();
            if (states * 2 <= samples.get(i).size()) continue;
            found.add(new Activity(i, sheet.headings().get(i)));
            i++;
        }
        return found;
    }

    int day() {
        return column + 1;
    }
}
