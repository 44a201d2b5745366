package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.attest.web.Refused;

/**
 * Who a person is and how to reach them, as a form or a file gives it. Cleaned when made: spaces folded, the address in
 * small letters, empty is null. What is wrong with it, {@link #faults} tells field by field.
 */
public record Details(
        String fullName,
        String knownAs,
        LocalDate birthDate,
        String email,
        String phone,
        String emergencyName,
        String emergencyPhone,
        String adjustments,
        AppointmentType appointmentType,
        String forceNumber) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_KNOWN_AS = 100;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_PHONE = 60;
    public static final int LONGEST_ADJUSTMENTS = 2000;
    public static final int LONGEST_FORCE_NUMBER = 60;

    /** A field with what is wrong with it: a sentence, and the rule where there is one. */
    public record Fault(String field, String sentence, String rule) {

        Fault(String field, String sentence) {
            this(field, sentence, "");
        }

        Refused refused() {
            return new Refused(sentence, rule);
        }
    }

    public Details {
        fullName = Texts.line(fullName);
        knownAs = Texts.line(knownAs);
        email = email(email);
        phone = Texts.line(phone);
        emergencyName = Texts.line(emergencyName);
        emergencyPhone = Texts.line(emergencyPhone);
        adjustments = Texts.lines(adjustments);
        forceNumber = Texts.line(forceNumber);
    }

    /** A person of whom nothing is known but the name. */
    public static Details named(String fullName, AppointmentType type) {
        return new Details(fullName, null, null, null, null, null, null, null, type, null);
    }

    public Details withBirthDate(LocalDate day) {
        return new Details(
                fullName,
                knownAs,
                day,
                email,
                phone,
                emergencyName,
                emergencyPhone,
                adjustments,
                appointmentType,
                forceNumber);
    }

    public Details withEmail(String address) {
        return new Details(
                fullName,
                knownAs,
                birthDate,
                address,
                phone,
                emergencyName,
                emergencyPhone,
                adjustments,
                appointmentType,
                forceNumber);
    }

    public Details withForceNumber(String number) {
        return new Details(
                fullName,
                knownAs,
                birthDate,
                email,
                phone,
                emergencyName,
                emergencyPhone,
                adjustments,
                appointmentType,
                number);
    }

    /** An address as it is kept and compared: in small letters, so that the same one in other case is the same. */
    public static String email(String typed) {
        var line = Texts.line(typed);
        return line == null ? null : line.toLowerCase(Locale.ROOT);
    }

    /**
     * Everything wrong with it, in the order of the form; empty when sound. Fields are named as the components of this
     * record.
     *
     * @param appliedOn the day of the application, for the age of applicants (vetting rule 16); null for an enquiry
     */
    public List<Fault> faults(JoiningRules rules, LocalDate appliedOn, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (fullName == null) faults.add(new Fault("fullName", "Enter the full name"));
        else if (fullName.codePoints().noneMatch(Character::isLetterOrDigit)) {
            faults.add(new Fault("fullName", "Enter a name with at least one letter"));
        }
        text(faults, "fullName", fullName, LONGEST_NAME);
        text(faults, "knownAs", knownAs, LONGEST_KNOWN_AS);
        birth(faults, rules, appliedOn, today);
        text(faults, "email", email, LONGEST_EMAIL);
        if (email != null && !looksLikeAddress(email)) {
            faults.add(new Fault("email", "Enter an email address such as name@example.org"));
        }
        text(faults, "phone", phone, LONGEST_PHONE);
        phone(faults, "phone", phone);
        text(faults, "emergencyName", emergencyName, LONGEST_NAME);
        text(faults, "emergencyPhone", emergencyPhone, LONGEST_PHONE);
        phone(faults, "emergencyPhone", emergencyPhone);
        var wrong = Texts.fault(adjustments, LONGEST_ADJUSTMENTS, true);
        if (wrong != null) faults.add(new Fault("adjustments", wrong));
        if (appointmentType == null)
            faults.add(new Fault("appointmentType", "Choose in which capacity the person is to serve"));
        text(faults, "forceNumber", forceNumber, LONGEST_FORCE_NUMBER);
        return faults;
    }

    /** These, and where they say nothing, what was said before. */
    public Details over(Details before) {
        return new Details(
                Objects.requireNonNullElse(fullName, before.fullName),
                knownAs != null ? knownAs : before.knownAs,
                birthDate != null ? birthDate : before.birthDate,
                email != null ? email : before.email,
                phone != null ? phone : before.phone,
                emergencyName != null ? emergencyName : before.emergencyName,
                emergencyPhone != null ? emergencyPhone : before.emergencyPhone,
                adjustments != null ? adjustments : before.adjustments,
                appointmentType != null ? appointmentType : before.appointmentType,
                forceNumber != null ? forceNumber : before.forceNumber);
    }

    /** The names of the fields in which it differs from another, with the new values; empty text for none. */
    public Map<String, String> differencesFrom(Details before) {
        var mine = fields();
        var theirs = before.fields();
        var differences = new LinkedHashMap<String, String>();
        mine.forEach((field, value) -> {
            if (!value.equals(theirs.get(field))) differences.put(field, value);
        });
        return differences;
    }

    /** Field and value as text, in the order of the form; empty text for none. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("fullName", fullName);
        fields.put("knownAs", knownAs);
        fields.put("birthDate", birthDate == null ? null : birthDate.toString());
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("emergencyName", emergencyName);
        fields.put("emergencyPhone", emergencyPhone);
        fields.put("adjustments", adjustments);
        fields.put("appointmentType", appointmentType == null ? null : appointmentType.name());
        fields.put("forceNumber", forceNumber);
        fields.replaceAll((field, value) -> Objects.requireNonNullElse(value, ""));
        return fields;
    }

    /** The other way round of {@link #fields}. */
    public static Details of(Map<String, String> fields) {
        var birth = text(fields, "birthDate");
        var type = text(fields, "appointmentType");
        return new Details(
                text(fields, "fullName"),
                text(fields, "knownAs"),
                birth == null ? null : LocalDate.parse(birth),
                text(fields, "email"),
                text(fields, "phone"),
                text(fields, "emergencyName"),
                text(fields, "emergencyPhone"),
                text(fields, "adjustments"),
                type == null ? null : AppointmentType.valueOf(type),
                text(fields, "forceNumber"));
    }

    private static String text(Map<String, String> fields, String name) {
        var value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private void birth(List<Fault> faults, JoiningRules rules, LocalDate appliedOn, LocalDate today) {
        if (birthDate == null) return;
        var wrong = Ages.fault(birthDate, today);
        if (wrong != null) {
            faults.add(new Fault("birthDate", wrong));
        } else if (appliedOn != null && !Ages.reached(birthDate, rules.youngestApplicant(), appliedOn)) {
            faults.add(new Fault("birthDate", rules.tooYoung(birthDate), "vetting rule 16"));
        }
    }

    private static void text(List<Fault> faults, String field, String value, int longest) {
        var wrong = Texts.fault(value, longest, false);
        if (wrong != null) faults.add(new Fault(field, wrong));
    }

    private static void phone(List<Fault> faults, String field, String value) {
        if (value != null && value.chars().noneMatch(Character::isDigit)) {
            faults.add(new Fault(field, "Enter a telephone number with its digits"));
        }
    }

    private static boolean looksLikeAddress(String address) {
        return address.matches(
                        "[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s@<>()\\[\\],;:\\\\\"]+\\.[^\\s@.<>()\\[\\],;:\\\\\"]{2,}")
                && !address.contains("..");
    }
}
