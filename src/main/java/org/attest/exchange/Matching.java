package org.attest.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.attest.exchange.KnownPeople.Sign;
import org.attest.force.Reference;
import org.attest.volunteer.FileColumn;
import org.attest.volunteer.Texts;

/**
 * Whom a row is about: the person of its reference, or else of its force number, or else of its email address. A name never
 * makes it so. Remembers the rows of the file that it has seen, for none of them may be about the same person.
 */
final class Matching {

    private final KnownPeople people;
    private final Mapping mapping;
    private final Map<FileColumn, Map<Object, Integer>> rowOf = new HashMap<>();
    private final Map<Long, Integer> rowOfPerson = new HashMap<>();
    private final Map<String, List<RowSign>> rowsOfName = new HashMap<>();

    private record RowSign(int row, String number, String email, LocalDate born) {}

    Matching(KnownPeople people, Mapping mapping) {
        this.people = people;
        this.mapping = mapping;
    }

    /** The person the row is about; null where it is nobody Attest has. */
    Sign of(ReadRow row) {
        var reference = row.text(Field.REFERENCE);
        if (reference != null) return people.withReference(reference);
        var number = row.text(Field.FORCE_NUMBER);
        var byNumber = number == null ? null : people.withForceNumber(number);
        if (byNumber != null) return byNumber;
        var email = row.text(Field.EMAIL);
        return email == null ? null : people.withEmail(email);
    }

    /** People of the same name whom nothing in the row tells apart from its own. */
    List<Sign> alike(ReadRow row) {
        if (row.fullName() == null) return List.of();
        return people.named(Texts.folded(row.fullName())).stream()
                .filter(sign -> isDoubtful(row, sign.forceNumber(), sign.email(), sign.birthDate()))
                .toList();
    }

    /**
     * Whether two of one name may be one person. Two force numbers tell them apart; two birth dates do; where a birth date
     * is missing, two addresses do.
     */
    private static boolean isDoubtful(ReadRow row, String number, String email, LocalDate born) {
        if (bothAndDiffer(row.text(Field.FORCE_NUMBER), number)) return false;
        var birth = row.day(Field.BIRTH_DATE);
        if (birth != null && born != null) return birth.equals(born);
        return !bothAndDiffer(row.text(Field.EMAIL), email);
    }

    private static boolean bothAndDiffer(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }

    /** The same number, address or person twice in the file: the later row is refused. */
    void repeats(ReadRow row, Sign sign, RowFaults faults) {
        var number = rowWithSame(row, Field.FORCE_NUMBER);
        var email = rowWithSame(row, Field.EMAIL);
        number.ifPresent(other ->
                faults.add(Field.FORCE_NUMBER, "row " + other + " has this number too", "Keep one of the two rows"));
        email.ifPresent(other -> faults.add(
                Field.EMAIL,
                "row " + other + " has this address too, whatever the case",
                "Keep one of the two rows, or give each person their own address"));
        mapping.columns().keySet().stream().filter(FileColumn::isUnique).forEach(column -> rowWithSame(row, column)
                .ifPresent(other ->
                        faults.add(column, "row " + other + " has this number too", "Correct one of the two rows")));
        if (number.isPresent() || email.isPresent()) return;
        var samePerson = sign == null ? null : rowOfPerson.get(sign.id());
        if (samePerson != null) {
            faults.add(
                    row.text(Field.REFERENCE) != null
                            ? Field.REFERENCE
                            : row.text(Field.FORCE_NUMBER) != null ? Field.FORCE_NUMBER : Field.EMAIL,
                    "row " + samePerson + " is about the same person",
                    "Keep one of the two rows");
            return;
        }
        if (row.fullName() == null || sign != null) return;
        rowsOfName.getOrDefault(Texts.folded(row.fullName()), List.of()).stream()
                .filter(other -> isDoubtful(row, other.number, other.email, other.born))
                .findFirst()
                .ifPresent(other -> faults.add(
                        Field.FULL_NAME,
                        "looks like the person of row " + other.row + ", and nothing in the two rows tells them apart",
                        "If it is the same person, keep one of the two rows; if not, add both force numbers"
                                + (row.day(Field.BIRTH_DATE) == null ? ", or the birth dates" : "")));
    }

