package org.attest.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.web.Formats;

/**
 * How many stay deployable if nobody acts. Bars of a drawing 240 units wide, of everybody in service.
 *
 * @param today whether it is the first bar
 */
record Outlook(String day, int people, double bar, boolean today) {

    private static final double WIDTH = 240;

    static List<Outlook> of(ForceCounts counts, LocalDate today) {
        var bars = new ArrayList<Outlook>();
        bars.add(bar("Today", counts.deployable(), counts.inService(), true));
        for (int i = 0; i < ForceCounts.AHEAD.size(); i++) {
            var day = Formats.shortly(today.plusDays(ForceCounts.AHEAD.get(i)));
            bars.add(bar(day, counts.staying().get(i), counts.inService(), false));
        }
        return bars;
    }

    private static Outlook bar(String day, int people, int of, boolean today) {
        double bar = of == 0 ? 0 : Math.round(WIDTH * people / of * 10) / 10.0;
        return new Outlook(day, people, bar, today);
    }
}
