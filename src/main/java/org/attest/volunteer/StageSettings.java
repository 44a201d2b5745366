package org.attest.volunteer;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.attest.force.Force;
import org.attest.policy.Owner;

/**
 * How a force wants the stages before service kept: in how many days people should move on, the usual time in words, and
 * whether they move on by themselves. Where it has set nothing, {@link StageTargets} applies and nothing moves by itself.
 */
public final class StageSettings {

    private final Map<Stage, StageSetting.Values> values;

    private StageSettings(Map<Stage, StageSetting.Values> values) {
        this.values = values;
    }

    /** What applies in the force now; one statement. */
    public static StageSettings in(Force force, StageTargets targets) {
        var values = new EnumMap<Stage, StageSetting.Values>(Stage.class);
        targets.days().forEach((stage, days) -> values.put(stage, new StageSetting.Values(days, null, false)));
        for (var set : StageSetting.of(force)) {
            values.put(set.stage, new StageSetting.Values(set.targetDays, set.usualTime, set.advances));
        }
        return new StageSettings(values);
    }

    /** What applies to a stage before service; null for service and for who has left. */
    public StageSetting.Values of(Stage stage) {
        return values.get(stage);
    }

    /** Target days for each stage before service, in the order of the stages. */
    public Map<Stage, Integer> days() {
        var days = new EnumMap<Stage, Integer>(Stage.class);
        values.forEach((stage, set) -> days.put(stage, set.targetDays()));
        return days;
    }

    /** The usual time in the force's words; null where it has said nothing, and beyond the pipeline. */
    public String usualTime(Stage stage) {
        var set = values.get(stage);
        return set == null ? null : set.usualTime();
    }

    /** Whether people move on from the stage by themselves. */
    public boolean advances(Stage stage) {
        var set = values.get(stage);
        return set != null && set.advances();
    }

    /** Whose clock in the stage began before this day is over its target today. */
    public LocalDate over(Stage stage, LocalDate today) {
        return today.minusDays(values.get(stage).targetDays());
    }

    /** Who has to act for somebody in the stage to move on. */
    public static Owner owner(Stage stage) {
        return switch (stage) {
            case VETTING -> Owner.VETTING_UNIT;
            case TRAINING -> Owner.VOLUNTEER;
            default -> Owner.COORDINATOR;
        };
    }
}
