package org.attest.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The curriculum that ships, for tests of other packages without a database. */
public final class TestCurriculum {

    private TestCurriculum() {}

    /** Every module in its first version, by code. */
    public static Map<String, ModuleVersion> versions() {
        var learner = new Learner();
        var versions = new LinkedHashMap<String, ModuleVersion>();
        CurriculumPress.shipped().modules().forEach(m -> versions.put(m.code(), learner.version(m.code())));
        return versions;
    }

    /** The modules of the stages, in order, but for those left to a force. */
    public static List<String> ofStages(TrainingStage... stages) {
        return CurriculumPress.shipped().modules().stream()
                .filter(m -> List.of(stages).contains(m.stage()) && !m.isLeftToForces())
                .map(ModuleDocument::code)
                .toList();
    }
}
