package org.attest.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.attest.exchange.CheckedRow.Change;
import org.attest.exchange.CheckedRow.Outcome;
import org.attest.exchange.KnownPeople.Sign;
import org.attest.force.Reference;
import org.attest.volunteer.Ages;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Cohort;
import org.attest.volunteer.Details;
import org.attest.volunteer.EligibilityAnswers;
import org.attest.volunteer.Entry;
import org.attest.volunteer.JoiningRules;
import org.attest.volunteer.Stage;
import org.attest.volunteer.Texts;
import org.attest.web.Formats;

/**
 * Tells for every row of a file what would become of it: new, changed, same or refused. Changes nothing, and takes the rows
 * a few hundred at a time, so that the size of the file does not matter.
 *
 * <p>A row is about a person Attest has when the force number is theirs, or else the email address. A name never makes it
 * so: a row that has the name and birth date of somebody, and nothing to tell them apart, is refused.
 */
final class DryRun {

    private static final int ROWS_AT_ONCE = 500;

    /** What is true while rows are looked at. */
    record Rules(JoiningRules joining, LocalDate today) {}

    private final Sheet sheet;
    private final Mapping mapping;
    private final KnownPeople people;
    private final Rules rules;
    private final RowReading reading;
    private final Map<Long, Integer> room;

    private final Map<String, Integer> rowOfNumber = new HashMap<>();
    private final Map<String, Integer> rowOfEmail = new HashMap<>();
    private final Map<Long, Integer> rowOfPerson = new HashMap<>();
    private final Map<String, List<RowSign>> rowsOfName = new HashMap<>();
    private final MessageDigest digest = sha256();
    private Counts counts = Counts.NONE;

    private record RowSign(int row, String number, String email, LocalDate born) {}

    /** @param room free places of each cohort, by id */
    DryRun(
            Sheet sheet,
            Mapping mapping,
            KnownPeople people,
            List<Cohort> cohorts,
            Map<Long, Integer> room,
            Rules rules) {
        this.sheet = sheet;
        this.mapping = mapping;
        this.people = people;
        this.rules = rules;
        this.room = new HashMap<>(room);
        this.reading = new RowReading(sheet, mapping, cohorts);
    }

    /** Looks at every row, in order, and hands them on in lots. */
    void run(Consumer<List<CheckedRow>> lots) {
        var lot = new ArrayList<ReadRow>(ROWS_AT_ONCE);
        sheet.rows().forEach(row -> {
            lot.add(reading.read(row));
            if (lot.size() == ROWS_AT_ONCE) {
                lots.accept(check(lot));
                lot.clear();
            }
        });
        if (!lot.isEmpty()) lots.accept(check(lot));
    }

    /** How the rows seen so far came out. */
    Counts counts() {
        return counts;
    }

