package org.attest.volunteer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.EnumMap;
import java.util.Map;

/**
 * In how many days a person should have moved on from each stage, where the force has set nothing in {@link StageSettings};
 * the product's own proposal, no rule. Whoever is longer in
 * a stage waits, and shows on the force's dashboard and on homes. Settings {@code attest.target-days.vetting} and so on.
 */
@ConfigMapping(prefix = "attest.target-days")
public interface StageTargets {

    @WithDefault("14")
    int enquiry();

    @WithDefault("21")
    int applied();

    @WithDefault("28")
    int interview();

    @WithDefault("60")
    int vetting();

    @WithDefault("112")
    int training();

    @WithDefault("28")
    int attestation();

    /** Days for each stage before service, in the order of the stages. */
    default Map<Stage, Integer> days() {
        var days = new EnumMap<Stage, Integer>(Stage.class);
        days.put(Stage.ENQUIRY, enquiry());
        days.put(Stage.APPLIED, applied());
        days.put(Stage.INTERVIEW, interview());
        days.put(Stage.VETTING, vetting());
        days.put(Stage.TRAINING, training());
        days.put(Stage.ATTESTATION, attestation());
        return days;
    }
}
