package org.attest.readiness;

import static org.attest.web.Formats.inWords;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attest.policy.Requirement.ModulesPassed;
import org.attest.readiness.Facts.ModulePeriod;

/** Which modules somebody has passed that are in date on a day, their last valid day included (training rules 1 and 4). */
record PassedModules(Facts facts, LocalDate day) {

    private static final Comparator<ModulePeriod> LASTS =
            Comparator.comparing(ModulePeriod::lastDay, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Last day on which a requirement is not asked for yet: as if what comes before it held for so many months. */
    static LocalDate notAskedUntil(ModulesPassed.After after, LocalDate firstPassed) {
        return firstPassed.plusMonths(after.months());
    }

    /** The modules that the requirement asks for in this person's force. */
    List<String> asked(ModulesPassed requirement) {
        return Stream.concat(
                        requirement.modules().stream(),
                        requirement.ifSwitchedOn().stream()
                                .filter(code -> facts.modulesSwitchedOn().contains(code)))
                .distinct()
                .toList();
    }

    /** Those that are not passed and in date. */
    List<String> lacking(List<String> modules) {
        return modules.stream()
                .filter(code -> periods(code).noneMatch(p -> p.contains(day)))
                .toList();
    }

    /** {@code The first to end is DSC-102, on 3 March 2027}; each of them is in date. */
    String firstToEnd(List<String> modules) {
        return modules.stream()
                .map(code ->
                        periods(code).filter(p -> p.contains(day)).max(LASTS).orElseThrow())
                .filter(p -> p.lastDay() != null)
                .min(Comparator.comparing(ModulePeriod::lastDay))
                .map(p -> (modules.size() == 1 ? "Last valid day " : "The first to end is " + p.module() + ", on ")
                        + inWords(p.lastDay()))
                .orElse("Passed");
    }

    /** {@code DSC-102 expired on 3 March 2026. DSC-104 is not passed}. */
    String insteadOf(List<String> lacking) {
        return lacking.stream()
                .map(code -> periods(code)
                        .filter(p -> !p.from().isAfter(day))
                        .max(LASTS)
                        .map(p -> code + " expired on " + inWords(p.lastDay()))
                        .orElse(code + " is not passed"))
                .collect(Collectors.joining(". "));
    }

    private Stream<ModulePeriod> periods(String module) {
        return facts.modules().stream().filter(p -> p.module().equals(module));
    }
}
