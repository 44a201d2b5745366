package org.attest.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attest.security.Account;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.Details;
import org.attest.volunteer.MergeChoice;
import org.attest.volunteer.Origins;
import org.attest.volunteer.Volunteer;
import org.attest.web.Form;
import org.attest.web.Formats;
import org.attest.web.Wording;

/**
 * Two records side by side, field by field. Where both have a value and the values differ, somebody chooses; where one has
 * none, the other's is kept.
 */
final class Comparison {

    static final String THIS = "this";
    static final String OTHER = "other";
    private static final String LINE = "line";
    private static final String COHORT = "cohort";
    private static final String ACCOUNT = "account";

    /**
     * One field of both records.
     *
     * @param mine what the record that stays says; empty where nothing
     * @param fromMine where that came from
     * @param theirs what the record that goes says; empty where nothing
     */
    public record Row(
            String field, String label, String mine, String fromMine, String theirs, String fromTheirs, boolean same) {

        /** Whether somebody has to choose. */
        public boolean isOpen() {
            return !same && !mine.isEmpty() && !theirs.isEmpty();
        }

        public boolean isEmpty() {
            return mine.isEmpty() && theirs.isEmpty();
        }

        /** The value that is kept where nobody has to choose. */
        public String only() {
            return mine.isEmpty() ? theirs : mine;
        }
    }

    /** A field and what the record will say. */
    record Outcome(String label, String value, boolean taken) {}

    private final Volunteer kept;
    private final Volunteer gone;
    private final Wording wording;
    final List<Row> rows = new ArrayList<>();

    Comparison(Volunteer kept, Volunteer gone, Origins origins, Wording wording) {
        this.kept = kept;
        this.gone = gone;
        this.wording = wording;
        var mine = kept.details().fields();
        var theirs = gone.details().fields();
        var fromMine = origins.of(kept);
        var fromTheirs = origins.of(gone);
        mine.forEach((field, value) -> rows.add(row(
                field,
                PersonalDetails.LABELS.get(field),
                words(field, value),
                fromMine.of(field),
                words(field, theirs.get(field)),
                fromTheirs.of(field))));
        rows.add(row(COHORT, "Cohort", cohort(kept), fromMine.began(), cohort(gone), fromTheirs.began()));
        rows.add(row(LINE, "Application that goes on", line(kept), fromMine.began(), line(gone), fromTheirs.began()));
        var account = "They sign in with it";
        rows.add(row(ACCOUNT, "Account", account(kept), account, account(gone), account));
    }

    private static Row row(String field, String label, String mine, String fromMine, String theirs, String fromTheirs) {
        return new Row(field, label, mine, fromMine, theirs, fromTheirs, mine.equals(theirs));
    }

    private String words(String field, String value) {
        if (value.isEmpty()) return "";
        return switch (field) {
            case "birthDate" -> Formats.inWords(LocalDate.parse(value));
            case "appointmentType" -> wording.appointmentType(value);
            default -> value;
        };
    }

    private static String cohort(Volunteer person) {
        return person.cohort == null ? "" : person.cohort.name;
    }

    private String line(Volunteer person) {
        return wording.stage(person.stage.name()) + " since " + Formats.inWords(person.stageSince)
                + (person.appliedOn == null ? "" : ", applied on " + Formats.inWords(person.appliedOn));
    }

    private static String account(Volunteer person) {
        if (person.accountId == null) return "";
        return Account.<Account>findByIdOptional(person.accountId)
                .map(a -> a.email)
                .orElse("");
    }

    /** What somebody chose, or null with a refusal beside each field that is open. */
    MergeChoice read(Form form) {
        Map<String, Boolean> theirs = new HashMap<>();
        for (var row : rows) {
            var said = form.typed(row.field);
            if (!row.isOpen()) theirs.put(row.field, row.mine.isEmpty());
            else if (said.equals(THIS) || said.equals(OTHER)) theirs.put(row.field, said.equals(OTHER));
            else form.refuse(row.field, row.label + ": choose one of the two");
        }
        var how = form.required("how", "Enter how you know that this is the same person", 500);
        if (!form.isSound()) return null;
        var fields = new LinkedHashMap<>(kept.details().fields());
        var other = gone.details().fields();
        fields.replaceAll((field, value) -> theirs.get(field) ? other.get(field) : value);
        return new MergeChoice(
                details(fields),
                theirs.get(LINE) && !same(LINE) ? gone : kept,
                theirs.get(COHORT) ? gone.cohort : kept.cohort,
                theirs.get(ACCOUNT) ? gone.accountId : kept.accountId,
                how);
    }

    private boolean same(String field) {
        return rows.stream().anyMatch(r -> r.field.equals(field) && r.same);
    }

    private static Details details(Map<String, String> fields) {
        var birth = fields.get("birthDate");
        return new Details(
                fields.get("fullName"),
                fields.get("knownAs"),
                birth.isEmpty() ? null : LocalDate.parse(birth),
                fields.get("email"),
                fields.get("phone"),
                fields.get("emergencyName"),
                fields.get("emergencyPhone"),
                fields.get("adjustments"),
                AppointmentType.valueOf(fields.get("appointmentType")),
                fields.get("forceNumber"));
    }

    /** What the record will say, for a last look. */
    List<Outcome> outcome(Form form) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> {
                    boolean taken = row.isOpen() ? Objects.equals(form.typed(row.field), OTHER) : row.mine.isEmpty();
                    return new Outcome(row.label, taken ? row.theirs : row.mine, taken);
                })
                .toList();
    }

    /** The choices as they go on with the form of the last look. */
    Map<String, String> chosen(Form form) {
        var chosen = new LinkedHashMap<String, String>();
        for (var row : rows) if (row.isOpen()) chosen.put(row.field, form.typed(row.field));
        chosen.put("how", form.typed("how"));
        return chosen;
    }
}
