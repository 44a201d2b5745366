package org.attest.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody typed, and what is wrong with it: the values stay as typed, each refusal stands beside its field and in
 * the summary on top. A resource binds a form as text, reads values through it, and shows the page again with 422 unless
 * {@link #isSound()}.
 */
public final class Form {

    /** A refusal beside a field: {@code field} is the id of the first input to go to. */
    public record Fault(String field, String message) {}

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");

    private final MultivaluedMap<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private Form(MultivaluedMap<String, String> typed) {
        this.typed = typed;
    }

    /** A form nobody has typed in yet. */
    public static Form blank() {
        return new Form(new MultivaluedHashMap<>());
    }

    /** A form that shows what is stored; pairs of field and value, where null stands for empty. */
    public static Form showing(Map<String, ?> values) {
        var form = blank();
        values.forEach((field, value) -> {
            if (value != null) form.typed.putSingle(field, value.toString());
        });
        return form;
    }

    /** A form as it was sent. */
    public static Form of(MultivaluedMap<String, String> typed) {
        return new Form(typed);
    }

    /** As typed, for showing again; empty where nothing was. */
    public String typed(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** {@link #typed} of one box of a day: {@code day}, {@code month} or {@code year}. */
    public String typedPart(String field, String part) {
        return typed(field + "-" + part);
    }

    /** All values of a field that may occur more than once, as ticked boxes do. */
    public List<String> all(String field) {
        var values = typed.get(field);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Whether a box with this value is ticked or a radio with it chosen. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** Trimmed and with inner runs of space folded, or null where empty. */
    public String text(String field) {
        var value = typed(field).strip().replaceAll("\\s+", " ");
        return value.isEmpty() ? null : value;
    }

    /** Whether a single box is ticked; its value is {@code yes} where none is given. */
    public boolean ticked(String field, String value) {
        return has(field, value == null ? "yes" : value);
    }

    /** {@link #text} that must be there and at most so many characters long. */
    public String required(String field, String whatToEnter, int longest) {
        var value = optional(field, longest);
        if (value == null && !faults.containsKey(field)) refuse(field, whatToEnter);
        return value;
    }

    /** {@link #text} that may be missing and is at most so many characters long. */
    public String optional(String field, int longest) {
        var value = text(field);
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            refuse(field, "Use " + longest + " characters or fewer");
            return null;
        }
        return value;
    }

    /** One of an enumeration's names; refuses anything else, and emptiness with the given words. */
    public <E extends Enum<E>> E choice(String field, Class<E> type, String whatToChoose) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(typed(field))) return constant;
        refuse(field, whatToChoose);
        return null;
    }

    /**
     * A day from three boxes, {@code field-day}, {@code field-month} (a number or a name) and {@code field-year}. Null
     * when all are empty, and null with a refusal when they make no day.
     *
     * @param what the day in words, to begin the sentence: {@code Birth date}
     */
    public LocalDate day(String field, String what) {
        var day = typed(field + "-day").strip();
        var month = typed(field + "-month").strip();
        var year = typed(field + "-year").strip();
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) return null;
        try {
            return Days.of(day, month, year);
        } catch (Refused e) {
            refuse(field, what + ": " + e.sentence());
            return null;
        }
    }

    /** {@link #day}, or the ISO date that a link carries in the field itself; the boxes then show it. */
    public LocalDate dayAsked(String field, String what) {
        var asked = typed(field).strip();
        if (asked.isEmpty()) return day(field, what);
        try {
            withDay(field, LocalDate.parse(asked));
            return day(field, what);
        } catch (DateTimeParseException e) {
            refuse(
                    field,
                    what + ": “" + (asked.length() > 40 ? asked.substring(0, 40) + "…" : asked)
                            + "” is not a day of the calendar");
            return null;
        }
    }

    /** {@code 10:30}, {@code 10.30}, {@code 9am}, {@code 2:15pm}; null for anything else. */
    public LocalTime time(String field) {
        var found = TIME.matcher(typed(field).strip().toLowerCase());
        if (!found.matches() || found.group(2) == null && found.group(3) == null) return null;
        int hour = Integer.parseInt(found.group(1));
        int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        if (found.group(3) != null) {
            if (hour < 1 || hour > 12) return null;
            hour = hour % 12 + (found.group(3).equals("pm") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    /** The whole number, or -1 for what is none. */
    public int number(String field) {
        var text = text(field);
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** {@link #day} that must be there. */
    public LocalDate requiredDay(String field, String what) {
        var day = day(field, what);
        if (day == null && !faults.containsKey(field)) refuse(field, "Enter the " + what.toLowerCase());
        return day;
    }

    /** Fills the three boxes of {@link #day} from a stored day. */
    public Form withDay(String field, LocalDate day) {
        if (day == null) return this;
        typed.putSingle(field + "-day", String.valueOf(day.getDayOfMonth()));
        typed.putSingle(field + "-month", Days.month(day));
        typed.putSingle(field + "-year", String.valueOf(day.getYear()));
        return this;
    }

    /** Ticks one more box of a field. */
    public Form tick(String field, String value) {
        typed.add(field, value);
        return this;
    }

    /** Puts a refusal beside a field. The first of a field stays. */
    public void refuse(String field, String message) {
        faults.putIfAbsent(field, message);
    }

    /** The refusal beside a field, or null. */
    public String fault(String field) {
        return faults.get(field);
    }

    /** Every refusal, in the order they were found. */
    public List<Fault> faults() {
        return faults.entrySet().stream()
                .map(e -> new Fault(e.getKey(), e.getValue()))
                .toList();
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
