package org.attest.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.training.LearnedElsewhere;
import org.attest.training.LearnedElsewhere.How;
import org.attest.training.LearnedElsewhere.Passed;
import org.attest.volunteer.Volunteer;
import org.attest.web.Formats;
import org.attest.web.Refused;

/**
 * Tells of everything a file of completed training says what would become of it. Changes nothing. What people learned is weighed
 * in the order in which they learned it, so that a module can stand on one of the same file, whichever row comes first.
 */
final class CompletionRun {

    private static final int AT_ONCE = 500;

    /** Of everything that a module can need, the first to be weighed; what says nothing about a day before all others. */
    private final Comparator<Weighed> learningOrder;

    private final Sheet sheet;
    private final Mapping mapping;
    private final Map<String, String> courses;
    private final KnownPeople people;
    private final LearnedElsewhere elsewhere;
    private final Long asking;
    private final String fileName;
    private final List<CheckedCompletion> checked = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private int leftOut;

    /** A line whose person and module are known. */
    private record Weighed(CompletionLine line, Volunteer person, String module, boolean passes) {}

    /**
     * @param courses what each course is, by its name
     * @param asking account of whoever brings it in; null where that is a program
     */
    CompletionRun(
            Sheet sheet,
            Mapping mapping,
            Map<String, String> courses,
            KnownPeople people,
            LearnedElsewhere elsewhere,
            Long asking,
            String fileName) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.courses = courses;
        this.people = people;
        this.elsewhere = elsewhere;
        this.asking = asking;
        this.fileName = fileName;
        this.learningOrder = Comparator.<Weighed, LocalDate>comparing(
                        w -> w.line.day(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(w -> elsewhere.place(w.module))
                .thenComparing(w -> w.line.number());
    }

    CompletionRun run() {
        var matching = new CompletionPeople(people, mapping, sheet.headings());
        var found = new HashMap<Integer, Long>();
        var taken = new ArrayList<CompletionLine>();
        var rowsAtFault = new LinkedHashSet<Integer>();
        for (var line : new CompletionReading(sheet, mapping).lines()) {
            var meaning = line.course() == null ? null : CourseMeaning.in(courses, line.course());
            if (meaning != null && meaning.isLeftOut()) {
                leftOut++;
                continue;
            }
            var faults = new ArrayList<>(line.faults());
            boolean unreadable = line.who() == CompletionLine.Who.NOBODY;
            var sign = unreadable ? null : matching.of(line.who(), faults);
            if (sign == null) {
                // one fault of a person, however many activities stand in the row
                if (unreadable || rowsAtFault.add(line.row().number())) refuse(line, null, faults);
                continue;
            }
            found.put(line.number(), sign.id());
            taken.add(line);
        }
        var known = open(new LinkedHashSet<>(found.values()));
        var byPerson = new HashMap<Long, List<Weighed>>();
        for (var line : taken) {
            var person = known.get(found.get(line.number()));
            var meaning = line.course() == null ? null : CourseMeaning.in(courses, line.course());
            var faults = new ArrayList<>(line.faults());
            if (line.course() != null && meaning == null) {
                faults.add(new CellFault(
                        line.columns().course(),
                        line.course(),
                        "it is not said yet which module this course is",
                        "Say so on the page of the courses"));
            }
            if (person.accountId != null && person.accountId.equals(asking)) {
                faults.add(new CellFault(
                        heading(),
                        Visible.of(person.fullName),
                        "this is your own record",
                        "A colleague has to bring it in"));
            }
            if (!faults.isEmpty()) refuse(line, person, faults);
            else {
                byPerson.computeIfAbsent(person.id, id -> new ArrayList<>())
                        .add(new Weighed(line, person, meaning.module(), meaning.passes()));
            }
        }
        byPerson.values().forEach(lines -> lines.stream().sorted(learningOrder).forEach(this::weigh));
        checked.sort(Comparator.comparing(CheckedCompletion::number));
        checked.forEach(one -> counts = counts.plus(one.outcome()));
        return this;
    }

    private Map<Long, Volunteer> open(Collection<Long> ids) {
        var known = new HashMap<Long, Volunteer>();
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = Volunteer.<Volunteer>list(
                    "from Volunteer v join fetch v.force where v.id in ?1",
                    all.subList(from, Math.min(from + AT_ONCE, all.size())));
            elsewhere.open(some);
            some.forEach(v -> known.put(v.id, v));
        }
        return known;
    }

    private void weigh(Weighed one) {
        var line = one.line;
        var label = elsewhere.label(one.module);
        var said = said(line);
        try {
            boolean failed = line.state() == CompletionState.FAILED || elsewhere.isFail(one.module, line.mark());
            if (failed || line.state() == CompletionState.NOT_COMPLETED) {
                var standing = elsewhere.notPassed(one.person, one.module, failed);
                add(line, one.person, null, standing, label, said);
                return;
            }
            boolean reached = line.state() == CompletionState.PASSED || one.passes;
            var assessor = line.assessor() == null ? null : elsewhere.assessor(line.assessor());
            var passed = new Passed(one.module, line.day(), line.mark(), reached, assessor, evidence(line));
            var standing = elsewhere.weigh(one.person, passed);
            var until = standing.lastDay() == null ? "" : ", valid until " + Formats.inWords(standing.lastDay());
            add(line, one.person, standing.how() == How.SAME ? null : passed, standing, label, said + until);
        } catch (Refused refused) {
            refuse(line, one.person, List.of(fault(line, refused)));
        }
    }

