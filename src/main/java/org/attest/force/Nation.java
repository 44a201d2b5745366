package org.attest.force;

/** The nation whose bank holidays a force keeps; forces of all Great Britain keep those of England and Wales. */
public enum Nation {
    ENGLAND_AND_WALES("eng"),
    SCOTLAND("sct"),
    NORTHERN_IRELAND("nir");

    /** The nation's name in the calendar of public holidays. England and Wales have always had the same days. */
    final String calendar;

    Nation(String calendar) {
        this.calendar = calendar;
    }

    /** By the country of {@code police-forces.csv}; forces of more than one keep the calendar of their head office, England. */
    static Nation ofCountry(String country) {
        return switch (country) {
            case "England", "Wales", "Great Britain", "United Kingdom" -> ENGLAND_AND_WALES;
            case "Scotland" -> SCOTLAND;
            case "Northern Ireland" -> NORTHERN_IRELAND;
            default -> throw new IllegalArgumentException("No bank holidays are known for the country " + country);
        };
    }
}
