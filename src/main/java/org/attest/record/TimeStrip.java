package org.attest.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.attest.readiness.SeenVerdict;
import org.attest.readiness.SeenVerdict.Bar;
import org.attest.web.Formats;

/**
 * The answer over time as a drawing: where each lane of the strip stands and what is written in it. Lengths in units of a
 * canvas 1,102 wide.
 *
 * @param from first day, in words
 * @param description the same in words, for who does not see it
 */
record TimeStrip(
        String from,
        String to,
        String description,
        double dayX,
        String dayLabel,
        List<SeenVerdict.Month> months,
        List<PlacedLane> lanes,
        int bottom) {

    private static final int FIRST_LANE = 28;
    private static final int ANSWER_STEP = 48;
    private static final int ANSWER_HEIGHT = 34;
    private static final int FINDING_STEP = 34;
    private static final int FINDING_HEIGHT = 25;
    private static final int LETTERS_A_LINE = 33;
    private static final double LETTER = 7.1;
    private static final int PADDING = 7;

    /** @param second the rest of a long title, or its note; may be empty */
    record PlacedLane(boolean answer, String title, String second, int titleY, int secondY, List<PlacedBar> bars) {}

    /**
     * @param fill class of the bar
     * @param ink class of its words
     * @param words empty where they do not fit; the table has them
     * @param hatchX where the hatch of a lasting no begins; 0 for none
     */
    record PlacedBar(
            double x,
            int y,
            double width,
            int height,
            String fill,
            String ink,
            String words,
            double wordsX,
            int wordsY,
            double hatchX,
            double hatchWidth) {}

    static TimeStrip of(SeenVerdict seen, LocalDate today) {
        var strip = seen.strip();
        var lanes = new ArrayList<PlacedLane>();
        int y = FIRST_LANE;
        boolean before = true;
        for (var lane : strip.lanes()) {
            if (before && !lane.answer()) y += 8;
            before = lane.answer();
            int height = lane.answer() ? ANSWER_HEIGHT : FINDING_HEIGHT;
            var bars = new ArrayList<PlacedBar>();
            for (var bar : lane.bars()) bars.add(placed(bar, lane.answer(), y, height, strip.dayX()));
            var title = lane.title();
            var second = lane.answer() ? lane.note() : "";
            if (!lane.answer() && title.length() > LETTERS_A_LINE) {
                int cut = title.lastIndexOf(' ', LETTERS_A_LINE);
                second = title.substring(cut + 1);
                title = title.substring(0, cut);
            }
            boolean two = !second.isEmpty();
            lanes.add(new PlacedLane(
                    lane.answer(),
                    title,
                    second,
                    lane.answer() ? y + 14 : two ? y + 10 : y + 17,
                    lane.answer() ? y + 31 : y + 25,
                    bars));
            y += lane.answer() ? ANSWER_STEP : FINDING_STEP;
        }
        boolean isToday = seen.day().equals(today);
        return new TimeStrip(
                Formats.inWords(strip.from()),
                Formats.inWords(strip.to()),
                seen.sentence() + " " + seen.way().heading() + ". The table below has the same dates.",
                strip.dayX(),
                (isToday ? "Today, " : "") + Formats.shortly(seen.day()),
                strip.months(),
                lanes,
                y + 2);
    }

    private static PlacedBar placed(Bar bar, boolean answer, int y, int height, double dayX) {
        double width = Math.max(1, round(bar.width() - 1.5));
        double end = bar.x() + width;
        boolean hatched = answer && bar.kind().equals("unmet") && end > dayX;
        double hatchX = hatched ? round(Math.max(bar.x(), dayX)) : 0;
        return new PlacedBar(
                round(bar.x()),
                y,
                width,
                height,
                answer ? "c-" + bar.kind() : "c-" + bar.kind() + "-tint",
                answer ? "t-on" : "t-" + bar.kind(),
                fitting(bar.words(), width),
                round(bar.x() + PADDING),
                y + height / 2 + 5,
                hatchX,
                hatched ? round(end - hatchX) : 0);
    }

    private static String fitting(String words, double width) {
        return words.length() * LETTER + 2 * PADDING <= width ? words : "";
    }

    private static double round(double length) {
        return Math.round(length * 10) / 10.0;
    }

    /** Height of the whole drawing. */
    public int height() {
        return bottom + 26;
    }

    public int labelWidth() {
        return (int) Math.round(dayLabel.length() * LETTER) + 4 * PADDING;
    }

    public double labelX() {
        return dayX - labelWidth() / 2.0;
    }
}