    private Optional<Integer> rowWithSame(ReadRow row, FileColumn column) {
        var value = row.said().get(column);
        return value == null
                ? Optional.empty()
                : Optional.ofNullable(rowOf.getOrDefault(column, Map.of()).get(value));
    }

    /** The reference is nobody's, or the cells of one row point to two people, or to a person of another name. */
    void contradictions(ReadRow row, KnownPerson person, RowFaults faults) {
        if (person == null) {
            if (row.text(Field.REFERENCE) != null) {
                faults.add(
                        Field.REFERENCE,
                        "nobody in the force has this reference",
                        "Correct the reference, or empty the cell for a person Attest does not have");
            }
            return;
        }
        var number = row.text(Field.FORCE_NUMBER);
        if (number != null && row.text(Field.REFERENCE) != null) {
            pointsElsewhere(people.withForceNumber(number), person, Field.FORCE_NUMBER, "the number", row, faults);
        }
        var email = row.text(Field.EMAIL);
        if (email != null) {
            pointsElsewhere(people.withEmail(email), person, Field.EMAIL, "the address", row, faults);
        }
        var name = row.fullName();
        boolean otherName = name != null
                && !Texts.folded(name).equals(Texts.folded(person.details().fullName()));
        if (otherName
                && bothAndDiffer(row.day(Field.BIRTH_DATE), person.details().birthDate())) {
            faults.add(
                    Field.FULL_NAME,
                    "neither the name nor the birth date is that of " + Reference.grouped(person.ref()) + ", whose "
                            + found(row, person) + " the row has",
                    "Correct the number or the address, or the name and the birth date");
        }
    }

    private static void pointsElsewhere(
            Sign sign, KnownPerson person, FileColumn column, String what, ReadRow row, RowFaults faults) {
        if (sign == null || sign.id().equals(person.id())) return;
        faults.add(
                column,
                what + " is that of " + Reference.grouped(sign.ref()) + ", and the "
                        + (row.text(Field.REFERENCE) != null ? "reference" : "force number") + " that of "
                        + Reference.grouped(person.ref()),
                "Correct the one that is wrong");
    }

    /** By what the person was found. */
    private static String found(ReadRow row, KnownPerson person) {
        if (row.text(Field.REFERENCE) != null) return "reference";
        boolean byNumber = row.text(Field.FORCE_NUMBER) != null
                && Objects.equals(row.text(Field.FORCE_NUMBER), person.details().forceNumber());
        return byNumber ? "force number" : "email address";
    }

    /** A row without anything to find its person by is about somebody of a name that Attest has. */
    void looksLike(ReadRow row, KnownPerson person, RowFaults faults) {
        boolean sameBirth = row.day(Field.BIRTH_DATE) != null
                && Objects.equals(row.day(Field.BIRTH_DATE), person.details().birthDate());
        faults.add(
                Field.FULL_NAME,
                "looks like " + Reference.grouped(person.ref())
                        + (sameBirth
                                ? ", who has the same name and birth date"
                                : ", who has the same name, and nothing in the row tells them apart"),
                "If it is the same person, add the Attest reference, or the force number or email address Attest has"
                        + " for them; if not, add what tells them apart: both force numbers"
                        + (row.day(Field.BIRTH_DATE) == null ? ", or the birth date" : ""));
    }

    /** For the rows after this one. */
    void remember(ReadRow row, Long person) {
        remember(row, Field.FORCE_NUMBER);
        remember(row, Field.EMAIL);
        mapping.columns().keySet().stream().filter(FileColumn::isUnique).forEach(column -> remember(row, column));
        if (person != null) rowOfPerson.putIfAbsent(person, row.number());
        if (row.fullName() != null) {
            rowsOfName
                    .computeIfAbsent(Texts.folded(row.fullName()), name -> new ArrayList<>(1))
                    .add(new RowSign(
                            row.number(),
                            row.text(Field.FORCE_NUMBER),
                            row.text(Field.EMAIL),
                            row.day(Field.BIRTH_DATE)));
        }
    }

    private void remember(ReadRow row, FileColumn column) {
        var value = row.said().get(column);
        if (value != null) {
            rowOf.computeIfAbsent(column, c -> new HashMap<>()).putIfAbsent(value, row.number());
        }
    }
}
