package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where somebody lived and was, as days from and to, by their own account. */
record Stays(List<Home> homes, List<Abroad> abroad) {

    /** Both days inclusive; {@code to} is null where it lasts. */
    record Days(LocalDate from, LocalDate to) {

        /** The last day, where it lasts until then at least. */
        LocalDate until(LocalDate day) {
            return to == null || to.isAfter(day) ? day : to;
        }
    }

    record Home(Days days, boolean uk) {}

    record Abroad(String country, Days days, AbroadReason reason) {}

    Stays {
        homes = List.copyOf(homes);
        abroad = List.copyOf(abroad);
    }

    /** Of a form; rows without a first day or what they turn on are left out. */
    static Stays of(VettingForm form) {
        var homes = new ArrayList<Home>();
        for (var row : form.of(FormPart.ADDRESSES).rows()) {
            var from = FormAnswers.day(row, "from");
            if (from == null) continue;
            homes.add(new Home(new Days(from, FormAnswers.day(row, "to")), "yes".equals(row.get("uk"))));
        }
        var abroad = new ArrayList<Abroad>();
        for (var row : form.of(FormPart.ABROAD).rows()) {
            var from = FormAnswers.day(row, "from");
            if (from == null || row.get("reason") == null || row.get("country") == null) continue;
            abroad.add(new Abroad(
                    row.get("country"),
                    new Days(from, FormAnswers.day(row, "to")),
                    AbroadReason.valueOf(row.get("reason"))));
        }
        return new Stays(homes, abroad);
    }

    /** Days of the period for which neither an address nor a stay abroad is named, oldest first. */
    List<Days> uncovered(LocalDate from, LocalDate until) {
        var all = new ArrayList<Days>();
        homes.forEach(h -> all.add(h.days()));
        abroad.forEach(a -> all.add(a.days()));
        return without(all, from, until);
    }

    /** What these leave of a period, oldest first. */
    static List<Days> without(List<Days> covering, LocalDate from, LocalDate until) {
        var gaps = new ArrayList<Days>();
        var next = from;
        for (var days :
                covering.stream().sorted(Comparator.comparing(Days::from)).toList()) {
            if (days.from().isAfter(until)) break;
            if (days.from().isAfter(next)) gaps.add(new Days(next, days.from().minusDays(1)));
            var after = days.until(until).plusDays(1);
            if (after.isAfter(next)) next = after;
        }
        if (!next.isAfter(until)) gaps.add(new Days(next, until));
        return gaps;
    }
}
