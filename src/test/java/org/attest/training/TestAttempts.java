package org.attest.training;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.attest.recruitment.Rows;
import org.attest.volunteer.People;
import org.attest.volunteer.Volunteer;

/** Reading and attempts for tests of pages, and what a form has to say to be right, or wrong. */
public final class TestAttempts {

    private TestAttempts() {}

    private static Clock clock() {
        return Arc.container().select(Clock.class).get();
    }

    private static Volunteer again(Volunteer person) {
        return Volunteer.byRef(person.ref).orElseThrow();
    }

    private static TrainingRecord training(Volunteer person) {
        return TrainingRecord.of(again(person), Curriculum.current(), LocalDate.now(clock()));
    }

    private static ModuleVersion version(String code) {
        return ModuleVersion.taughtOn(code, LocalDate.now(clock())).orElseThrow();
    }

    /** The person has read every section of the module today. */
    public static void read(Volunteer person, String code) {
        Rows.in(() -> version(code)
                .document()
                .sections()
                .forEach(s -> SectionRead.read(training(person), version(code), s.slug(), People.SOMEBODY, clock())));
    }

    /** As if the module had never been passed, so that it can be tried. */
    private static TrainingRecord withoutPassing(Volunteer person, String code) {
        var training = training(person);
        for (var passed : training.qualifications()) {
            if (passed.moduleCode().equals(code)) training = training.without(passed);
        }
        return training;
    }

    /** The person has read the module and begun an attempt, passed or not; its reference. */
    public static String open(Volunteer person, String code) {
        read(person, code);
        return Rows.of(() -> Attempt.begin(withoutPassing(person, code), version(code), 7, People.SOMEBODY, clock())
                .attempt()
                .ref);
    }

    /** The person has read the module, answered every question wrongly and handed in; the reference of the attempt. */
    public static String failed(Volunteer person, String code) {
        var ref = open(person, code);
        Rows.in(() -> {
            var attempt = Attempt.byRef(ref).orElseThrow();
            var answers = AttemptAnswer.of(attempt);
            var module = attempt.moduleVersion.document();
            answers.forEach(answer -> answer.keep(wrong(module.question(answer.question)), clock()));
            attempt.handIn(answers, People.SOMEBODY, clock());
        });
        return ref;
    }

    /** How many questions the attempt has. */
    public static int questions(String ref) {
        return Rows.of(() -> Attempt.byRef(ref).orElseThrow().questions);
    }

    /** The question as it stands in the bank. */
    static Question question(String ref, int position) {
        return Rows.of(() -> {
            var attempt = Attempt.byRef(ref).orElseThrow();
            return attempt.moduleVersion.document().question(answer(attempt, position).question);
        });
    }

    /** What is kept for the question; null for nothing yet. */
    static List<Integer> kept(String ref, int position) {
        return Rows.of(() -> answer(Attempt.byRef(ref).orElseThrow(), position).given());
    }

    private static AttemptAnswer answer(Attempt attempt, int position) {
        return AttemptAnswer.of(attempt).get(position - 1);
    }

    /** What a form sends to answer it rightly or wrongly: one value for a field, or several. */
    public static Map<String, List<String>> form(String ref, int position, boolean right) {
        return Rows.of(() -> {
            var attempt = Attempt.byRef(ref).orElseThrow();
            var answer = answer(attempt, position);
            var question = attempt.moduleVersion.document().question(answer.question);
            var asked = AskedQuestion.of(attempt, answer);
            var filled = asked.form(right ? question.answer() : wrong(question));
            var fields = new LinkedHashMap<String, List<String>>();
            if (asked.isByLine()) asked.lines().forEach(line -> fields.put(line.field(), filled.all(line.field())));
            else fields.put("answer", filled.all("answer"));
            return fields;
        });
    }

    private static List<Integer> wrong(Question question) {
        var all = IntStream.range(0, question.offered().size()).boxed().toList();
        return switch (question.kind()) {
            case SINGLE, SCENARIO ->
                List.of((question.right().get(0) + 1) % question.offered().size());
            case MULTIPLE -> question.right().size() == all.size() ? all.subList(0, 1) : all;
            case ORDERING, MATCHING -> {
                var turned = new ArrayList<>(all.subList(1, all.size()));
                turned.add(0);
                yield turned;
            }
        };
    }
}
