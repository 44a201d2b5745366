package org.attest.readiness;

import static org.attest.web.Formats.inWords;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.attest.policy.Owner;
import org.attest.policy.Requirement;
import org.attest.policy.Requirement.Kinds;
import org.attest.policy.Terms.Gap;
import org.attest.readiness.Facts.AppointmentPeriod;
import org.attest.readiness.Facts.ClearancePeriod;
import org.attest.readiness.Facts.EligibilityFound;
import org.attest.readiness.Facts.HoldPeriod;
import org.attest.readiness.Finding.Behind;
import org.attest.readiness.Finding.Mend;
import org.attest.readiness.Judgement.Ruling;
import org.attest.vetting.ClearanceLevel;
import org.attest.vetting.RestrictionCode;
import org.attest.volunteer.Ages;
import org.attest.volunteer.AppointmentType;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Stage;

/**
 * How each kind of requirement stands by the facts on one day: the only place with opinions. A ruling says nothing that
 * counts days, so that it stays the same for as long as the facts do.
 */
final class Judgement implements Kinds<Ruling> {

    /**
     * @param standing null where the requirement is not asked of this person on this day
     * @param gap what is wrong and whose move it is; null when met
     * @param mend from when it could be met; null when met
     * @param discreet the day since when would tell what the viewer need not know, such as a birthday
     */
    record Ruling(
            Standing standing,
            String evidence,
            Gap gap,
            Mend mend,
            LocalDate reviewedBy,
            boolean discreet,
            List<Behind> behind) {}

    private static final Ruling NOT_ASKED = new Ruling(null, "", null, null, null, false, List.of());

    private final Facts facts;
    private final LocalDate day;

