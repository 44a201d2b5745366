package org.attest.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Subject and text of a letter or message, with fields between braces. */
public record Words(String subject, String body) {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_BODY = 5000;

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** What keeps them from being used for the template, in sentences; empty when nothing does. */
    List<String> faults(Template template) {
        var faults = new ArrayList<String>();
        var allowed = template.allowed().stream().map(Field::key).toList();
        var used = new LinkedHashSet<String>();
        used.addAll(fieldsIn(subject));
        used.addAll(fieldsIn(body));
        for (var field : used) {
            if (!allowed.contains(field)) {
                faults.add("{" + field + "} is no field of this template. It can have {" + String.join("}, {", allowed)
                        + "}");
            }
        }
        for (var field : template.required()) {
            if (!used.contains(field.key())) {
                faults.add("{" + field.key() + "} is missing: without it nobody learns " + field.words());
            }
        }
        if (FIELD.matcher(subject + body).replaceAll("").matches("(?s).*[{}].*")) {
            faults.add("There is a brace that belongs to no field. Write fields as {name}");
        }
        return faults;
    }

    /** With every field in its place. The values are text and nothing else: a brace in one stays a brace. */
    Words merged(Map<String, String> values) {
        return new Words(merged(subject, values, Words::oneLine), merged(body, values, UnaryOperator.identity()));
    }

    private static String merged(String text, Map<String, String> values, UnaryOperator<String> made) {
        return FIELD.matcher(text)
                .replaceAll((MatchResult field) ->
                        java.util.regex.Matcher.quoteReplacement(made.apply(values.getOrDefault(field.group(1), ""))));
    }

    private static Set<String> fieldsIn(String text) {
        var fields = new LinkedHashSet<String>();
        var field = FIELD.matcher(text);
        while (field.find()) fields.add(field.group(1));
        return fields;
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
