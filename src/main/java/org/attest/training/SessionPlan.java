package org.attest.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attest.volunteer.Texts;
import org.attest.web.ClockOfAttest;

/**
 * A session to be held.
 *
 * @param module null where none was chosen
 * @param from local time of the day
 * @param joining how to come, and what to bring; null for nothing
 */
record SessionPlan(
        ModuleDocument module,
        LocalDate day,
        LocalTime from,
        LocalTime until,
        int places,
        String place,
        String joining) {

    static final int MOST_PLACES = 200;
    static final int LONGEST_PLACE = 200;
    static final int LONGEST_JOINING = 1000;

    SessionPlan {
        place = Texts.line(place);
        joining = Texts.lines(joining);
    }

    /** Everything wrong with it, a sentence for each field; empty when sound. */
    Map<String, String> faults(Instant now) {
        var faults = new LinkedHashMap<String, String>();
        if (module == null) faults.put("module", "Choose a module of the list");
        if (day == null) faults.put("day", "Enter the day");
        if (from == null) faults.put("from", "Enter when it begins as hours and minutes, such as 10:30");
        if (until == null) faults.put("until", "Enter when it ends as hours and minutes, such as 16:30");
        if (from != null && until != null && !until.isAfter(from)) faults.put("until", "It ends after it begins");
        if (day != null && from != null && !startsAt().isAfter(now)) faults.put("day", "The time has passed");
        if (places < 1 || places > MOST_PLACES) faults.put("places", placesWanted());
        if (place == null) faults.put("place", "Enter where it is");
        var wrongPlace = Texts.fault(place, LONGEST_PLACE, false);
        if (wrongPlace != null) faults.put("place", wrongPlace);
        var wrongJoining = Texts.fault(joining, LONGEST_JOINING, true);
        if (wrongJoining != null) faults.put("joining", wrongJoining);
        return faults;
    }

    static String placesWanted() {
        return "Enter a number of places between 1 and " + MOST_PLACES;
    }

    Instant startsAt() {
        return day.atTime(from).atZone(ClockOfAttest.LONDON).toInstant();
    }

    Instant endsAt() {
        return day.atTime(until).atZone(ClockOfAttest.LONDON).toInstant();
    }

    /** {@code Thursday 4 June 2026, 10:30am to 4:30pm}; of a sound one. */
    String when() {
        return TaughtSession.when(startsAt(), endsAt());
    }
}