    /** A mark of everything that was found: another when a row, or what Attest has about its person, is another. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CheckedRow> check(List<ReadRow> rows) {
        var matched = new HashMap<Integer, Sign>();
        for (var row : rows) {
            var sign = match(row);
            if (sign != null) matched.put(row.number(), sign);
        }
        var candidates = new LinkedHashSet<Long>();
        matched.values().forEach(sign -> candidates.add(sign.id()));
        rows.stream()
                .filter(row -> !matched.containsKey(row.number()))
                .flatMap(row -> alike(row).stream())
                .forEach(sign -> candidates.add(sign.id()));
        var held = people.held(candidates);

        var checked = new ArrayList<CheckedRow>(rows.size());
        for (var row : rows) {
            var one = check(row, matched.get(row.number()), held);
            remember(row, one);
            counts = counts.plus(one.outcome());
            mark(one);
            checked.add(one);
        }
        return checked;
    }

    private Sign match(ReadRow row) {
        var number = row.text(Field.FORCE_NUMBER);
        var byNumber = number == null ? null : people.withForceNumber(number);
        if (byNumber != null) return byNumber;
        var email = row.text(Field.EMAIL);
        return email == null ? null : people.withEmail(email);
    }

    /** People of the same name whom nothing in the row tells apart from its own. */
    private List<Sign> alike(ReadRow row) {
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

    private CheckedRow check(ReadRow row, Sign sign, Map<Long, KnownPerson> held) {
        var faults = new ArrayList<>(row.faults());
        repeats(row, sign, faults);
        return sign == null ? checkStranger(row, held, faults) : checkKnown(row, held.get(sign.id()), faults);
    }

    private CheckedRow checkStranger(ReadRow row, Map<Long, KnownPerson> held, List<CellFault> faults) {
        if (row.fullName() == null) return CheckedRow.refused(row, null, faults);
        if (faults.isEmpty()) {
            var other = alike(row).stream().findFirst().map(sign -> held.get(sign.id()));
            if (other.isPresent()) {
                if (new Comparison(row, other.get()).nothingDiffers()) return CheckedRow.same(row, other.get());
                faults.add(looksLike(row, other.get()));
            }
        }
        var entry = entry(row);
        newcomer(row, entry, faults);
        return faults.isEmpty() ? CheckedRow.fresh(row, entry) : CheckedRow.refused(row, null, faults);
    }

    private CheckedRow checkKnown(ReadRow row, KnownPerson person, List<CellFault> faults) {
        other(row, person, faults);
        var compared = new Comparison(row, person);
        compared.compare(faults);
        if (faults.isEmpty() && compared.joins()) takePlace(row, row.cohort(), faults);
        if (!faults.isEmpty()) return CheckedRow.refused(row, person, faults);
        return compared.changes.isEmpty()
                ? CheckedRow.same(row, person)
                : CheckedRow.changed(row, person, compared.changes);
    }

    private CellFault fault(ReadRow row, Field field, String reason, String mend) {
        var value = row.said().get(field);
        var column = mapping.columns().get(field);
        var shown = column != null
                ? row.cells().size() > column ? row.cells().get(column) : ""
                : value == null ? "" : value.toString();
        return new CellFault(reading.heading(field), Visible.of(shown), reason, mend);
    }

    private CellFault looksLike(ReadRow row, KnownPerson person) {
        return fault(
                row,
                Field.FULL_NAME,
                "looks like " + Reference.grouped(person.ref())
                        + (Objects.equals(
                                                row.day(Field.BIRTH_DATE),
                                                person.details().birthDate())
                                        && row.day(Field.BIRTH_DATE) != null
                                ? ", who has the same name and birth date"
                                : ", who has the same name, and nothing in the row tells them apart"),
                "If it is the same person, add the force number or email address Attest has for them; if not, add what tells"
                        + " them apart: both force numbers"
                        + (row.day(Field.BIRTH_DATE) == null ? ", or the birth date" : ""));
    }

    /** The same number, address or person twice in the file: the later row is refused. */
    private void repeats(ReadRow row, Sign sign, List<CellFault> faults) {
        var number = row.text(Field.FORCE_NUMBER);
        var email = row.text(Field.EMAIL);
        var numberRow = number == null ? null : rowOfNumber.get(number);
        var emailRow = email == null ? null : rowOfEmail.get(email);
        var personRow = sign == null ? null : rowOfPerson.get(sign.id());
        if (numberRow != null) {
            faults.add(fault(
                    row, Field.FORCE_NUMBER, "row " + numberRow + " has this number too", "Keep one of the two rows"));
        }
        if (emailRow != null) {
            faults.add(fault(
                    row,
                    Field.EMAIL,
                    "row " + emailRow + " has this address too, whatever the case",
                    "Keep one of the two rows, or give each person their own address"));
        }
        if (numberRow != null || emailRow != null) return;
        if (personRow != null) {
            faults.add(fault(
                    row,
                    number != null ? Field.FORCE_NUMBER : Field.EMAIL,
                    "row " + personRow + " is about the same person",
                    "Keep one of the two rows"));
            return;
        }
        if (row.fullName() == null || sign != null) return;
        rowsOfName.getOrDefault(Texts.folded(row.fullName()), List.of()).stream()
                .filter(other -> isDoubtful(row, other.number, other.email, other.born))
                .findFirst()
                .ifPresent(other -> faults.add(fault(
                        row,
                        Field.FULL_NAME,
                        "looks like the person of row " + other.row + ", and nothing in the two rows tells them apart",
                        "If it is the same person, keep one of the two rows; if not, add both force numbers"
                                + (row.day(Field.BIRTH_DATE) == null ? ", or the birth dates" : ""))));
    }

    private void remember(ReadRow row, CheckedRow checked) {
        var number = row.text(Field.FORCE_NUMBER);
        var email = row.text(Field.EMAIL);
        if (number != null) rowOfNumber.putIfAbsent(number, row.number());
        if (email != null) rowOfEmail.putIfAbsent(email, row.number());
        if (checked.person() != null && checked.outcome() != Outcome.REFUSED) {
            rowOfPerson.putIfAbsent(checked.person().id(), row.number());
        }
        if (row.fullName() != null) {
            rowsOfName
                    .computeIfAbsent(Texts.folded(row.fullName()), name -> new ArrayList<>(1))
                    .add(new RowSign(row.number(), number, email, row.day(Field.BIRTH_DATE)));
        }
    }

    private void mark(CheckedRow row) {
        var words = new StringBuilder();
        words.append(row.number()).append('|').append(row.outcome());
        if (row.person() != null) words.append('|').append(row.person().ref());
        row.changes().forEach(c -> words.append('|')
                .append(c.field())
                .append('=')
                .append(c.before())
                .append('>')
                .append(c.after()));
        digest.update(words.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The number is one person's and the address another's, or neither name nor birth date is the person's. */
    private void other(ReadRow row, KnownPerson person, List<CellFault> faults) {
        var email = row.text(Field.EMAIL);
        var byEmail = email == null ? null : people.withEmail(email);
        if (byEmail != null && !byEmail.id().equals(person.id())) {
            faults.add(fault(
                    row,
                    Field.EMAIL,
                    "the address is that of " + Reference.grouped(byEmail.ref()) + ", and the force number that of "
                            + Reference.grouped(person.ref()),
                    "Correct the one that is wrong"));
        }
        var name = row.fullName();
        var born = row.day(Field.BIRTH_DATE);
        boolean otherName = name != null
                && !Texts.folded(name).equals(Texts.folded(person.details().fullName()));
        if (otherName && bothAndDiffer(born, person.details().birthDate())) {
            faults.add(fault(
                    row,
                    Field.FULL_NAME,
                    "neither the name nor the birth date is that of " + Reference.grouped(person.ref()) + ", whose "
                            + (Objects.equals(
                                                    row.text(Field.FORCE_NUMBER),
                                                    person.details().forceNumber())
                                            && row.text(Field.FORCE_NUMBER) != null
                                    ? "force number"
                                    : "email address")
                            + " the row has",
                    "Correct the number or the address, or the name and the birth date"));
        }
    }

    /** A new person as the row says it. */
    private Entry entry(ReadRow row) {
        var stage = row.stage() != null ? row.stage() : mapping.stage();
        var applied = row.day(Field.APPLIED_ON);
        return new Entry(details(row), stage, since(row, stage), applied, row.cohort(), null);
    }

    private LocalDate since(ReadRow row, Stage stage) {
        var since = row.day(Field.STAGE_SINCE);
        if (since == null && stage == Stage.APPLIED) since = row.day(Field.APPLIED_ON);
        if (since == null && stage == Stage.SERVICE) {
            since = row.day(Field.ATTESTED_ON) != null ? row.day(Field.ATTESTED_ON) : row.day(Field.APPOINTED_ON);
            if (since != null && since.isAfter(rules.today())) since = null;
        }
        return since != null ? since : rules.today();
    }

    private Details details(ReadRow row) {
        var type = row.appointmentType() != null ? row.appointmentType() : mapping.appointmentType();
        return new Details(
                row.fullName(),
                row.text(Field.KNOWN_AS),
                row.day(Field.BIRTH_DATE),
                row.text(Field.EMAIL),
                row.text(Field.PHONE),
                row.text(Field.EMERGENCY_NAME),
                row.text(Field.EMERGENCY_PHONE),
                null,
                type,
                row.text(Field.FORCE_NUMBER));
    }

    /** What a file can say about eligibility, over what is known already. */
    static EligibilityAnswers eligibility(ReadRow row, EligibilityAnswers before) {
        var was = before != null ? before : new EligibilityAnswers(null, null, null, false, null, null);
        var job = row.text(Field.OCCUPATION);
        boolean otherJob = job != null && !job.equals(was.occupation());
        return new EligibilityAnswers(
                row.rightToRemain() != null ? row.rightToRemain() : was.rightToRemain(),
                row.day(Field.RESIDENT_SINCE) != null ? row.day(Field.RESIDENT_SINCE) : was.residentSince(),
                was.longAbroad(),
                was.goodConductSeen(),
                job != null ? job : was.occupation(),
                otherJob ? null : was.occupationFinding());
    }

    static boolean speaksOfEligibility(ReadRow row) {
        return row.rightToRemain() != null
                || row.day(Field.RESIDENT_SINCE) != null
                || row.text(Field.OCCUPATION) != null;
    }

    private void newcomer(ReadRow row, Entry entry, List<CellFault> faults) {
        for (var fault : entry.faults(rules.joining(), rules.today())) {
            var field = fieldOf(fault.field());
            boolean known = faults.stream().anyMatch(f -> f.column().equals(reading.heading(field)));
            if (!known) faults.add(fault(row, field, lower(fault.sentence()), mend(field)));
        }
        tooYoung(row, entry, faults);
        appointment(
                row,
                entry.stage(),
                entry.details().appointmentType(),
                entry.details().birthDate(),
                null,
                faults);
        eligible(row, null, faults);
        // last, so that a refused row takes no place from the rows after it
        if (row.cohort() != null && faults.isEmpty()) takePlace(row, row.cohort(), faults);
    }

    /** Vetting rule 16, where no day of application is given: whoever is too young today was so then. */
    private void tooYoung(ReadRow row, Entry entry, List<CellFault> faults) {
        var born = entry.details().birthDate();
        boolean serving = entry.stage() == Stage.SERVICE;
        if (born == null || born.isAfter(rules.today()) || entry.stage() == Stage.ENQUIRY) return;
        if (entry.appliedOn() != null && !serving) return;
        int youngest = serving ? Ages.APPOINTMENT : rules.joining().youngestApplicant();
        if (!Ages.reached(born, youngest, rules.today())) {
            faults.add(fault(
                    row,
                    Field.BIRTH_DATE,
                    "under " + youngest + " today, and nobody is "
                            + (serving ? "in service" : "an applicant") + " before "
                            + Formats.inWords(Ages.birthday(born, youngest))
                            + " with this birth date (vetting rule 16)",
                    "Correct the birth date, or take the row out until that day"));
        }
    }

    private void takePlace(ReadRow row, Cohort cohort, List<CellFault> faults) {
        if (cohort.endsOn != null && cohort.endsOn.isBefore(rules.today())) {
            faults.add(fault(
                    row,
                    Field.COHORT,
                    "the cohort ended on " + Formats.inWords(cohort.endsOn),
                    "Choose another cohort"));
            return;
        }
        int free = room.getOrDefault(cohort.id, 0);
        if (free <= 0) {
            faults.add(fault(
                    row,
                    Field.COHORT,
                    "the cohort has room for " + cohort.capacity + " people, and is full with the rows before this one",
                    "Make more room in the cohort, or choose another"));
            return;
        }
        room.put(cohort.id, free - 1);
    }

    private void appointment(
            ReadRow row,
            Stage stage,
            AppointmentType type,
            LocalDate born,
            LocalDate appointedBefore,
            List<CellFault> faults) {
        var appointed = row.day(Field.APPOINTED_ON);
        if (appointed != null && appointedBefore == null) {
            if (stage.compareTo(Stage.VETTING) < 0 || stage == Stage.LEFT) {
                faults.add(fault(
                        row,
                        Field.APPOINTED_ON,
                        "the person is in the " + stage.slug()
                                + " stage, and people are appointed from the vetting stage on",
                        "Correct the stage, or empty this cell"));
            } else if (born == null) {
                faults.add(fault(
                        row,
                        Field.APPOINTED_ON,
                        "nobody is appointed without a birth date (vetting rule 16)",
                        "Add the birth date, or empty this cell"));
            } else if (!Ages.reached(born, Ages.APPOINTMENT, appointed)) {
                faults.add(fault(
                        row,
                        Field.APPOINTED_ON,
                        "nobody is appointed before the 18th birthday, here "
                                + Formats.inWords(Ages.birthday(born, Ages.APPOINTMENT)) + " (vetting rule 16)",
                        "Correct this day or the birth date"));
            } else if (appointed.isAfter(rules.today().plusYears(1))) {
                faults.add(fault(row, Field.APPOINTED_ON, "the day is more than a year ahead", "Correct the day"));
            }
        }
        var attested = row.day(Field.ATTESTED_ON);
        if (attested == null) return;
        var since = appointed != null ? appointed : appointedBefore;
        if (type != AppointmentType.SPECIAL_CONSTABLE) {
            faults.add(fault(
                    row,
                    Field.ATTESTED_ON,
                    "only special constables are attested (training rule 8)",
                    "Correct the appointment, or empty this cell"));
        } else if (stage != Stage.ATTESTATION && stage != Stage.SERVICE) {
            faults.add(fault(
                    row,
                    Field.ATTESTED_ON,
                    "the person is in the " + stage.slug() + " stage, before attestation (training rule 8)",
                    "Correct the stage, or empty this cell"));
        } else if (attested.isAfter(rules.today())) {
            faults.add(fault(
                    row,
                    Field.ATTESTED_ON,
                    "the day is in the future",
                    "Correct the day, or empty the cell until then"));
        } else if (since == null) {
            faults.add(fault(
                    row,
                    Field.ATTESTED_ON,
                    "nobody is attested who was not appointed (training rule 8)",
                    "Add the day of the appointment, or empty this cell"));
        } else if (attested.isBefore(since)) {
            faults.add(fault(
                    row,
                    Field.ATTESTED_ON,
                    "the day is before the appointment, on " + Formats.inWords(since),
                    "Correct one of the two days"));
        }
    }

    private void eligible(ReadRow row, EligibilityAnswers before, List<CellFault> faults) {
        if (!speaksOfEligibility(row)) return;
        for (var fault : eligibility(row, before).faults(rules.today())) {
            var field = fieldOf(fault.field());
            faults.add(fault(row, field, lower(fault.sentence()), mend(field)));
        }
    }

    private static Field fieldOf(String component) {
        return switch (component) {
            case "knownAs" -> Field.KNOWN_AS;
            case "birthDate" -> Field.BIRTH_DATE;
            case "email" -> Field.EMAIL;
            case "phone" -> Field.PHONE;
            case "emergencyName" -> Field.EMERGENCY_NAME;
            case "emergencyPhone" -> Field.EMERGENCY_PHONE;
            case "appointmentType" -> Field.APPOINTMENT_TYPE;
            case "forceNumber" -> Field.FORCE_NUMBER;
            case "appliedOn" -> Field.APPLIED_ON;
            case "stage" -> Field.STAGE;
            case "stageSince" -> Field.STAGE_SINCE;
            case "residentSince" -> Field.RESIDENT_SINCE;
            case "occupation", "occupationFinding" -> Field.OCCUPATION;
            default -> Field.FULL_NAME;
        };
    }

    private static String mend(Field field) {
        return switch (field) {
            case EMAIL -> "Correct the address, or empty the cell";
            case STAGE -> "Take the row out, or name the stage the person is in now";
            case FULL_NAME -> "Correct the name";
            default -> field.isDay() ? "Correct the day" : "Correct the cell, or empty it";
        };
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row beside what Attest has about its person. Empty cells say nothing. */
    private final class Comparison {

        private final ReadRow row;
        private final KnownPerson person;
        final List<Change> changes = new ArrayList<>();

        Comparison(ReadRow row, KnownPerson person) {
            this.row = row;
            this.person = person;
        }

        /** Everything the file has a column for is as Attest has it, empty or not. */
        boolean nothingDiffers() {
            if (!Objects.equals(row.fullName(), person.details().fullName())) return false;
            var faults = new ArrayList<CellFault>();
            compare(faults);
            if (!faults.isEmpty() || !changes.isEmpty()) return false;
            var details = person.details();
            return alike(Field.FORCE_NUMBER, details.forceNumber())
                    && alike(Field.EMAIL, details.email())
                    && alike(Field.BIRTH_DATE, details.birthDate())
                    && (!mapping.has(Field.PHONE) || alike(Field.PHONE, details.phone()));
        }

        private boolean alike(Field field, Object held) {
            return Objects.equals(row.said().get(field), held);
        }

        void compare(List<CellFault> faults) {
            var details = person.details();
            text(Field.FULL_NAME, row.fullName(), details.fullName());
            text(Field.KNOWN_AS, row.text(Field.KNOWN_AS), details.knownAs());
            day(Field.BIRTH_DATE, details.birthDate());
            text(Field.EMAIL, row.text(Field.EMAIL), details.email());
            text(Field.PHONE, row.text(Field.PHONE), details.phone());
            text(Field.EMERGENCY_NAME, row.text(Field.EMERGENCY_NAME), details.emergencyName());
            text(Field.EMERGENCY_PHONE, row.text(Field.EMERGENCY_PHONE), details.emergencyPhone());
            text(Field.FORCE_NUMBER, row.text(Field.FORCE_NUMBER), details.forceNumber());
            appointmentType(faults);
            fixed(
                    Field.STAGE,
                    row.stage(),
                    person.stage(),
                    row.stage() == null ? "" : Words.of(person.stage()),
                    faults);
            if (row.stage() == null || row.stage() == person.stage()) {
                fixed(Field.STAGE_SINCE, row.day(Field.STAGE_SINCE), person.stageSince(), faults);
            }
            fixed(Field.APPLIED_ON, row.day(Field.APPLIED_ON), person.appliedOn(), faults);
            cohort(faults);
            once(Field.APPOINTED_ON, person.appointedOn(), faults);
            once(Field.ATTESTED_ON, person.attestedOn(), faults);
            if (person.attestedOn() != null) {
                fixed(Field.MAGISTRATE, row.text(Field.MAGISTRATE), person.magistrate(), faults);
                fixed(Field.ATTESTED_AT, row.text(Field.ATTESTED_AT), person.attestedAt(), faults);
            }
            appointedAgain(faults);
            appointed(faults);
            eligibilityChanges();
            sound(faults);
        }

        private void change(Field field, String before, String after) {
            changes.add(new Change(
                    field, reading.heading(field), before == null || before.isEmpty() ? "nothing" : before, after));
        }

        private void text(Field field, String said, String held) {
            if (said != null && !said.equals(held)) change(field, held, said);
        }

        private void day(Field field, LocalDate held) {
            var said = row.day(field);
            if (said != null && !said.equals(held)) change(field, words(held), Formats.inWords(said));
        }

        private static String words(LocalDate day) {
            return day == null ? null : Formats.inWords(day);
        }

        private void appointmentType(List<CellFault> faults) {
            var said = row.appointmentType();
            var held = person.details().appointmentType();
            if (said == null || said == held) return;
            if (person.appointedOn() != null) {
                faults.add(fault(
                        row,
                        Field.APPOINTMENT_TYPE,
                        "the person is appointed as " + Words.of(held).toLowerCase() + " since "
                                + words(person.appointedOn()),
                        "End that appointment on the record first, or correct the cell"));
            } else {
                change(Field.APPOINTMENT_TYPE, Words.of(held), Words.of(said));
            }
        }

        private void fixed(Field field, Object said, Object held, List<CellFault> faults) {
            fixed(
                    field,
                    said,
                    held,
                    held instanceof LocalDate day ? Formats.inWords(day) : held == null ? "" : held.toString(),
                    faults);
        }

        /** What has a history of its own is not rewritten by a file. */
        private void fixed(Field field, Object said, Object held, String heldWords, List<CellFault> faults) {
            if (said == null || said.equals(held)) return;
            faults.add(fault(
                    row,
                    field,
                    held == null
                            ? "Attest has none for this person, and a file does not add it afterwards"
                            : "Attest has " + heldWords + ", and a file does not change it",
                    field == Field.STAGE
                            ? "Move the person on their record, or empty this cell"
                            : "Correct it on the person’s record, or empty this cell"));
        }

        private void once(Field field, LocalDate held, List<CellFault> faults) {
            var said = row.day(field);
            if (said == null || said.equals(held)) return;
            if (held != null) fixed(field, said, held, faults);
            else change(field, null, Formats.inWords(said));
        }

        /** The commit would refuse it: on that day an appointment lasted that has ended since. */
        private void appointedAgain(List<CellFault> faults) {
            var said = row.day(Field.APPOINTED_ON);
            var until = person.appointedUntil();
            if (said == null || until == null || person.appointedOn() != null || said.isAfter(until)) return;
            faults.add(fault(
                    row,
                    Field.APPOINTED_ON,
                    "an earlier appointment of the person ended on " + Formats.inWords(until)
                            + ", and a new one begins after it",
                    "Correct the day, or empty this cell"));
        }

        private void appointed(List<CellFault> faults) {
            boolean fresh = (row.day(Field.APPOINTED_ON) != null && person.appointedOn() == null)
                    || (row.day(Field.ATTESTED_ON) != null && person.attestedOn() == null);
            if (!fresh || !faults.isEmpty()) return;
            var born = row.day(Field.BIRTH_DATE) != null
                    ? row.day(Field.BIRTH_DATE)
                    : person.details().birthDate();
            var type = row.appointmentType() != null
                    ? row.appointmentType()
                    : person.details().appointmentType();
            appointment(row, person.stage(), type, born, person.appointedOn(), faults);
        }

        private void cohort(List<CellFault> faults) {
            if (!joins()) return;
            if (person.stage() == Stage.LEFT) {
                faults.add(fault(row, Field.COHORT, "the person has left", "Empty this cell"));
                return;
            }
            change(Field.COHORT, person.cohort(), row.cohort().name);
        }

        /** Whether the row names another cohort than the person's. */
        boolean joins() {
            return row.cohort() != null && !row.cohort().id.equals(person.cohortId());
        }

        private void eligibilityChanges() {
            var held = person.eligibility();
            var right = row.rightToRemain();
            if (right != null && (held == null || held.rightToRemain() != right)) {
                change(
                        Field.RIGHT_TO_REMAIN,
                        held == null || held.rightToRemain() == null ? null : Words.of(held.rightToRemain()),
                        Words.of(right));
            }
            day(Field.RESIDENT_SINCE, held == null ? null : held.residentSince());
            text(Field.OCCUPATION, row.text(Field.OCCUPATION), held == null ? null : held.occupation());
        }

        /** The person as they would be then must be as sound as one typed in a form. */
        private void sound(List<CellFault> faults) {
            if (changes.isEmpty()) return;
            var born = changes.stream().anyMatch(c -> c.field() == Field.BIRTH_DATE);
            for (var fault : over(row, person.details())
                    .faults(rules.joining(), born ? person.appliedOn() : null, rules.today())) {
                var field = fieldOf(fault.field());
                if (changes.stream().anyMatch(c -> c.field() == field)) {
                    faults.add(fault(row, field, lower(fault.sentence()), mend(field)));
                }
            }
            eligible(row, person.eligibility(), faults);
        }
    }

    /** What the row says over what is held. */
    static Details over(ReadRow row, Details held) {
        return new Details(
                or(row.fullName(), held.fullName()),
                or(row.text(Field.KNOWN_AS), held.knownAs()),
                or(row.day(Field.BIRTH_DATE), held.birthDate()),
                or(row.text(Field.EMAIL), held.email()),
                or(row.text(Field.PHONE), held.phone()),
                or(row.text(Field.EMERGENCY_NAME), held.emergencyName()),
                or(row.text(Field.EMERGENCY_PHONE), held.emergencyPhone()),
                held.adjustments(),
                or(row.appointmentType(), held.appointmentType()),
                or(row.text(Field.FORCE_NUMBER), held.forceNumber()));
    }

    private static <T> T or(T said, T held) {
        return said != null ? said : held;
    }
}
