package org.attest.vetting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attest.vetting.Stays.Days;
import org.attest.volunteer.Ages;
import org.attest.volunteer.Texts;
import org.attest.web.Formats;

/**
 * Whether somebody has lived in the United Kingdom for as long as their level asks, up to the day on which they applied
 * (vetting rules 12 and 13): years before a break do not count. Service abroad for the Crown counts (rule 15), and so does
 * travel from a home that was kept; more than twelve months in one foreign country demand a certificate of good conduct
 * (rule 14).
 *
 * @param years how many years are asked for; 0 for none
 * @param since first day of the unbroken residence that lasted on the day; null where none did
 * @param certificates countries a certificate of good conduct is demanded from
 */
public record Residency(int years, LocalDate appliedOn, LocalDate since, List<String> certificates) {

    private static final int LONG_STAY_MONTHS = 12;

    public Residency {
        certificates = List.copyOf(certificates);
    }

    /** By the form as it was last sent, or as it is written where it never was; applied on the day it was first sent, or today. */
    static Residency of(VettingCase vettingCase, Compartment compartment, LocalDate today) {
        boolean sent = vettingCase.submittedOn != null;
        var form = sent ? VettingForm.sent(vettingCase, compartment) : VettingForm.written(vettingCase, compartment);
        return of(
                Stays.of(form),
                VettingSettings.of(vettingCase.force)
                        .residencyYears(vettingCase.level)
                        .orElse(0),
                sent ? vettingCase.submittedOn : today);
    }

    static Residency of(Stays stays, int years, LocalDate appliedOn) {
        return new Residency(years, appliedOn, since(stays, appliedOn), certificates(stays, appliedOn));
    }

    public boolean isMet() {
        return years == 0 || since != null && !appliedOn.isBefore(earliest());
    }

    /** Earliest day on which an application would meet it, if nothing breaks it; null for who did not live here on the day. */
    public LocalDate earliest() {
        return since == null ? null : Ages.birthday(since, years);
    }

    public boolean isCertificateDemanded() {
        return !certificates.isEmpty();
    }

    /** {@code Resident since 1 September 2023: 3 years are met}. */
    public String words() {
        if (years == 0) return "The level asks for no residence";
        if (since == null)
            return "Not resident in the United Kingdom on " + Formats.inWords(appliedOn) + " by this form";
        var asked = Formats.of(years, "year", "years");
        return "Resident since " + Formats.inWords(since)
                + (isMet()
                        ? ": " + asked + " are met"
                        : ": " + asked + " are not met; earliest application " + Formats.inWords(earliest()));
    }

    private static LocalDate since(Stays stays, LocalDate day) {
        var here = new ArrayList<Days>();
        var away = new ArrayList<Days>();
        stays.homes().forEach(h -> {
            if (h.uk()) here.add(h.days());
        });
        stays.abroad().forEach(a -> (a.reason().isResidence() ? here : away).add(a.days()));
        var first = here.stream().map(Days::from).min(LocalDate::compareTo).orElse(null);
        if (first == null || first.isAfter(day)) return null;
        var broken = first.minusDays(1);
        for (var gap : Stays.without(here, first, day)) if (gap.to().isAfter(broken)) broken = gap.to();
        for (var days : away) {
            if (!days.from().isAfter(day) && days.until(day).isAfter(broken)) broken = days.until(day);
        }
        return broken.isBefore(day) ? broken.plusDays(1) : null;
    }

    /** Stays in one country that touch or overlap are one stay. */
    private static List<String> certificates(Stays stays, LocalDate day) {
        Map<String, List<Days>> byCountry = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (var stay : stays.abroad()) {
            if (stay.reason().isService() || stay.days().from().isAfter(day)) continue;
            var country = Texts.folded(stay.country());
            names.putIfAbsent(country, stay.country());
            byCountry.computeIfAbsent(country, c -> new ArrayList<>()).add(stay.days());
        }
        Set<String> demanded = new LinkedHashSet<>();
        byCountry.forEach((country, all) -> {
            for (var stay : all) {
                var end = stay.until(day);
                boolean grew = true;
                while (grew) {
                    grew = false;
                    for (var other : all) {
                        boolean touches = !other.from().isAfter(end.plusDays(1))
                                && other.until(day).isAfter(end);
                        if (touches) {
                            end = other.until(day);
                            grew = true;
                        }
                    }
                }
                var twelveMonths = stay.from().plusMonths(LONG_STAY_MONTHS).minusDays(1);
                if (end.isAfter(twelveMonths)) demanded.add(names.get(country));
            }
        });
        return List.copyOf(demanded);
    }
}
