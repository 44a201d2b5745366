package org.attest.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.attest.exchange.CompletionLine.Who;
import org.attest.exchange.KnownPeople.Sign;
import org.attest.force.Reference;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Texts;

/** Whom a row of completed training is about. Everything it says by which people are found must be one person’s. */
final class CompletionPeople {

    private final KnownPeople people;
    private final Mapping mapping;
    private final List<String> headings;

    CompletionPeople(KnownPeople people, Mapping mapping, List<String> headings) {
        this.people = people;
        this.mapping = mapping;
        this.headings = headings;
    }

    /** The person; null with a fault where it is nobody, or not certain who. */
    Sign of(Who who, List<CellFault> faults) {
        if (who.reference() != null && people.withReference(who.reference()) == null) {
            faults.add(fault(
                    Field.REFERENCE,
                    who.reference(),
                    "nobody in the force has this reference",
                    "Correct the reference, or empty the cell"));
            return null;
        }
        Map<String, Sign> found = new LinkedHashMap<>();
        if (who.reference() != null) found.put("reference", people.withReference(who.reference()));
        if (who.number() != null) found.put("force number", people.withForceNumber(who.number()));
        if (who.email() != null) found.put("email address", people.withEmail(who.email()));
        if (who.username() != null) {
            var name = who.username();
            found.put("username, as a force number,", people.withForceNumber(name));
            found.put("username, as an email address,", people.withEmail(name.toLowerCase()));
            found.put("username, as a reference,", people.withReference(name));
        }
        found.values().removeIf(Objects::isNull);
        var people = found.values().stream().map(Sign::id).distinct().toList();
        if (people.size() == 1) return found.values().iterator().next();
        faults.add(people.isEmpty() ? unknown(who) : doubtful(who, found));
        return null;
    }

    private CellFault doubtful(Who who, Map<String, Sign> found) {
        var first = found.entrySet().iterator().next();
        var other = found.entrySet().stream()
                .filter(e -> !e.getValue().id().equals(first.getValue().id()))
                .findFirst()
                .orElseThrow();
        return fault(
                Field.EMAIL,
                first(who),
                "the " + first.getKey() + " is that of "
                        + Reference.grouped(first.getValue().ref()) + ", and the " + other.getKey() + " that of "
                        + Reference.grouped(other.getValue().ref()),
                "Correct the one that is wrong");
    }

    private CellFault unknown(Who who) {
        var typed = first(who);
        if (!typed.isEmpty()) {
            return fault(
                    Field.EMAIL,
                    typed,
                    "nobody in the force has this "
                            + (who.number() != null
                                    ? who.email() == null ? "number" : "number or address"
                                    : who.email() != null ? "address" : "username"),
                    "Correct it, add the Attest reference, or bring the person in first");
        }
        if (who.name() == null) {
            return fault(Field.FULL_NAME, "", "the row does not say whom it is about", "Add the Attest reference");
        }
        int alike = people.named(Texts.folded(who.name())).size();
        return fault(
                Field.FULL_NAME,
                who.name(),
                "a name alone does not say who it is, and "
                        + (alike == 0
                                ? "nobody in the force has this one"
                                : alike == 1
                                        ? "one person in the force has this one"
                                        : alike + " people in the force have this one"),
                "Add the Attest reference, the force number or the email address");
    }

    private static String first(Who who) {
        return Stream.of(who.number(), who.email(), who.username())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Beside the column, or beside the first by which people are found where the file has no such column. */
    private CellFault fault(FileColumn column, String value, String reason, String mend) {
        var heading = Stream.of(
                        column,
                        Field.FORCE_NUMBER,
                        Field.EMAIL,
                        CompletionField.USERNAME,
                        Field.REFERENCE,
                        Field.FULL_NAME)
                .filter(mapping::has)
                .findFirst()
                .map(c -> mapping.heading(c, headings))
                .orElse(column.label());
        return new CellFault(heading, Visible.of(value), reason, mend);
    }
}
