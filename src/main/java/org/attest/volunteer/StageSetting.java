package org.attest.volunteer;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.force.Force;
import org.attest.force.ForceOwned;
import org.attest.web.Refused;

/** What a force has set for one stage. A change adds a row; the newest of a stage applies. */
@Entity
public class StageSetting extends ForceOwned {

    static final int LONGEST_USUAL_TIME = 120;
    static final int LONGEST_TARGET = 730;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stage_setting_seq")
    @SequenceGenerator(name = "stage_setting_seq", sequenceName = "stage_setting_seq", allocationSize = 50)
    public Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public Stage stage;

    /** Days in which a person should have moved on. */
    @Column(name = "target_days", nullable = false)
    public int targetDays;

    /** The usual time as applicants read it; null where the force says nothing of its own. */
    @Column(name = "usual_time")
    public String usualTime;

    /** Whether people move on from it by themselves as soon as the next stage's criteria are met. */
    @Column(nullable = false)
    public boolean advances;

    @Column(name = "recorded_at", nullable = false)
    public Instant recordedAt;

    @Column(name = "recorded_by", nullable = false)
    public String recordedBy;

    /**
     * What is set for one stage.
     *
     * @param usualTime in words; null where nothing is said
     */
    public record Values(int targetDays, String usualTime, boolean advances) {

        /** Cleaned: an empty text is null. */
        public Values {
            usualTime = Texts.line(usualTime);
        }

        /** What is wrong with it, as a sentence; null where nothing is. */
        public String fault() {
            if (targetDays < 1 || targetDays > LONGEST_TARGET) {
                return "A target is between 1 and " + LONGEST_TARGET + " days";
            }
            return Texts.fault(usualTime, LONGEST_USUAL_TIME, false);
        }
    }

    /** What the force has set, oldest first. */
    public static List<StageSetting> of(Force force) {
        return list("force = ?1 order by recordedAt, id", force);
    }

    /** Sets these stages anew; those whose values are as they were add no row. */
    public static StageSettingsSet set(
            Force force, Map<Stage, Values> wanted, StageSettings now, Actor by, Clock clock) {
        var changed = new EnumMap<Stage, Values>(Stage.class);
        wanted.forEach((stage, values) -> {
            if (!stage.isPipeline()) throw new Refused("Targets are for the stages before service", "");
            if (values.fault() != null) throw new Refused(values.fault(), "");
            if (!values.equals(now.of(stage))) changed.put(stage, values);
        });
        if (changed.isEmpty()) throw new Refused("Nothing is different from what is set", "");
        var rows = new ArrayList<StageSetting>();
        changed.forEach((stage, values) -> {
            var row = new StageSetting();
            row.force = force;
            row.stage = stage;
            row.targetDays = values.targetDays;
            row.usualTime = values.usualTime;
            row.advances = values.advances;
            row.recordedAt = clock.instant();
            row.recordedBy = by.name();
            rows.add(row);
        });
        persist(rows);
        return new StageSettingsSet(by, force, changed);
    }
}
