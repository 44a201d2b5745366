package org.attest.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far training may be stretched. Settings {@code attest.training.…}. */
@ConfigMapping(prefix = "attest.training")
public interface TrainingSettings {

    /** Months that an extension of a class of qualifications may last at most (features row 45). */
    @WithDefault("6")
    int extensionMonths();

    /** Months that evidence of prior learning may be old on the day it is accepted (features row 35); proposed. */
    @WithDefault("24")
    int priorLearningMonths();
}
