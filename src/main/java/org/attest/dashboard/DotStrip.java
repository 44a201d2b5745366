package org.attest.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * How far forces are from the median: one dot for each, on a line. Lengths in units of the drawing, 1,100 wide.
 *
 * @param title the chart in a sentence, for who does not see it
 * @param unit {@code %}, or {@code  days} with the space before it
 */
record DotStrip(
        String id,
        String name,
        String better,
        String title,
        String unit,
        List<Dot> dots,
        List<Tick> ticks,
        double medianAt,
        int median,
        Named lowest,
        Named highest) {

    private static final int LEFT = 24;
    private static final int WIDTH = 1052;
    private static final int GROUND = 108;
    private static final double DOT = 11;
    private static final int MOST_TICKS = 6;

    record Dot(double x, double y, String label) {}

    record Tick(double x, String label) {}

    /** A dot with its name written above it. */
    record Named(double x, String label, String anchor) {}

    /** A force and its value. */
    record Value(String name, int value) {}

    /** The strip, or null when fewer than three forces can be compared or all are alike. */
    static DotStrip of(String id, String name, String better, String unit, List<Value> values, Integer median) {
        if (values.size() < 3 || median == null) return null;
        var sorted = values.stream()
                .sorted(Comparator.comparingInt(Value::value).thenComparing(Value::name))
                .toList();
        var lowest = sorted.get(0);
        var highest = sorted.get(sorted.size() - 1);
        if (lowest.value() == highest.value()) return null;
        int step = step(highest.value() - lowest.value());
        int from = Math.floorDiv(Math.min(lowest.value(), median), step) * step;
        int to = -Math.floorDiv(-Math.max(highest.value(), median), step) * step;
        if (to == from) to = from + step;
        var scale = new Scale(from, to);
        var stacks = new HashMap<Long, Integer>();
        var dots = new ArrayList<Dot>();
        for (var value : sorted) {
            double x = scale.at(value.value());
            int above = stacks.merge(Math.round(x / DOT), 1, Integer::sum) - 1;
            dots.add(new Dot(round(x), round(GROUND - 8 - above * DOT), value.name() + ", " + value.value() + unit));
        }
        var ticks = new ArrayList<Tick>();
        for (int at = from; at <= to; at += step)
            ticks.add(new Tick(round(scale.at(at)), at + (unit.equals("%") ? "%" : "")));
        var title = name + ": one dot for each of " + sorted.size() + " forces, from " + lowest.name() + " with "
                + lowest.value() + unit + " to " + highest.name() + " with " + highest.value() + unit + ", median "
                + median + unit;
        return new DotStrip(
                id,
                name,
                better,
                title,
                unit,
                dots,
                ticks,
                round(scale.at(median)),
                median,
                named(lowest, unit, scale),
                named(highest, unit, scale));
    }

    private static Named named(Value value, String unit, Scale scale) {
        double x = scale.at(value.value());
        return new Named(
                round(x), value.name() + ", " + value.value() + unit, x > LEFT + WIDTH / 2.0 ? "end" : "start");
    }

    private static int step(int range) {
        for (int step : new int[] {1, 2, 5, 10, 20, 30, 50, 100, 200, 500}) if (range / step < MOST_TICKS) return step;
        return 1000;
    }

    private static double round(double length) {
        return Math.round(length * 10) / 10.0;
    }

    private record Scale(int from, int to) {
        double at(int value) {
            return LEFT + WIDTH * (value - from) / (double) (to - from);
        }
    }
}