    private void add(
            CompletionLine line,
            Volunteer person,
            Passed passed,
            LearnedElsewhere.Standing standing,
            String label,
            String said) {
        var outcome =
                switch (standing.how()) {
                    case NEW -> Outcome.NEW;
                    case SAME -> Outcome.SAME;
                    case LESS -> Outcome.CHANGED;
                };
        checked.add(new CheckedCompletion(line, person, passed, outcome, label, said, standing.held(), List.of()));
    }

    private void refuse(CompletionLine line, Volunteer person, List<CellFault> faults) {
        var course = line.course() == null ? "" : line.course();
        checked.add(new CheckedCompletion(line, person, null, Outcome.REFUSED, course, "", null, List.copyOf(faults)));
    }

    private static String said(CompletionLine line) {
        var state = line.said().isEmpty() ? CompletionState.WORDS.inWords(line.state()) : Visible.of(line.said());
        return state
                + (line.day() == null ? "" : " on " + Formats.inWords(line.day()))
                + (line.mark() == null ? "" : ", " + line.mark() + "%");
    }

    /** File, row and what stands there: what shows the result, to be seen by somebody. */
    private String evidence(CompletionLine line) {
        var words = fileName + ", row " + line.row().number() + ": " + said(line);
        return words.length() <= 300 ? words : words.substring(0, 300);
    }

    private CellFault fault(CompletionLine line, Refused refused) {
        var sentence = refused.sentence();
        var reason = (Character.isUpperCase(sentence.charAt(1))
                        ? sentence
                        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1))
                + (refused.rule().isEmpty() ? "" : " (" + refused.rule() + ")");
        return switch (refused.rule()) {
            case "training rule 2" ->
                fault(
                        line.columns().course(),
                        line.course(),
                        reason,
                        "Bring in first what it needs, or correct the day");
            case "training rule 3" ->
                line.mark() != null
                        ? fault(
                                line.columns().mark(),
                                String.valueOf(line.mark()),
                                reason,
                                "Leave it out, or correct the mark")
                        : fault(
                                line.columns().result(),
                                line.said(),
                                reason,
                                "Add the mark, or say of the course that who completes it has reached the pass mark");
            case "training rule 6" ->
                fault(
                        line.columns().assessor(),
                        line.assessor() == null ? "" : line.assessor(),
                        reason,
                        "Name who assessed it, by the name or email address of an assessor of the force");
            case "training rule 7", "training rule 10" ->
                fault(
                        line.columns().course(),
                        line.course(),
                        reason,
                        "Leave the course out, and record it in its own way");
            default ->
                fault(
                        line.columns().day(),
                        line.day() == null ? "" : Formats.inWords(line.day()),
                        reason,
                        "Correct the row, or leave it out");
        };
    }

    private static CellFault fault(String heading, String value, String reason, String mend) {
        return new CellFault(heading, Visible.of(value == null ? "" : value), reason, mend);
    }

    /** The column that stands for the person. */
    private String heading() {
        return Stream.of(Field.FULL_NAME, Field.EMAIL, Field.FORCE_NUMBER, CompletionField.USERNAME, Field.REFERENCE)
                .filter(mapping::has)
                .findFirst()
                .map(column -> mapping.heading(column, sheet.headings()))
                .orElse("Person");
    }

    /** Everything, in the order of the file. */
    List<CheckedCompletion> checked() {
        return checked;
    }

    /** What can come in, in the order in which it can: what is needed first. */
    List<CheckedCompletion> inLearningOrder() {
        return checked.stream()
                .filter(CheckedCompletion::canComeIn)
                .sorted(Comparator.<CheckedCompletion, LocalDate>comparing(
                                c -> c.passed().on())
                        .thenComparing(c -> elsewhere.place(c.passed().module()))
                        .thenComparing(CheckedCompletion::number))
                .toList();
    }

    Counts counts() {
        return counts;
    }

    /** Each refused row once, with all that is wrong with it, as a row of a file. */
    void refusedRows(Consumer<List<String>> rows) {
        var reasons = new LinkedHashMap<SheetRow, List<String>>();
        for (var one : checked) {
            if (one.outcome() != Outcome.REFUSED) continue;
            reasons.computeIfAbsent(one.line().row(), row -> new ArrayList<>()).add(one.reasons());
        }
        reasons.forEach((row, all) -> rows.accept(RefusedRows.cells(
                row.number(), row.cells(), all.stream().distinct().collect(Collectors.joining(" ")), sheet)));
    }

    /** Rows of the file with something refused. */
    int rowsRefused() {
        return (int) checked.stream()
                .filter(one -> one.outcome() == Outcome.REFUSED)
                .map(CheckedCompletion::row)
                .distinct()
                .count();
    }

    /** What the file says about courses that are left out. */
    int ofCoursesLeftOut() {
        return leftOut;
    }

    /** How often the file says “not passed” where Attest has a pass. */
    int sayingLess() {
        return (int) checked.stream().filter(CheckedCompletion::saysLess).count();
    }

    /** A mark of everything that was found: another when what the file says, or what Attest has beside it, is another. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var one : checked) {
                var words = one.number() + "|" + one.outcome() + "|" + (one.person() == null ? "" : one.person().ref)
                        + "|" + one.module() + "|" + one.said() + "|" + one.held() + "\n";
                digest.update(words.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
