package org.attest.force;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The working days of a nation: not Saturday, not Sunday, not a bank holiday with its substitute days (vetting section
 * 7). Special days that were proclaimed are in {@code reference/bank-holidays-proclaimed.csv}; they are announced about
 * a year ahead. Later years are computed by the standing rules, so that a time limit can always be worked out; a
 * proclamation may still move one of their days.
 */
public final class WorkingDays {

    private static final Map<Nation, WorkingDays> OF_NATION = new EnumMap<>(Nation.class);

    static {
        var calendar = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        var proclaimed = ReferenceFiles.proclaimedBankHolidays();
        for (var nation : Nation.values()) {
            OF_NATION.put(nation, new WorkingDays(nation, calendar, proclaimed.getOrDefault(nation, Set.of())));
        }
    }

    private final Nation nation;
    private final HolidayManager calendar;
    private final Set<LocalDate> proclaimed;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private WorkingDays(Nation nation, HolidayManager calendar, Set<LocalDate> proclaimed) {
        this.nation = nation;
        this.calendar = calendar;
        this.proclaimed = proclaimed;
    }

    public static WorkingDays of(Nation nation) {
        return OF_NATION.get(nation);
    }

    /** Those of the force's nation. */
    public static WorkingDays of(Force force) {
        return of(force.nation);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isBankHoliday(day);
    }

    /** Whether the day is a bank holiday or the substitute of one; the weekend day that was substituted is not. */
    public boolean isBankHoliday(LocalDate day) {
        return byYear.computeIfAbsent(day.getYear(), this::bankHolidays).contains(day);
    }

    /**
     * The working day that so many working days lead to: day 1 is the first working day after the given day, whether
     * that is a working day or not (vetting section 4, counting convention).
     *
     * @param n how many working days, at least 1
     */
    public LocalDate after(LocalDate day, int n) {
        if (n < 1) throw new IllegalArgumentException("At least one working day is counted, not " + n);
        var reached = day;
        for (int counted = 0; counted < n; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) counted++;
        }
        return reached;
    }

    private Set<LocalDate> bankHolidays(int year) {
        var days = calendar.getHolidays(Year.of(year), nation.calendar).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
        proclaimed.stream().filter(d -> d.getYear() == year).forEach(days::add);
        return Set.copyOf(days);
    }
}
