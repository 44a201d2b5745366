package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A part of the unit's work list. */
enum CaseView {
    /** With the unit, and its clock runs; or under review. */
    NOW("To do now", "case to do now", "cases to do now"),
    /** The applicant, or somebody else outside the unit, has the move. */
    WAITING("Waiting for others", "case waits for others", "cases wait for others"),
    DECIDED("Decided lately", "case ended lately", "cases ended lately"),
    ALL("All cases", "case", "cases"),
    /** What the panel has to hear. */
    APPEALS("Appeals", "appeal waits", "appeals wait");

    /** For how many days a case that ended is shown as decided lately. */
    static final int LATELY = 60;

    private final String words;
    private final String one;
    private final String many;

    CaseView(String words, String one, String many) {
        this.words = words;
        this.one = one;
        this.many = many;
    }

    public String words() {
        return words;
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }

    /** For addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those a reader has, the first of which they start with. */
    static List<CaseView> of(boolean runs, boolean hears) {
        var views = new ArrayList<CaseView>();
        if (runs) views.addAll(List.of(NOW, WAITING, DECIDED, ALL));
        if (hears) views.add(APPEALS);
        return List.copyOf(views);
    }

    /** States that a case of this part can stand in. */
    Set<CaseState> states() {
        var open = EnumSet.copyOf(CaseState.WITH_THE_UNIT);
        return switch (this) {
            case NOW -> {
                open.add(CaseState.UNDER_REVIEW);
                yield open;
            }
            case WAITING -> {
                open.addAll(List.of(CaseState.INVITED, CaseState.RETURNED));
                yield open;
            }
            case DECIDED -> {
                var ended = EnumSet.complementOf(EnumSet.copyOf(CaseState.OPEN));
                ended.remove(CaseState.UNDER_REVIEW);
                yield ended;
            }
            case ALL -> EnumSet.allOf(CaseState.class);
            case APPEALS -> EnumSet.of(CaseState.APPEALED);
        };
    }

    /** {@link #states} as they are stored: an invitation that ran out and a clearance that expired are not. */
    Set<CaseState> stored() {
        var stored = EnumSet.copyOf(states());
        if (stored.contains(CaseState.LAPSED)) stored.add(CaseState.INVITED);
        if (stored.contains(CaseState.EXPIRED)) stored.add(CaseState.UNDER_REVIEW);
        return stored;
    }

    boolean shows(VettingCase one, LocalDate today) {
        if (!states().contains(one.stateOn(today))) return false;
        boolean stands = one.stoppedSince != null || !one.state.isWithTheUnit();
        return switch (this) {
            case NOW -> one.stoppedSince == null;
            case WAITING -> stands;
            case DECIDED -> !endedOn(one, today).isBefore(today.minusDays(LATELY));
            default -> true;
        };
    }

    /** Oldest promise first, those without one last; what is over newest first. */
    Comparator<VettingCase> order(LocalDate today) {
        if (this == DECIDED) {
            return Comparator.comparing((VettingCase c) -> endedOn(c, today))
                    .reversed()
                    .thenComparing(c -> c.volunteer.fullName);
        }
        return Comparator.comparing((VettingCase c) -> c.stateOn(today).isOpen() ? 0 : 1)
                .thenComparing(c -> c.promiseOn(today), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(c -> c.stateSince)
                .thenComparing(c -> c.volunteer.fullName);
    }

    private static LocalDate endedOn(VettingCase one, LocalDate today) {
        return switch (one.stateOn(today)) {
            case LAPSED -> one.invitedUntil.plusDays(1);
            case EXPIRED -> one.validUntil.plusDays(1);
            default -> one.stateSince;
        };
    }
}