    Judgement(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    @Override
    public Ruling tierOffered(Requirement.TierOffered requirement) {
        return switch (requirement.offer()) {
            case ON -> met("Offered here");
            case FORCE_CHOICE -> unmet(requirement, "Left to each force, and not offered here", Mend.NO_DATE);
            case OFF -> unmet(requirement, "Off in every force", Mend.NO_DATE);
        };
    }

    @Override
    public Ruling inService(Requirement.InService requirement) {
        if (facts.stages() == null || facts.stages().isEmpty()) return missing(requirement);
        var now = facts.stageOn(day);
        if (now == null) return unmet(requirement, "Not yet with the force", Mend.NO_DATE);
        var stage = now.stage();
        if (stage == Stage.LEFT) {
            return unmet(
                    new Gap("Has left the force", Owner.NOBODY, ""),
                    "Their last day was " + inWords(now.from().minusDays(1)),
                    Mend.NO_DATE);
        }
        var evidence = "In " + Words.stage(stage) + " since " + inWords(now.from());
        boolean enough = stage == Stage.SERVICE
                || requirement.orTraining() && (stage == Stage.TRAINING || stage == Stage.ATTESTATION);
        if (enough) return met(evidence);
        // only from the last stage before it is service one move away
        return unmet(requirement, evidence, stage == Stage.ATTESTATION ? Mend.WHEN_OWNER_ACTS : Mend.NO_DATE);
    }

    /** Every cause reads alike, and so do one hold and several: nobody can count what they may not know. */
    @Override
    public Ruling available(Requirement.Available requirement) {
        if (facts.holds() == null) return missing(requirement);
        var holds = facts.holds().stream().filter(h -> h.contains(day)).toList();
        if (holds.isEmpty()) return met("Yes");
        var review = holds.stream()
                .map(HoldPeriod::reviewOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var behind = holds.stream()
                .filter(h -> h.cause() != null)
                .map(h -> new Behind(
                        Words.permission(h.cause()),
                        Words.cause(h.cause()),
                        Words.causeToThePerson(h.cause()),
                        h.from(),
                        h.reviewOn(),
                        h.lastDay()))
                .toList();
        return new Ruling(
                Standing.UNMET,
                "Not available.",
                requirement.terms().unmet(),
                day.isAfter(review) ? Mend.NO_DATE : Mend.AT_REVIEW,
                review,
                false,
                behind);
    }

    @Override
    public Ruling minimumAge(Requirement.MinimumAge requirement) {
        if (facts.birthDate() == null) return missing(requirement);
        var reached = Ages.birthday(facts.birthDate(), requirement.years());
        if (day.isBefore(reached)) {
            return unmet(requirement, "Turns " + requirement.years() + " on " + inWords(reached), Mend.BY_ITSELF);
        }
        return new Ruling(Standing.MET, "Yes", null, null, null, true, List.of());
    }

    @Override
    public Ruling mayRemain(Requirement.MayRemain requirement) {
        var found = facts.eligibility();
        if (found == null || found.rightToRemain() == null) return missing(requirement);
        if (found.rightToRemain() == RightToRemain.LIMITED_LEAVE)
            return unmet(requirement, recorded(found), Mend.NO_DATE);
        return met(recorded(found));
    }

    @Override
    public Ruling resident(Requirement.Resident requirement) {
        var found = facts.eligibility();
        if (found == null || found.residentSince() == null || facts.appliedOn() == null) return missing(requirement);
        // counted back from the application, so that a leap day never makes the years short
        boolean longEnough = !found.residentSince().isAfter(facts.appliedOn().minusYears(requirement.years()));
        var evidence =
                "Resident since " + inWords(found.residentSince()) + ", applied on " + inWords(facts.appliedOn());
        if (longEnough) return met(evidence);
        var gap = requirement.terms().unmet();
        var again = Ages.birthday(found.residentSince(), requirement.years());
        return unmet(
                new Gap(
                        requirement.filled(gap.sentence()),
                        gap.owner(),
                        "Apply again on " + inWords(again) + " or later"),
                evidence,
                Mend.NO_DATE);
    }

    @Override
    public Ruling goodConductAbroad(Requirement.GoodConductAbroad requirement) {
        var found = facts.eligibility();
        if (found == null || found.longAbroad() == null) return missing(requirement);
        if (!found.longAbroad()) return met("No stay of more than 12 months in one country. " + recorded(found));
        if (found.goodConductSeen()) return met("Certificate seen. " + recorded(found));
        return unmet(requirement, "More than 12 months in one country. " + recorded(found), Mend.WHEN_OWNER_ACTS);
    }

    @Override
    public Ruling occupationAllowed(Requirement.OccupationAllowed requirement) {
        var found = facts.eligibility();
        if (found == null || found.occupation() == null) return missing(requirement);
        return switch (found.occupation()) {
            case NO_CONFLICT -> met(recorded(found));
            case PERMISSION_GIVEN -> met("Permission given. " + recorded(found));
            case PERMISSION_NEEDED -> unmet(requirement, "Permission is needed. " + recorded(found), Mend.NO_DATE);
            case BARRED ->
                unmet(
                        new Gap(
                                "The occupation is barred",
                                Owner.VOLUNTEER,
                                "Tell the coordinator should the occupation change"),
                        "On the list of occupations normally barred. " + recorded(found),
                        Mend.NO_DATE);
        };
    }

    @Override
    public Ruling appointed(Requirement.Appointed requirement) {
        if (facts.appointments() == null) return missing(requirement);
        var live = facts.appointmentOn(day);
        if (live == null) {
            var next = facts.appointments().stream()
                    .filter(a -> a.from().isAfter(day))
                    .findFirst();
            if (next.isPresent()) {
                return unmet(requirement, "Appointed from " + inWords(next.get().from()), onceAtTheEndOfThePipeline());
            }
            var ended = facts.appointments().stream()
                    .map(AppointmentPeriod::lastDay)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
            if (ended.isEmpty()) return unmet(requirement, "No appointment is recorded", onceAtTheEndOfThePipeline());
            return unmet(
                    new Gap("The appointment has ended", Owner.COORDINATOR, "Appoint anew"),
                    "The appointment ended on " + inWords(ended.get()),
                    onceAtTheEndOfThePipeline());
        }
        if (facts.birthDate() == null) return missing(requirement);
        var evidence = "Appointed " + Words.type(live.type()) + " on " + inWords(live.from());
        if (live.from().isBefore(Ages.birthday(facts.birthDate(), requirement.years()))) {
            return unmet(
                    new Gap(
                            "Appointed before the age of " + requirement.years(),
                            Owner.COORDINATOR,
                            "End this appointment and appoint anew"),
                    evidence,
                    onceAtTheEndOfThePipeline());
        }
        return met(evidence);
    }

    @Override
    public Ruling attested(Requirement.Attested requirement) {
        var type = facts.typeOn(day);
        if (type == null || facts.appointments() == null) return missing(requirement);
        if (type != AppointmentType.SPECIAL_CONSTABLE) return NOT_ASKED;
        if (facts.attestedOn() == null) return missing(requirement);
        var valid = facts.attestedOn().stream()
                .filter(this::isOfThisAppointment)
                .sorted()
                .toList();
        var made = valid.stream().filter(d -> !d.isAfter(day)).findFirst();
        if (made.isPresent()) return met("Attested on " + inWords(made.get()));
        var evidence = valid.stream()
                .findFirst()
                .map(d -> "To be attested on " + inWords(d))
                .orElse(
                        facts.attestedOn().isEmpty()
                                ? "No attestation is recorded"
                                : "The attestation was for an earlier appointment");
        return unmet(requirement, evidence, onceAtTheEndOfThePipeline());
    }

    /** Who comes back after a break makes the declaration anew. */
    private boolean isOfThisAppointment(LocalDate attested) {
        var live = facts.appointmentOn(day);
        if (live == null) return true;
        var start = live.from();
        for (var before = endingBefore(start);
                before != null && before.lastDay().equals(start.minusDays(1)); ) {
            start = before.from();
            before = endingBefore(start);
        }
        var earlier = endingBefore(start);
        return earlier == null || attested.isAfter(earlier.lastDay());
    }

    private AppointmentPeriod endingBefore(LocalDate start) {
        AppointmentPeriod found = null;
        for (var period : facts.appointments()) {
            if (period.type() != AppointmentType.SPECIAL_CONSTABLE || period.lastDay() == null) continue;
            if (period.lastDay().isBefore(start)
                    && (found == null || period.lastDay().isAfter(found.lastDay()))) {
                found = period;
            }
        }
        return found;
    }

    @Override
    public Ruling equipped(Requirement.Equipped requirement) {
        if (requirement.onlySpecialConstables()) {
            var type = facts.typeOn(day);
            if (type == null || facts.appointments() == null) return missing(requirement);
            if (type != AppointmentType.SPECIAL_CONSTABLE) return NOT_ASKED;
        }
        if (facts.equipment() == null) return missing(requirement);
        var things = facts.equipment().stream()
                .filter(e -> e.kind().name().equals(requirement.thing()))
                .toList();
        var held = things.stream().filter(e -> e.contains(day)).findFirst();
        if (held.isPresent()) return met("Issued " + inWords(held.get().from()));
        var next = things.stream()
                .filter(e -> e.from().isAfter(day))
                .map(Facts.EquipmentPeriod::from)
                .min(Comparator.naturalOrder());
        var back = things.stream()
                .filter(e -> e.returnedOn() != null && !e.returnedOn().isAfter(day))
                .map(Facts.EquipmentPeriod::returnedOn)
                .max(Comparator.naturalOrder());
        var evidence = next.map(d -> "To be issued on " + inWords(d))
                .or(() -> back.map(d -> "Returned on " + inWords(d)))
                .orElse("Never issued");
        return unmet(requirement, evidence, onceAtTheEndOfThePipeline());
    }

    @Override
    public Ruling cleared(Requirement.Cleared requirement) {
        var type = facts.typeOn(day);
        if (type == null || facts.appointments() == null) return missing(requirement);
        var asked = type == AppointmentType.SPECIAL_CONSTABLE ? requirement.specialConstables() : requirement.others();
        if (asked == null) return NOT_ASKED;
        if (facts.clearances() == null) return missing(requirement);
        // who is in service has been vetted: where nothing is recorded of it, nobody has told Attest yet
        if (facts.clearances().isEmpty() && isIn(Stage.SERVICE)) return missing(requirement);
        var level = ClearanceLevel.valueOf(asked);
        var meeting =
                facts.clearances().stream().filter(c -> c.level().meets(level)).toList();
        var live = meeting.stream().filter(c -> c.contains(day)).max(Comparator.comparing(ClearancePeriod::lastDay));
        if (live.isPresent()) {
            return met(live.get().level().label() + ", last valid day "
                    + inWords(live.get().lastDay()));
        }
        var terms = requirement.terms().unmet();
        var before = meeting.stream()
                .filter(c -> c.lastDay().isBefore(day))
                .max(Comparator.comparing(ClearancePeriod::lastDay));
        if (before.isPresent()) {
            var one = before.get();
            return unmet(
                    new Gap(
                            one.level().label() + (one.ended() ? " has ended" : " has expired"),
                            terms.owner(),
                            terms.move()),
                    (one.ended() ? "It ended with " : "Its last valid day was ") + inWords(one.lastDay()),
                    Mend.NO_DATE);
        }
        return unmet(new Gap("No " + level.inWords(), terms.owner(), terms.move()), insteadOf(level), Mend.NO_DATE);
    }

    /** What somebody holds that might be taken for the level, and is not. */
    private String insteadOf(ClearanceLevel level) {
        var next = facts.clearances().stream()
                .filter(c -> c.level().meets(level))
                .map(ClearancePeriod::from)
                .min(Comparator.naturalOrder());
        if (next.isPresent()) return "Granted on " + inWords(next.get());
        var held = facts.clearances().stream()
                .filter(c -> c.contains(day) && c.level().isForceVetting())
                .map(c -> c.level().shortName())
                .distinct()
                .sorted()
                .toList();
        if (held.isEmpty()) return "None is recorded";
        return String.join(" and ", held) + (held.size() == 1 ? " does" : " do") + " not take its place";
    }

    /** Asked only of whom it concerns: a condition that nobody set is no news. */
    @Override
    public Ruling unrestricted(Requirement.Unrestricted requirement) {
        if (facts.clearances() == null) return missing(requirement);
        var code = RestrictionCode.valueOf(requirement.restriction());
        return facts.clearances().stream()
                .filter(c -> c.contains(day) && c.restrictions().contains(code))
                .max(Comparator.comparing(ClearancePeriod::lastDay))
                .map(c -> unmet(
                        requirement,
                        "A condition of " + c.level().inWords() + " for as long as it is valid",
                        Mend.NO_DATE))
                .orElse(NOT_ASKED);
    }

    @Override
    public Ruling freshAtAppointment(Requirement.FreshAtAppointment requirement) {
        var type = facts.typeOn(day);
        if (type == null || facts.appointments() == null) return missing(requirement);
        var live = facts.appointmentOn(day);
        if (type != AppointmentType.SPECIAL_CONSTABLE
                || live == null
                || live.from().isBefore(requirement.from())) {
            return NOT_ASKED;
        }
        var set = facts.freshWithinMonths();
        if (set != null && set == 0) return NOT_ASKED;
        if (facts.clearances() == null) return missing(requirement);
        int months = set == null ? requirement.months() : Math.min(set, requirement.months());
        var granted = facts.clearances().stream()
                .filter(c -> c.level() == ClearanceLevel.RECRUITMENT && c.contains(live.from()))
                .map(ClearancePeriod::from)
                .max(Comparator.naturalOrder());
        if (granted.isEmpty()) return missing(requirement);
        var evidence = "Granted on " + inWords(granted.get()) + ", appointed on " + inWords(live.from());
        if (!granted.get().isBefore(live.from().minusMonths(months))) return met(evidence);
        return unmet(requirement, evidence, Mend.NO_DATE);
    }

    /**
     * Who is in service has been trained: where nothing is recorded of it, nobody has told Attest yet. For everybody else
     * nothing recorded is nothing passed.
     */
    @Override
    public Ruling modulesPassed(Requirement.ModulesPassed requirement) {
        if (facts.modules() == null) return missing(requirement);
        var optional = requirement.ifSwitchedOn();
        if (!optional.isEmpty() && facts.modulesSwitchedOn() == null) return missing(requirement);
        var after = requirement.after();
        var first = after == null ? null : facts.firstPassed(after.module());
        if (after != null && (first == null || first.isAfter(day))) return NOT_ASKED;
        if (after == null && facts.modules().isEmpty() && isIn(Stage.SERVICE)) return missing(requirement);
        var passed = new PassedModules(facts, day);
        var asked = passed.asked(requirement);
        var lacking = passed.lacking(asked);
        if (lacking.isEmpty()) return met(passed.firstToEnd(asked));
        if (after != null && !day.isAfter(PassedModules.notAskedUntil(after, first))) {
            return met("Asked for from "
                    + inWords(PassedModules.notAskedUntil(after, first).plusDays(1)) + " on");
        }
        var terms = requirement.terms().unmet();
        return unmet(
                new Gap(requirement.filled(terms.sentence()) + ": " + inWords(lacking), terms.owner(), terms.move()),
                passed.insteadOf(lacking),
                Mend.NO_DATE);
    }

    private static String recorded(EligibilityFound found) {
        return "Recorded " + inWords(found.foundOn());
    }

    private static Ruling met(String evidence) {
        return new Ruling(Standing.MET, evidence, null, null, null, false, List.of());
    }

    private Ruling unmet(Requirement requirement, String evidence, Mend mend) {
        return unmet(requirement.terms().unmet(), evidence, mend);
    }

    private Ruling unmet(Gap gap, String evidence, Mend mend) {
        // nobody is asked to equip or appoint who has left
        if (isIn(Stage.LEFT)) gap = new Gap(gap.sentence(), Owner.NOBODY, "");
        return new Ruling(
                Standing.UNMET, evidence, gap, isIn(Stage.LEFT) ? Mend.NO_DATE : mend, null, false, List.of());
    }

    private Ruling missing(Requirement requirement) {
        return new Ruling(
                Standing.CANNOT_DECIDE,
                "Nothing is recorded",
                requirement.terms().missing(),
                Mend.WHEN_OWNER_ACTS,
                null,
                false,
                List.of());
    }

    /** Appointment, attestation and equipment come at the end of the pipeline; when that is, nobody can say. */
    private Mend onceAtTheEndOfThePipeline() {
        var now = facts.stages() == null ? null : facts.stageOn(day);
        boolean early = now == null || now.stage().compareTo(Stage.ATTESTATION) < 0;
        return early ? Mend.NO_DATE : Mend.WHEN_OWNER_ACTS;
    }

    private boolean isIn(Stage stage) {
        var now = facts.stages() == null ? null : facts.stageOn(day);
        return now != null && now.stage() == stage;
    }
}
