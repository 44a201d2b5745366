package org.attest.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.attest.web.Refused;

/**
 * What a version of a module says: what it is for, what it needs, how it is passed, and the learning itself where that is
 * done here.
 *
 * @param hours of learning; null where somebody else sets them
 * @param sign whether a named assessor has to sign (training rule 6)
 * @param validMonths how long it holds, in months; 0 does not expire (training rule 4)
 * @param tierHeld a tier to be held for so many months before; null for none
 * @param optional {@code FORCE_CHOICE} where it counts only if the force has switched it on; else null
 * @param status whether its figures are given, proposed or to be confirmed
 * @param sections what is read here, in order; empty where nothing is
 * @param draw how many questions an attempt has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModuleDocument(
        String code,
        TrainingStage stage,
        String title,
        List<Mode> modes,
        Integer hours,
        boolean sign,
        Pass pass,
        int validMonths,
        List<String> prerequisites,
        TierHeld tierHeld,
        String optional,
        List<String> outcomes,
        Status status,
        String source,
        List<Section> sections,
        List<Question> questions,
        int draw) {

    /** How something is learned. */
    public enum Mode {
        E("e-learning"),
        C("classroom"),
        T("tutored shifts"),
        A("assessment"),
        X("external licence or course");

        private final String words;

        Mode(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How sure the figures are. */
    public enum Status {
        GIVEN("given by a published source"),
        PROPOSED("proposed"),
        TO_CONFIRM("to be confirmed by the force"),
        /** Nobody begins it any more; what was earned stays. */
        RETIRED("retired: nobody begins it any more");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A tier to be held for so many months. */
    public record TierHeld(String tier, int months) {}

    /** A part to read. {@code text} is Markdown. */
    public record Section(String slug, String title, int minutes, String text) {}

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public ModuleDocument {
        sections = sections == null ? List.of() : List.copyOf(sections);
        questions = questions == null ? List.of() : List.copyOf(questions);
        prerequisites = prerequisites == null ? List.of() : List.copyOf(prerequisites);
    }

    static ModuleDocument read(String text) {
        try {
            return JSON.readValue(text, ModuleDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a module: " + e.getMessage(), e);
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with the learning that is done here. */
    ModuleDocument with(List<Section> sections, List<Question> questions, int draw) {
        return new ModuleDocument(
                code,
                stage,
                title,
                modes,
                hours,
                sign,
                pass,
                validMonths,
                prerequisites,
                tierHeld,
                optional,
                outcomes,
                status,
                source,
                sections,
                questions,
                draw);
    }

    /** One that says nothing yet but its title; figures as most modules have them. */
    static ModuleDocument blank(String code, String title) {
        return new ModuleDocument(
                code,
                TrainingStage.D,
                title,
                List.of(Mode.E),
                null,
                false,
                new Pass(Pass.Kind.SCORE, 80),
                12,
                List.of(),
                null,
                null,
                List.of(),
                Status.PROPOSED,
                null,
                List.of(),
                List.of(),
                0);
    }

    /** The same with this section in the place of the one with its address, or at the end. */
    ModuleDocument withSection(Section section) {
        return with(placed(sections, section, s -> s.slug.equals(section.slug)), questions, draw);
    }

    /** The same with this question in the place of the one with its name, or at the end. */
    ModuleDocument withQuestion(Question question) {
        return with(sections, placed(questions, question, q -> q.id().equals(question.id())), draw);
    }

    private static <T> List<T> placed(List<T> all, T one, Predicate<T> isIt) {
        var changed = new ArrayList<T>(all);
        if (all.stream().anyMatch(isIt)) changed.replaceAll(other -> isIt.test(other) ? one : other);
        else changed.add(one);
        return changed;
    }

    /** Refuses what could not be learned or asked: it would stay so for ever. */
    void refuseIfUnsound() {
        var faults = faults();
        if (!faults.isEmpty()) throw new Refused(code + ": " + String.join("; ", faults), "");
    }

    /** What could not be learned or asked, in sentences; empty for a sound one. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (outcomes == null || outcomes.isEmpty()) faults.add("Nothing is said that one can do afterwards");
        var slugs = sections.stream().map(Section::slug).toList();
        if (new HashSet<>(slugs).size() < slugs.size()) faults.add("Two sections share an address");
        var ids = questions.stream().map(Question::id).toList();
        if (new HashSet<>(ids).size() < ids.size()) faults.add("Two questions share a name");
        if (draw > questions.size()) faults.add("More questions are drawn than there are");
        if (!questions.isEmpty() && draw < 1) faults.add("No question is drawn");
        if (pass.kind() == Pass.Kind.SCORE && pass.percent() == null) faults.add("No pass mark is set");
        if (sections.isEmpty() && !questions.isEmpty()) faults.add("Questions are asked, but there is nothing to read");
        questions.forEach(question -> faults.addAll(question.faults(slugs)));
        return faults;
    }

    /** Whether it is read and answered here. */
    public boolean isLearnedHere() {
        return !sections.isEmpty() && draw > 0;
    }

    /** Whether passing the questions here is all there is to it. */
    boolean isELearningOnly() {
        return modes.equals(List.of(Mode.E)) && !sign;
    }

    /** Whether a result is recorded by hand: not where the questions here are all there is, nor what is recorded in a way of its own. */
    boolean isRecordedByHand() {
        return !isRetired() && pass.isGivenByHand() && !(isLearnedHere() && isELearningOnly());
    }

    /** Whether it counts only in forces that have switched it on. */
    public boolean isLeftToForces() {
        return "FORCE_CHOICE".equals(optional) && !isRetired();
    }

    boolean isELearning() {
        return modes.contains(Mode.E);
    }

    public boolean isRetired() {
        return status == Status.RETIRED;
    }

    Optional<Section> section(String slug) {
        return sections.stream().filter(s -> s.slug.equals(slug)).findFirst();
    }

    Question question(String id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
    }

    QualificationTerm term() {
        return new QualificationTerm(validMonths);
    }

    /** {@code e-learning and classroom}. */
    public String modesInWords() {
        return inWords(modes);
    }

    static String inWords(List<Mode> modes) {
        return modes.stream().map(Mode::words).collect(Collectors.joining(" and "));
    }

    /** {@code DSC-101 Role, ethics and conduct}. */
    public String label() {
        return code + " " + title;
    }
}
