package org.attest.recruitment.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.attest.volunteer.Details;
import org.attest.volunteer.Texts;
import org.attest.web.ClockOfAttest;

/**
 * A time at which people can come.
 *
 * @param at local time
 * @param minutes how long it takes
 * @param places how many people can come at that time
 * @param bring what to bring; null for nothing
 */
public record SlotPlan(
        MeetingKind kind, LocalDate day, LocalTime at, int minutes, int places, String place, String bring) {

    public static final int LONGEST_MINUTES = 600;
    public static final int MOST_PLACES = 200;
    public static final int LONGEST_PLACE = 200;
    public static final int LONGEST_BRING = 500;
    public static final int LONGEST_RUN = 40;

    public SlotPlan {
        place = Texts.line(place);
        bring = Texts.lines(bring);
    }

    /** Everything wrong with it, field by field; empty when sound. */
    public List<Details.Fault> faults(Instant now) {
        var faults = new ArrayList<Details.Fault>();
        if (kind == null) faults.add(fault("kind", "Choose what it is"));
        if (day == null) faults.add(fault("day", "Enter the day"));
        if (at == null) faults.add(fault("at", "Enter the time as hours and minutes, such as 10:30"));
        if (day != null && at != null && !startsAt().isAfter(now)) faults.add(fault("day", "The time has passed"));
        if (minutes < 5 || minutes > LONGEST_MINUTES) {
            faults.add(fault("minutes", "Enter the length as minutes between 5 and " + LONGEST_MINUTES));
        }
        if (places < 1 || places > MOST_PLACES) {
            faults.add(fault("places", "Enter a number of places between 1 and " + MOST_PLACES));
        }
        if (place == null) faults.add(fault("place", "Enter where it is"));
        text(faults, "place", Texts.fault(place, LONGEST_PLACE, false));
        text(faults, "bring", Texts.fault(bring, LONGEST_BRING, true));
        return faults;
    }

    public Instant startsAt() {
        return day.atTime(at).atZone(ClockOfAttest.LONDON).toInstant();
    }

    /** As many of the same kind, one after the other on the same day, with a break between. */
    public List<SlotPlan> run(int count, int breakMinutes) {
        var run = new ArrayList<SlotPlan>();
        for (int i = 0; i < count; i++) {
            var start = day.atTime(at).plusMinutes((long) i * (minutes + breakMinutes));
            run.add(new SlotPlan(kind, start.toLocalDate(), start.toLocalTime(), minutes, places, place, bring));
        }
        return run;
    }

    private static void text(List<Details.Fault> faults, String field, String wrong) {
        if (wrong != null) faults.add(fault(field, wrong));
    }

    private static Details.Fault fault(String field, String sentence) {
        return new Details.Fault(field, sentence, "");
    }
}
