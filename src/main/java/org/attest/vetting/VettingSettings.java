package org.attest.vetting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attest.force.Force;
import org.attest.web.Refused;

/**
 * The figures of vetting that apply in a force now: what it has set, else the defaults. A compulsory figure that is left
 * empty refuses the act that needs it, naming the setting (vetting rule 5).
 */
public final class VettingSettings {

    /**
     * How one figure stands.
     *
     * @param level null where the figure is not per level
     * @param amount a number; null where it is empty
     * @param setHere whether the force has set it itself
     */
    public record Line(
            VettingFigure figure,
            ClearanceLevel level,
            String amount,
            VettingFigure.Unit unit,
            FigureDefault standard,
            boolean setHere) {

        /** {@code 7 working days}; null where it is empty. */
        public String words() {
            return words(amount, unit);
        }

        /** The default in words; null where none is known. */
        public String standardWords() {
            return words(standard.amount(), standard.unit());
        }

        /** {@code Validity of recruitment vetting (RV)}. */
        public String name() {
            return level == null ? figure.words() : figure.words() + ": " + level.inWords();
        }

        /** For addresses: {@code validity-management}. */
        public String slug() {
            return level == null ? figure.slug() : figure.slug() + "-" + level.slug();
        }

        /** To begin a line with: {@code Years}. */
        public String unitWords() {
            var words = unit.words("2");
            return words.substring(0, 1).toUpperCase() + words.substring(1);
        }

        /** What may be entered. */
        public String hint() {
            var range = isPublished()
                    ? "Published: " + standardWords() + ". A force may only be stricter (" + publishedRule() + ")"
                    : "Between 1 and " + figure.highest();
            return figure.mayBeEmpty() ? range + ". Empty: " + figure.whenEmpty() : range;
        }

        /** Whether the default is the law or the issuing body's own word, which a force may only be stricter than. */
        boolean isPublished() {
            return standard.mark() == StatusMark.V && standard.amount() != null;
        }

        String publishedRule() {
            return figure == VettingFigure.VALIDITY ? "vetting rule 4" : "vetting rule 12";
        }

        private static String words(String amount, VettingFigure.Unit unit) {
            return amount == null ? null : amount + " " + unit.words(amount);
        }
    }

    private record Key(VettingFigure figure, ClearanceLevel level) {}

    private final Map<Key, Line> lines;

    private VettingSettings(Map<Key, Line> lines) {
        this.lines = lines;
    }

    /** What applies in the force now; one statement. */
    public static VettingSettings of(Force force) {
        return of(VettingSetting.of(force));
    }

    static VettingSettings of(List<VettingSetting> set) {
        var lines = new LinkedHashMap<Key, Line>();
        for (var standard : FigureDefault.all()) {
            lines.put(
                    new Key(standard.figure(), standard.level()),
                    new Line(standard.figure(), standard.level(), standard.amount(), standard.unit(), standard, false));
        }
        for (var row : set) {
            var standard = lines.get(new Key(row.figure, row.level)).standard();
            lines.put(
                    new Key(row.figure, row.level),
                    new Line(row.figure, row.level, row.amount, row.unit, standard, true));
        }
        return new VettingSettings(lines);
    }

    /** Every figure, in the order of the defaults. */
    public List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** How one figure stands; refused where there is no such figure. */
    public Line line(VettingFigure figure, ClearanceLevel level) {
        var line = lines.get(new Key(figure, level));
        if (line == null) throw new Refused("There is no such setting", "");
        return line;
    }

    /** {@link #line(VettingFigure, ClearanceLevel)} by its address. */
    public Optional<Line> line(String slug) {
        return lines.values().stream().filter(l -> l.slug().equals(slug)).findFirst();
    }

    /** For how many years a clearance of the level is valid; empty where nobody has set it. */
    public Optional<Integer> validityYears(ClearanceLevel level) {
        return number(VettingFigure.VALIDITY, level);
    }

    /** {@link #validityYears} that must be there: refused otherwise, naming the setting (vetting rule 5). */
    public int neededValidityYears(ClearanceLevel level) {
        return validityYears(level).orElseThrow(() -> empty(line(VettingFigure.VALIDITY, level), "vetting rule 5"));
    }

    /** How many years of residence before the application the level asks for; empty where it asks for none. */
    public Optional<Integer> residencyYears(ClearanceLevel level) {
        return number(VettingFigure.RESIDENCY, level);
    }

    /** How long a refusal at the level can be appealed against; refused where it is empty, naming the setting. */
    public AppealWindow appealWindow(ClearanceLevel level) {
        var line = line(VettingFigure.APPEAL, level);
        if (line.amount() == null) throw empty(line, "vetting rule 28");
        return new AppealWindow(Integer.parseInt(line.amount()), line.unit());
    }

    /** In how many calendar days a case should be done. */
    public int serviceDays() {
        return number(VettingFigure.SERVICE, null).orElseThrow();
    }

    /** After how many calendar days an invitation to the form lapses. */
    public int invitationDays() {
        return number(VettingFigure.INVITATION, null).orElseThrow();
    }

    /** In how many calendar days the panel should decide an appeal. */
    public int hearingDays() {
        return number(VettingFigure.HEARING, null).orElseThrow();
    }

    /** At most how many months lie between the grant and the appointment (vetting rule 2); empty where the force has switched it off. */
    public Optional<Integer> appointmentWithinMonths() {
        return number(VettingFigure.APPOINTMENT, null);
    }

    private Optional<Integer> number(VettingFigure figure, ClearanceLevel level) {
        return Optional.ofNullable(line(figure, level).amount()).map(Integer::valueOf);
    }

    private static Refused empty(Line line, String rule) {
        return new Refused("“" + line.name() + "” is empty: the vetting manager sets it in the vetting settings", rule);
    }
}
