package org.attest.vetting;

import java.util.List;

/** The figures of vetting that a force may set for itself. The defaults stand in {@code reference/vetting-figures.csv}. */
public enum VettingFigure {
    VALIDITY("Validity", "grants at this level wait until it is set", 30, Unit.YEARS),
    RESIDENCY(
            "Residence in the United Kingdom before applying",
            "residence is not asked for at this level",
            30,
            Unit.YEARS),
    APPEAL(
            "Window to appeal",
            "refusals at this level wait until it is set",
            180,
            Unit.CALENDAR_DAYS,
            Unit.WORKING_DAYS),
    SERVICE("Service level of a case", null, 730, Unit.CALENDAR_DAYS),
    INVITATION("Invitation to the form lapses after", null, 180, Unit.CALENDAR_DAYS),
    HEARING("The panel decides an appeal within", null, 365, Unit.CALENDAR_DAYS),
    APPOINTMENT("Appointment after the grant, at most", "the age of a clearance is not asked about", 6, Unit.MONTHS);

    /** In what a figure counts. */
    public enum Unit {
        YEARS("year", "years"),
        MONTHS("month", "months"),
        CALENDAR_DAYS("calendar day", "calendar days"),
        WORKING_DAYS("working day", "working days");

        private final String one;
        private final String many;

        Unit(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** {@code working days}, fitting the amount. */
        public String words(String amount) {
            return amount.equals("1") ? one : many;
        }
    }

    private final String words;
    private final String whenEmpty;
    private final int highest;
    private final List<Unit> units;

    VettingFigure(String words, String whenEmpty, int highest, Unit... units) {
        this.words = words;
        this.whenEmpty = whenEmpty;
        this.highest = highest;
        this.units = List.of(units);
    }

    public String words() {
        return words;
    }

    /** What follows when it is left empty; null where it may not be. */
    public String whenEmpty() {
        return whenEmpty;
    }

    public boolean mayBeEmpty() {
        return whenEmpty != null;
    }

    public int highest() {
        return highest;
    }

    /** The units to choose from, the usual one first. */
    public List<Unit> units() {
        return units;
    }

    /** Whether the amount is looser than the published one; null is empty. */
    boolean isLooser(String amount, String published) {
        return switch (this) {
            case VALIDITY -> amount != null && Integer.parseInt(amount) > Integer.parseInt(published);
            case RESIDENCY -> amount == null || Integer.parseInt(amount) < Integer.parseInt(published);
            case APPEAL, SERVICE, INVITATION, APPOINTMENT, HEARING -> false;
        };
    }

    /** Whether it is set for each level apart. */
    public boolean isPerLevel() {
        return this == VALIDITY || this == RESIDENCY || this == APPEAL;
    }

    /** For addresses: {@code validity}. */
    public String slug() {
        return name().toLowerCase();
    }
}
