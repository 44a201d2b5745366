package org.attest.vetting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.attest.volunteer.FormerName;
import org.attest.volunteer.Texts;
import org.attest.volunteer.Volunteer;

/**
 * What of an earlier form is worth carrying over, and what the record knows. Never what somebody declares or agrees to, money,
 * what goes on now, whom they have told, and that there is nothing to say: all that has to be said anew each time.
 */
final class CarriedAnswers {

    private static final Set<FormPart> NEVER =
            Set.of(FormPart.FINANCE, FormPart.INVESTIGATION, FormPart.HUNTERS, FormPart.DECLARATIONS);

    /** Of this application alone: whether they were told of it, and what lets the person stay now (vetting rule 17). */
    private static final Set<String> ANEW = Set.of("told", "whyNot", "remain");

    private CarriedAnswers() {}

    /** The answers of a part that go into a form of the variant; nothing where nothing does. */
    static FormAnswers of(FormPart part, VettingForm earlier, FormVariant variant) {
        if (NEVER.contains(part)) return FormAnswers.NOTHING;
        // the form for volunteers does not ask for what is protected: what was said to the other one stays there
        // (vetting rule 22)
        if (part == FormPart.POLICE && earlier.variant() != variant && variant != FormVariant.SPECIAL_CONSTABLE) {
            return FormAnswers.NOTHING;
        }
        var answers = earlier.of(part);
        return new FormAnswers(
                carried(part.fields(), answers.fields()),
                answers.rows().stream()
                        .map(row -> carried(part.row(), row))
                        .filter(row -> !row.isEmpty())
                        .toList());
    }

    private static Map<String, String> carried(List<FormField> fields, Map<String, String> answers) {
        var carried = new HashMap<String, String>();
        for (var field : fields) {
            var answer = answers.get(field.name());
            boolean never = field.kind() == FormField.Kind.TICK || ANEW.contains(field.name());
            if (answer != null && !never) carried.put(field.name(), answer);
        }
        return carried;
    }

    /** What the record knows of somebody's names and birth date. */
    static FormAnswers known(Volunteer person) {
        return named(FormAnswers.NOTHING, person);
    }

    /** Names and birth date as the record has them now; a name that is another one in it is among the others. */
    static FormAnswers named(FormAnswers answers, Volunteer person) {
        var fields = new HashMap<>(answers.fields());
        var rows = new ArrayList<>(answers.rows());
        var before = answers.fields().get("fullName");
        Stream.concat(Stream.ofNullable(before), FormerName.of(person).stream().map(n -> n.fullName))
                .filter(name -> !same(name, person.fullName))
                .filter(name -> rows.stream().noneMatch(row -> same(name, row.get("name"))))
                .distinct()
                .toList()
                .forEach(name -> rows.add(Map.of("name", name)));
        fields.put("fullName", person.fullName);
        if (person.birthDate != null) fields.put("birthDate", person.birthDate.toString());
        return new FormAnswers(fields, rows);
    }

    private static boolean same(String name, String other) {
        return other != null && Texts.folded(name).equals(Texts.folded(other));
    }
}
