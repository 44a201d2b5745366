package org.attest.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.attest.web.Refused;
import org.junit.jupiter.api.Test;

/** The modules, what each needs, and which each tier asks for: as they ship, and what is refused. */
class CurriculumTest {

    static ModuleDocument module(String code, String... needs) {
        return module(code, ModuleDocument.Status.GIVEN, needs);
    }

    private static ModuleDocument module(String code, ModuleDocument.Status status, String... needs) {
        return new ModuleDocument(
                code,
                TrainingStage.A,
                "Module " + code,
                List.of(ModuleDocument.Mode.E),
                4,
                false,
                new Pass(Pass.Kind.SCORE, 80),
                12,
                List.of(needs),
                null,
                null,
                List.of("Know it"),
                status,
                null,
                List.of(),
                List.of(),
                0);
    }

    private static Curriculum of(TierSets.TierSet tier, ModuleDocument... modules) {
        return new Curriculum(List.of(modules), new TierSets(tier == null ? Map.of() : Map.of("T1", tier)));
    }

    private static TierSets.TierSet asking(String... codes) {
        return new TierSets.TierSet("Researcher", List.of(codes), List.of());
    }

    @Test
    void shipsTwentyModulesForVolunteersAndTwoForStaffAndIsSound() {
        var shipped = CurriculumPress.shipped();
        assertEquals(List.of(), shipped.faults());
        assertEquals(
                20,
                shipped.modules().stream()
                        .filter(m -> m.stage() != TrainingStage.STAFF)
                        .count());
        assertEquals(
                2,
                shipped.modules().stream()
                        .filter(m -> m.stage() == TrainingStage.STAFF)
                        .count());
        shipped.modules().forEach(ModuleDocument::refuseIfUnsound);
    }

    @Test
    void asksTierOneFor165Hours() {
        var shipped = CurriculumPress.shipped();
        int hours = shipped.tiers().tiers().get("T1").modules().stream()
                .mapToInt(code -> shipped.module(code).orElseThrow().hours())
                .sum();
        assertEquals(165, hours);
    }

    @Test
    void readsAgainWhatItWrote() {
        for (var module : CurriculumPress.shipped().modules()) {
            assertEquals(module, ModuleDocument.read(module.written()), module.code());
        }
        var tiers = CurriculumPress.shipped().tiers();
        assertEquals(tiers, TierSets.read(tiers.written()));
    }

    @Test
    void refusesCircles() {
        var circle = of(null, module("A", "C"), module("B", "A"), module("C", "B"));
        assertTrue(circle.faults().contains("B needs itself: its prerequisites run in a circle"), circle.faults() + "");
        assertThrows(Refused.class, circle::refuseIfUnsound);
    }

    @Test
    void refusesWhatATierCannotReach() {
        var gap = of(asking("B"), module("A"), module("B", "A"));
        assertEquals(List.of("B cannot be reached in T1: A is not asked for there"), gap.faults());
        assertEquals(
                List.of(), of(asking("A", "B"), module("A"), module("B", "A")).faults());
    }

    @Test
    void refusesReferencesToRetiredAndMissingModules() {
        var retired = of(asking("A"), module("A", ModuleDocument.Status.RETIRED), module("B", "A", "X"));
        assertEquals(
                List.of(
                        "B refers to A, which is retired",
                        "B refers to X, which is no module",
                        "T1 refers to A, which is retired"),
                retired.faults());
    }

    @Test
    void saysWhatNeedsAModuleAndWhoAsksForIt() {
        var shipped = CurriculumPress.shipped();
        assertEquals(
                List.of("DSC-103", "DSC-104", "DSC-201"),
                shipped.neededBy("DSC-101").stream().map(ModuleDocument::code).toList());
        assertEquals(List.of("T3", "T4"), shipped.tiers().asking("DSC-304"));
    }

    @Test
    void asksEveryQuestionOfASectionThatIsThere() {
        var learned = CurriculumPress.shipped().modules().stream()
                .filter(ModuleDocument::isLearnedHere)
                .toList();
        assertFalse(learned.isEmpty());
        for (var module : learned) {
            assertTrue(module.questions().size() >= 36, module.code());
            for (var section : module.sections()) {
                assertTrue(
                        module.questions().stream().anyMatch(q -> q.section().equals(section.slug())),
                        module.code() + " " + section.slug());
            }
        }
    }
}
