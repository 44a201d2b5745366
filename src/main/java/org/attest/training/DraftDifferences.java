package org.attest.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a draft changes of the published version, each in a line. */
final class DraftDifferences {

    private final List<String> lines = new ArrayList<>();

    private DraftDifferences() {}

    /** Of a draft against what is published; everything is new where nothing is. */
    static List<String> between(ModuleDocument published, ModuleDocument draft) {
        var differences = new DraftDifferences();
        if (published == null) return List.of("A new module: nothing is published of it yet");
        var before = ModuleTerms.of(published).inWords();
        ModuleTerms.of(draft).inWords().forEach((name, words) -> differences.term(name, before.get(name), words));
        differences.parts(
                "Section",
                by(published.sections(), ModuleDocument.Section::slug),
                by(draft.sections(), ModuleDocument.Section::slug),
                ModuleDocument.Section::title);
        differences.parts(
                "Question",
                by(published.questions(), Question::id),
                by(draft.questions(), Question::id),
                Question::text);
        if (!slugs(published).equals(slugs(draft)) && sorted(published).equals(sorted(draft))) {
            differences.lines.add("The sections stand in another order");
        }
        return List.copyOf(differences.lines);
    }

    private void term(String name, String before, String now) {
        if (!now.equals(before)) lines.add(name + ": " + now + " (now: " + before + ")");
    }

    private <T> void parts(String kind, Map<String, T> before, Map<String, T> now, Function<T, String> label) {
        now.forEach((key, part) -> {
            var earlier = before.get(key);
            if (earlier == null) lines.add(kind + " added: " + label.apply(part));
            else if (!earlier.equals(part)) lines.add(kind + " changed: " + label.apply(part));
        });
        before.forEach((key, part) -> {
            if (!now.containsKey(key)) lines.add(kind + " removed: " + label.apply(part));
        });
    }

    private static <T> Map<String, T> by(List<T> parts, Function<T, String> key) {
        var map = new LinkedHashMap<String, T>();
        parts.forEach(part -> map.put(key.apply(part), part));
        return map;
    }

    private static List<String> slugs(ModuleDocument module) {
        return module.sections().stream().map(ModuleDocument.Section::slug).toList();
    }

    private static List<String> sorted(ModuleDocument module) {
        return slugs(module).stream().sorted().toList();
    }
}
