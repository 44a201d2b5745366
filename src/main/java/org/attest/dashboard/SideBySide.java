package org.attest.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The forces side by side, as far as it names nobody. A force with fewer than ten people in service is hidden. Where one to
 * four people of a larger force make the difference, its share is given as a bound. Where a total would give away what is
 * hidden, the next smallest force is hidden as well, and where there is none the total.
 *
 * @param totalDeployable of all forces; null where it would give somebody away
 * @param medianShare of the forces with ten people or more, in percent; null below three of them
 * @param medianDays of the days to attestation of the forces that show them; null below three of them
 */
record SideBySide(
        List<Line> lines, int totalInService, Integer totalDeployable, Integer medianShare, Integer medianDays) {

    private static final int FEWEST_FOR_A_MEDIAN = 3;
    private static final int FAR_BELOW = 10;

    /** How a share may be told. */
    enum Told {
        EXACTLY,
        /** Fewer than five cannot be deployed. */
        OVER,
        /** Fewer than five can be deployed. */
        UNDER,
        HIDDEN
    }

    /**
     * One force.
     *
     * @param inService null when hidden
     * @param percent the share or its bound; null when hidden
     * @param points from the median share; null unless the share is exact
     * @param days median days to attestation; null when hidden or when fewer than five were attested
     */
    record Line(String slug, String name, Integer inService, Told told, Integer percent, Integer points, Integer days) {

        public boolean isHidden() {
            return told == Told.HIDDEN;
        }

        /** {@code 78%}, {@code over 64%}, {@code under 42%}, {@code –}. */
        public String share() {
            return switch (told) {
                case EXACTLY -> percent + "%";
                case OVER -> "over " + percent + "%";
                case UNDER -> "under " + percent + "%";
                case HIDDEN -> "–";
            };
        }

        /** With a sign that is a sign. */
        public String pointsWithSign() {
            if (points == null) return "–";
            return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
        }

        public boolean isFarBelow() {
            return points != null && points <= -FAR_BELOW;
        }
    }

    static SideBySide of(List<ForceCount> counts) {
        var hidden = new HashSet<String>();
        for (var count : counts) if (count.inService() < SmallNumbers.LEAST_PEOPLE) hidden.add(count.slug());
        var candidates = counts.stream()
                .filter(c -> c.inService() >= SmallNumbers.LEAST_PEOPLE)
                .sorted(Comparator.comparingInt(ForceCount::inService))
                .toList();
        for (var next : candidates) {
            if (totalsAreSafe(counts, hidden)) break;
            hidden.add(next.slug());
        }
        boolean safe = totalsAreSafe(counts, hidden);

        var compared = counts.stream()
                .filter(c -> c.inService() >= SmallNumbers.LEAST_PEOPLE)
                .toList();
        var medianShare =
                median(compared.stream().mapToDouble(ForceCount::share).sorted().toArray());
        var medianDays = median(compared.stream()
                .filter(c -> !hidden.contains(c.slug()) && c.attested() >= SmallNumbers.LEAST)
                .mapToDouble(ForceCount::daysToAttestation)
                .sorted()
                .toArray());
        var lines = new ArrayList<Line>();
        for (var count : counts) lines.add(line(count, hidden.contains(count.slug()), medianShare));
        int inService = counts.stream().mapToInt(ForceCount::inService).sum();
        int deployable = counts.stream().mapToInt(ForceCount::deployable).sum();
        return new SideBySide(
                lines,
                inService,
                safe && SmallNumbers.maySplit(deployable, inService) ? (Integer) deployable : null,
                medianShare,
                medianDays);
    }

    /** What the totals minus everything shown exactly leave over must not tell of a single force or of a few people. */
    private static boolean totalsAreSafe(List<ForceCount> counts, Set<String> hidden) {
        int sizesHidden = 0;
        int sharesHidden = 0;
        int yes = 0;
        int no = 0;
        for (var count : counts) {
            if (count.inService() == 0) continue;
            boolean gone = hidden.contains(count.slug());
            if (gone) sizesHidden++;
            if (gone || !SmallNumbers.maySplit(count.deployable(), count.inService())) {
                sharesHidden++;
                yes += count.deployable();
                no += count.notDeployable();
            }
        }
        return sizesHidden != 1 && sharesHidden != 1 && !SmallNumbers.isSmall(yes) && !SmallNumbers.isSmall(no);
    }

    private static Line line(ForceCount count, boolean hidden, Integer medianShare) {
        if (hidden) return new Line(count.slug(), count.name(), null, Told.HIDDEN, null, null, null);
        var days = count.attested() >= SmallNumbers.LEAST ? count.daysToAttestation() : null;
        int n = count.inService();
        if (SmallNumbers.isSmall(count.notDeployable())) {
            int bound = (int) Math.floor(100.0 * (n - SmallNumbers.LEAST) / n);
            return new Line(count.slug(), count.name(), n, Told.OVER, bound, null, days);
        }
        if (SmallNumbers.isSmall(count.deployable())) {
            int bound = (int) Math.ceil(100.0 * SmallNumbers.LEAST / n);
            return new Line(count.slug(), count.name(), n, Told.UNDER, bound, null, days);
        }
        int share = (int) Math.round(count.share());
        var points = medianShare == null ? null : (Integer) (share - medianShare);
        return new Line(count.slug(), count.name(), n, Told.EXACTLY, share, points, days);
    }

    private static Integer median(double[] sorted) {
        if (sorted.length < FEWEST_FOR_A_MEDIAN) return null;
        int middle = sorted.length / 2;
        double value = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return (int) Math.round(value);
    }

    long hiddenForces() {
        return lines.stream().filter(Line::isHidden).count();
    }
}
