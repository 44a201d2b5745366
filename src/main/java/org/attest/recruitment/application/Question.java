package org.attest.recruitment.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attest.web.Formats;
import org.attest.web.Wording;

/** One question of the application. Its answer is kept as text, with who typed it and when. */
public enum Question {
    FULL_NAME(Section.ABOUT, "fullName", "Full name", true),
    KNOWN_AS(Section.ABOUT, "knownAs", "Known as", false),
    BIRTH_DATE(Section.ABOUT, "birthDate", "Birth date", true),
    ADJUSTMENTS(Section.ABOUT, "adjustments", "What you need to take part", false),
    PHONE(Section.CONTACT, "phone", "Telephone", true),
    EMERGENCY_NAME(Section.CONTACT, "emergencyName", "Emergency contact", false),
    EMERGENCY_PHONE(Section.CONTACT, "emergencyPhone", "Emergency telephone", false),
    RIGHT_TO_REMAIN(Section.ELIGIBILITY, "rightToRemain", "Right to remain", true),
    RESIDENT_SINCE(Section.ELIGIBILITY, "residentSince", "Living here without a break since", true),
    LONG_ABROAD(Section.ELIGIBILITY, "longAbroad", "More than 12 months in one foreign country", true),
    OCCUPATION(Section.ELIGIBILITY, "occupation", "Occupation", true),
    BUSINESS(Section.ELIGIBILITY, "business", "Business interests", false),
    POLITICS(Section.ELIGIBILITY, "politics", "Active in politics", true),
    WHY(Section.MOTIVATION, "why", "Why you", true),
    HOURS(Section.MOTIVATION, "hours", "Hours in a usual month", true),
    TIMES(Section.MOTIVATION, "times", "When you usually have time", false),
    CONSENT_DATA(Section.CONSENTS, "consentData", "Consent to keeping and using the application", true),
    CONSENT_VETTING(Section.CONSENTS, "consentVetting", "Consent to the checks of vetting", true),
    CONSENT_REFERENCES(Section.CONSENTS, "consentReferences", "Consent to asking the referees", true);

    static final Map<Section, List<Question>> OF_SECTION =
            Arrays.stream(values()).collect(Collectors.groupingBy(q -> q.section));

    final Section section;
    final String field;
    final boolean required;
    private final String label;

    Question(Section section, String field, String label, boolean required) {
        this.section = section;
        this.field = field;
        this.label = label;
        this.required = required;
    }

    public String label() {
        return label;
    }

    /** A stored answer as it reads on a page. */
    String words(String answer, Wording wording) {
        return switch (this) {
            case BIRTH_DATE, RESIDENT_SINCE -> Formats.inWords(LocalDate.parse(answer));
            case RIGHT_TO_REMAIN -> wording.rightToRemain(answer);
            case LONG_ABROAD, POLITICS -> answer.equals("yes") ? "Yes" : "No";
            case CONSENT_DATA, CONSENT_VETTING, CONSENT_REFERENCES -> "Agreed";
            default -> answer;
        };
    }
}
