package org.attest.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** What a force has set for one figure, of one level where it is per level. A change adds a row; the newest applies. */
@Entity
public class VettingSetting extends ForceOwned {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vetting_setting_seq")
    @SequenceGenerator(name = "vetting_setting_seq", sequenceName = "vetting_setting_seq", allocationSize = 50)
    public Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public VettingFigure figure;

    /** Null where the figure is not per level. */
    @Enumerated(EnumType.STRING)
    public ClearanceLevel level;

    /** A number; null where it is left empty. */
    public String amount;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public VettingFigure.Unit unit;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /** What the force has set, oldest first. */
    public static List<VettingSetting> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }

    /**
     * Sets a figure from now on. Refuses what is no number in its range, an unknown unit, emptiness where a number is needed,
     * what is looser than a published figure (vetting rules 4 and 12), and what is set already.
     */
    public static VettingSettingSet set(
            Force force,
            VettingFigure figure,
            ClearanceLevel level,
            String amount,
            VettingFigure.Unit unit,
            Actor by,
            Clock clock) {
        if (figure.isPerLevel() != (level != null)) throw new Refused("There is no such setting", "");
        if (!figure.units().contains(unit)) throw new Refused("Choose in what it is counted", "");
        var cleaned = cleaned(figure, amount);
        var now = VettingSettings.of(force).line(figure, level);
        if (now.isPublished() && figure.isLooser(cleaned, now.standard().amount())) {
            throw new Refused(
                    "The published figure is " + now.standardWords() + ": a force may only be stricter",
                    now.publishedRule());
        }
        if (Objects.equals(now.amount(), cleaned) && now.unit() == unit) {
            throw new Refused("This is what is set already", "");
        }
        var row = new VettingSetting();
        row.force = force;
        row.figure = figure;
        row.level = level;
        row.amount = cleaned;
        row.unit = unit;
        row.recordedAt = clock.instant();
        row.recordedBy = by.name();
        row.persist();
        return new VettingSettingSet(by, row);
    }

    private static String cleaned(VettingFigure figure, String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            if (figure.mayBeEmpty()) return null;
            throw new Refused("Enter a number between 1 and " + figure.highest(), "");
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > figure.highest()) {
            throw new Refused("Enter a number between 1 and " + figure.highest(), "");
        }
        return String.valueOf(Integer.parseInt(text));
    }
}
