package org.attest.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.attest.audit.Actor;
import org.attest.audit.Deed;
import org.attest.policy.PolicyPress;

/**
 * Publishes modules and the checklist of skills: at the start what ships with Attest, in {@code training/}, and is not
 * published word for word yet. A text that was published once and followed by another is not brought back.
 */
@ApplicationScoped
public class CurriculumPress {

    private static final String FOLDER = "/training/";

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** {@code curriculum.json}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shipped(List<ModuleDocument> modules, Map<String, TierSets.TierSet> tiers) {}

    /** {@code module.json} of a module that is learned here, and {@code questions.json}. */
    record Learning(List<SectionHead> sections, int draw) {}

    record SectionHead(String slug, String title, int minutes) {}

    record Bank(List<Question> questions) {}

    void publishShipped(@Observes @Priority(PolicyPress.AT_START + 10) StartupEvent started) {
        try {
            QuarkusTransaction.requiringNew().run(this::publishShipped);
        } catch (RuntimeException e) {
            // a second node that starts at the same moment meets a unique number: then the first has published
            if (!isPersistence(e)) throw e;
            QuarkusTransaction.requiringNew().run(this::publishShipped);
        }
    }

    private void publishShipped() {
        var shipped = shipped();
        shipped.refuseIfUnsound();
        for (var module : shipped.modules()) {
            boolean known = ModuleVersion.count("sha256", Sha256.of(module.written())) > 0;
            if (!known) deeds.fire(ModuleVersion.publish(module, Actor.ATTEST, clock.instant()));
        }
        boolean known = TierSetVersion.count("sha256", Sha256.of(shipped.tiers().written())) > 0;
        if (!known) deeds.fire(TierSetVersion.publish(shipped.tiers(), Actor.ATTEST, clock.instant()));
        var skills = shippedSkills();
        boolean listed = SkillChecklistVersion.count("sha256", Sha256.of(skills.written())) > 0;
        if (!listed) deeds.fire(SkillChecklistVersion.publish(skills, Actor.ATTEST, clock.instant()));
    }

    /** The checklist of skills as it ships. */
    static SkillChecklist shippedSkills() {
        return read(FOLDER + "skills.json", SkillChecklist.class);
    }

    /** As it ships. */
    static Curriculum shipped() {
        var curriculum = read(FOLDER + "curriculum.json", Shipped.class);
        return new Curriculum(
                curriculum.modules().stream().map(CurriculumPress::withLearning).toList(),
                new TierSets(curriculum.tiers()));
    }

    private static ModuleDocument withLearning(ModuleDocument module) {
        var folder = FOLDER + module.code() + "/";
        if (CurriculumPress.class.getResource(folder + "module.json") == null) return module;
        var learning = read(folder + "module.json", Learning.class);
        var sections = learning.sections().stream()
                .map(s -> new ModuleDocument.Section(s.slug(), s.title(), s.minutes(), text(folder + s.slug() + ".md")))
                .toList();
        var questions = read(folder + "questions.json", Bank.class).questions();
        return module.with(sections, questions, learning.draw());
    }

    private static <T> T read(String file, Class<T> type) {
        try {
            return ModuleDocument.JSON.readValue(text(file), type);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try (InputStream in = CurriculumPress.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPersistence(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException) return true;
        }
        return false;
    }
}
