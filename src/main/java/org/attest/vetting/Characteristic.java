package org.attest.vetting;

import java.util.ArrayList;
import java.util.List;
import org.attest.web.Option;

/** The protected characteristics of the Equality Act 2010, each with the groups that are told apart (vetting rule 39). */
public enum Characteristic {
    AGE("Age", "16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 or older"),
    DISABILITY("Disability", "Disabled", "Not disabled"),
    GENDER_REASSIGNMENT(
            "Gender reassignment", "Gender other than registered at birth", "Gender as registered at birth"),
    MARRIAGE("Marriage and civil partnership", "Married or in a civil partnership", "Neither"),
    PREGNANCY("Pregnancy and maternity", "Pregnant, or on leave for a birth", "Neither pregnant nor on such leave"),
    RACE(
            "Race",
            "Asian or Asian British",
            "Black, Black British, Caribbean or African",
            "Mixed or several groups",
            "White",
            "Another group"),
    RELIGION(
            "Religion or belief",
            "None",
            "Buddhist",
            "Christian",
            "Hindu",
            "Jewish",
            "Muslim",
            "Sikh",
            "Another religion or belief"),
    SEX("Sex", "Female", "Male"),
    ORIENTATION("Sexual orientation", "Heterosexual", "Gay or lesbian", "Bisexual", "Another orientation");

    /** As an answer: {@code PREFER_NOT}. */
    public static final String PREFER_NOT = "PREFER_NOT";

    private final String words;
    private final List<String> groups;

    Characteristic(String words, String... groups) {
        this.words = words;
        this.groups = List.of(groups);
    }

    public String words() {
        return words;
    }

    /** Words of the groups, in the order in which they are offered. */
    public List<String> groups() {
        return groups;
    }

    /** What can be answered. */
    public List<Option> options() {
        var options = new ArrayList<Option>();
        for (int i = 0; i < groups.size(); i++) options.add(new Option(String.valueOf(i), groups.get(i)));
        options.add(new Option(PREFER_NOT, "Prefer not to say"));
        return options;
    }
}
