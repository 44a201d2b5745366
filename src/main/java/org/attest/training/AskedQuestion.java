package org.attest.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attest.web.Form;
import org.attest.web.Option;

/**
 * A question as a page asks it. What is offered stands in an order of its own, and a form carries nothing but the number of
 * the line there, so that nothing of the answer is in what the browser receives.
 *
 * @param prompts what each choice is made for, where the question matches; else empty
 * @param offered in the order of the page
 * @param places for each line of the page, its place in {@link Question#offered}; stays on the server
 */
record AskedQuestion(
        Question.Kind kind,
        String situation,
        String text,
        List<String> prompts,
        List<String> offered,
        List<Integer> places) {

    private static final String ANSWER = "answer";

    /** A line that has a choice of its own. */
    record Line(String field, String text) {}

    static AskedQuestion of(Attempt attempt, AttemptAnswer answer) {
        var question = attempt.moduleVersion.document().question(answer.question);
        var places = Draw.shown(question, attempt.seed, answer.position);
        return new AskedQuestion(
                question.kind(),
                question.situation(),
                question.text(),
                question.prompts(),
                places.stream().map(question.offered()::get).toList(),
                places);
    }

    /** Whether several lines may be ticked. */
    public boolean isMultiple() {
        return kind == Question.Kind.MULTIPLE;
    }

    /** Whether each line has a choice of its own. */
    public boolean isByLine() {
        return kind == Question.Kind.ORDERING || kind == Question.Kind.MATCHING;
    }

    public boolean isOrdering() {
        return kind == Question.Kind.ORDERING;
    }

    /** What is chosen from: what is offered, or for an order the places to be given. */
    public List<Option> options() {
        return IntStream.rangeClosed(1, offered.size())
                .mapToObj(line ->
                        new Option(String.valueOf(line), isOrdering() ? String.valueOf(line) : offered.get(line - 1)))
                .toList();
    }

    public List<Line> lines() {
        var each = isOrdering() ? offered : prompts;
        return IntStream.range(0, each.size())
                .mapToObj(i -> new Line(field(i), each.get(i)))
                .toList();
    }

    private static String field(int line) {
        return "line-" + (line + 1);
    }

    /** The answer in the form, as {@link Question} understands it; null with a refusal for what is none. */
    List<Integer> given(Form form) {
        var chosen = isByLine() ? ofEachLine(form) : ofAll(form);
        return chosen == null ? null : meant(chosen);
    }

    private List<Integer> ofAll(Form form) {
        var chosen = new TreeSet<Integer>();
        form.all(ANSWER).forEach(value -> chosen.add(line(value)));
        if (chosen.isEmpty() || chosen.contains(0) || !isMultiple() && chosen.size() > 1) {
            form.refuse(ANSWER, isMultiple() ? "Choose at least one answer" : "Choose one answer");
            return null;
        }
        return List.copyOf(chosen);
    }

    private List<Integer> ofEachLine(Form form) {
        var chosen = new ArrayList<Integer>();
        var taken = new HashSet<Integer>();
        for (var line : lines()) {
            int one = line(form.typed(line.field));
            if (one == 0) {
                form.refuse(
                        line.field, (isOrdering() ? "Choose a place for: " : "Choose what belongs to: ") + line.text);
            } else if (isOrdering() && !taken.add(one)) {
                form.refuse(line.field, "Place " + one + " is given twice: give each place once");
            }
            chosen.add(one);
        }
        return form.isSound() ? chosen : null;
    }

    /** Number of the line chosen; 0 for none of the page. */
    private int line(String value) {
        int line = value.matches("\\d{1,3}") ? Integer.parseInt(value) : 0;
        return line <= offered.size() ? line : 0;
    }

    private List<Integer> meant(List<Integer> chosen) {
        if (!isOrdering())
            return chosen.stream().map(line -> places.get(line - 1)).toList();
        var inOrder = new Integer[chosen.size()];
        for (int i = 0; i < chosen.size(); i++) inOrder[chosen.get(i) - 1] = places.get(i);
        return List.of(inOrder);
    }

    /** {@link #given} back into the numbers of the page. */
    private List<Integer> chosen(List<Integer> given) {
        if (isOrdering()) {
            return places.stream().map(place -> given.indexOf(place) + 1).toList();
        }
        var chosen = given.stream().map(place -> places.indexOf(place) + 1);
        return isMultiple() ? chosen.sorted().toList() : chosen.toList();
    }

    /** The answer as the page writes it down, to see whether it is still the same; empty for none. */
    String stamp(List<Integer> given) {
        return given == null ? "" : chosen(given).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** A form that shows the answer. */
    Form form(List<Integer> given) {
        var form = Form.showing(Map.of());
        if (given == null) return form;
        var chosen = chosen(given);
        for (int i = 0; i < chosen.size(); i++) {
            form.tick(isByLine() ? field(i) : ANSWER, String.valueOf(chosen.get(i)));
        }
        return form;
    }

    /** The answer in words, a line each; empty for none. */
    List<String> said(List<Integer> given) {
        if (given == null) return List.of();
        var words =
                given.stream().map(place -> offered.get(places.indexOf(place))).toList();
        return switch (kind) {
            case SINGLE, MULTIPLE, SCENARIO -> words;
            case ORDERING ->
                IntStream.range(0, words.size())
                        .mapToObj(i -> (i + 1) + ": " + words.get(i))
                        .toList();
            case MATCHING ->
                IntStream.range(0, words.size())
                        .mapToObj(i -> prompts.get(i) + ": " + words.get(i))
                        .toList();
        };
    }
}
