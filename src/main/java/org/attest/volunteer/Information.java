package org.attest.volunteer;

import java.util.ArrayList;
import java.util.List;

/** What a person can be asked for, and where the answer goes. */
public enum Information {
    PHONE("Your telephone number", Goes.TO_DETAILS),
    EMERGENCY_CONTACT("Whom to call in an emergency", Goes.TO_DETAILS),
    BIRTH_DATE("Your birth date", Goes.TO_APPROVAL),
    RIGHT_TO_REMAIN("Your right to remain in the United Kingdom", Goes.TO_ELIGIBILITY),
    RESIDENT_SINCE("Since when you have lived in the United Kingdom without a break", Goes.TO_ELIGIBILITY),
    LONG_ABROAD("Whether you ever lived more than 12 months in one foreign country", Goes.TO_ELIGIBILITY),
    OCCUPATION("Your occupation", Goes.TO_ELIGIBILITY),
    GOOD_CONDUCT("When you can show your certificate of good conduct from abroad", Goes.TO_THE_REQUEST),
    PERMISSION("Whether your employer has given permission, and when you can show it", Goes.TO_THE_REQUEST),
    /** In the words of whoever asks. */
    OTHER("Something else", Goes.TO_THE_REQUEST);

    /** Where an answer is kept. */
    public enum Goes {
        TO_DETAILS,
        TO_ELIGIBILITY,
        TO_APPROVAL,
        TO_THE_REQUEST
    }

    private final String words;
    private final Goes goes;

    Information(String words, Goes goes) {
        this.words = words;
        this.goes = goes;
    }

    /** As the person asked reads it. */
    public String words() {
        return words;
    }

    public Goes goes() {
        return goes;
    }

    /**
     * What the record lacks of a person on the way to service, in the order of a form.
     *
     * @param found what was found about their eligibility; null for nothing yet
     */
    public static List<Information> missing(Volunteer person, Eligibility found) {
        var known = found == null ? EligibilityAnswers.NOTHING : found.answers();
        var missing = new ArrayList<Information>();
        if (person.phone == null) missing.add(PHONE);
        if (person.emergencyName == null || person.emergencyPhone == null) missing.add(EMERGENCY_CONTACT);
        if (person.birthDate == null) missing.add(BIRTH_DATE);
        if (known.rightToRemain() == null) missing.add(RIGHT_TO_REMAIN);
        if (known.residentSince() == null) missing.add(RESIDENT_SINCE);
        if (known.longAbroad() == null) missing.add(LONG_ABROAD);
        if (known.occupation() == null) missing.add(OCCUPATION);
        if (Boolean.TRUE.equals(known.longAbroad()) && !known.goodConductSeen()) missing.add(GOOD_CONDUCT);
        if (known.occupationFinding() == OccupationFinding.PERMISSION_NEEDED) missing.add(PERMISSION);
        return missing;
    }
}
