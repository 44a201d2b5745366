package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attest.web.Formats;

/** What this package knows about somebody on the way to service, and what follows from it for the next stage. */
record JoiningFacts(
        Volunteer person, Eligibility eligibility, List<Appointment> appointments, List<Attestation> attestations) {

    /** For many people in three statements. */
    static Map<Volunteer, JoiningFacts> of(Collection<Volunteer> people) {
        var eligibility = new HashMap<Volunteer, Eligibility>();
        Eligibility.<Eligibility>list("volunteer in ?1 order by recordedAt, id", people)
                .forEach(found -> eligibility.put(found.volunteer, found));
        var appointments = new HashMap<Volunteer, List<Appointment>>();
        Appointment.<Appointment>list("volunteer in ?1 order by appointedOn, id", people)
                .forEach(a -> appointments
                        .computeIfAbsent(a.volunteer, v -> new ArrayList<>())
                        .add(a));
        var attestations = new HashMap<Volunteer, List<Attestation>>();
        Attestation.<Attestation>list("volunteer in ?1 order by attestedOn, id", people)
                .forEach(a -> attestations
                        .computeIfAbsent(a.volunteer, v -> new ArrayList<>())
                        .add(a));
        var facts = new LinkedHashMap<Volunteer, JoiningFacts>();
        for (var person : people) {
            facts.put(
                    person,
                    new JoiningFacts(
                            person,
                            eligibility.get(person),
                            appointments.getOrDefault(person, List.of()),
                            attestations.getOrDefault(person, List.of())));
        }
        return facts;
    }

    /** Entry criteria of the stage; leaving the one before asks for nothing more. */
    List<Criterion> criteria(Stage target, LocalDate day, JoiningRules rules) {
        return switch (target) {
            case ENQUIRY, LEFT -> List.of();
            case APPLIED -> List.of(canBeReached(), oldEnoughToApply(day, rules).byLaw());
            case INTERVIEW ->
                List.of(oldEnoughToApply(day, rules).byLaw(), mayRemain().byLaw());
            case VETTING, TRAINING, ATTESTATION ->
                List.of(
                        oldEnoughToApply(day, rules).byLaw(),
                        mayRemain().byLaw(),
                        residentLongEnough(day, rules),
                        goodConductAbroad(),
                        occupationAllows());
            case SERVICE ->
                List.of(
                        mayRemain().byLaw(),
                        occupationAllows(),
                        oldEnoughToServe(day).byLaw(),
                        appointed(day).byLaw(),
                        attested(day).byLaw());
        };
    }

    private Criterion canBeReached() {
        var truth = "Can be reached";
        return person.email == null && person.phone == null
                ? Criterion.cannotDecide(truth, "No email address and no telephone number is recorded: add one", "")
                : Criterion.met(truth, "An email address or a telephone number is recorded", "");
    }

    Criterion oldEnoughToApply(LocalDate day, JoiningRules rules) {
        var truth = "Aged " + rules.youngestApplicant() + " or over on the day of application";
        var rule = "vetting rule 16";
        if (person.birthDate == null) return Criterion.cannotDecide(truth, "No birth date is recorded: add it", rule);
        var applied = person.appliedOn == null || person.stage == Stage.LEFT ? day : person.appliedOn;
        return Ages.reached(person.birthDate, rules.youngestApplicant(), applied)
                ? Criterion.met(truth, "Old enough on " + Formats.inWords(applied), rule)
                : Criterion.unmet(truth, rules.tooYoung(person.birthDate), rule);
    }

    Criterion mayRemain() {
        var truth = "May remain in the United Kingdom without limit";
        var rule = "vetting rule 17";
        var ground = eligibility == null ? null : eligibility.rightToRemain;
        if (ground == null)
            return Criterion.cannotDecide(truth, "The right to remain is not recorded: ask for it", rule);
        return ground == RightToRemain.LIMITED_LEAVE
                ? Criterion.unmet(
                        truth,
                        "Leave to remain is limited: the application cannot proceed without indefinite leave",
                        rule)
                : Criterion.met(truth, "Recorded " + recorded(), rule);
    }

    Criterion residentLongEnough(LocalDate day, JoiningRules rules) {
        var truth = "Resident for the " + rules.residencyYears() + " years before the application";
        var rule = "vetting rule 12";
        if (eligibility == null || eligibility.residentSince == null) {
            return Criterion.cannotDecide(truth, "The first day of residence is not recorded: ask for it", rule);
        }
        var applied = person.appliedOn == null ? day : person.appliedOn;
        var earliest = eligibility.residencyMetFrom(rules.residencyYears());
        return applied.isBefore(earliest)
                ? Criterion.unmet(
                        truth,
                        "Resident since " + Formats.inWords(eligibility.residentSince)
                                + ": the earliest application is on " + Formats.inWords(earliest),
                        rule)
                : Criterion.met(truth, "Resident since " + Formats.inWords(eligibility.residentSince), rule);
    }

    Criterion goodConductAbroad() {
        var truth = "Good conduct abroad is shown";
        var rule = "vetting rule 14";
        if (eligibility == null || eligibility.longAbroad == null) {
            return Criterion.cannotDecide(
                    truth, "Nobody has asked about more than 12 months in one foreign country", rule);
        }
        if (!eligibility.longAbroad) return Criterion.met(truth, "No long stay in one foreign country", rule);
        return eligibility.goodConductSeen
                ? Criterion.met(truth, "The certificate of good conduct was seen", rule)
                : Criterion.unmet(
                        truth,
                        "More than 12 months in one foreign country: a certificate of good conduct must be seen",
                        rule);
    }

    Criterion occupationAllows() {
        var truth = "The occupation allows it";
        var rule = "vetting section 6";
        var finding = eligibility == null ? null : eligibility.occupationFinding;
        if (finding == null) {
            return Criterion.cannotDecide(
                    truth,
                    eligibility == null || eligibility.occupation == null
                            ? "The occupation is not recorded: ask for it"
                            : "Nobody has decided yet whether the occupation recorded allows it: decide it",
                    rule);
        }
        return switch (finding) {
            case NO_CONFLICT -> Criterion.met(truth, "No conflict found " + recorded(), rule);
            case PERMISSION_GIVEN -> Criterion.met(truth, "Permission was given " + recorded(), rule);
            case PERMISSION_NEEDED ->
                Criterion.unmet(
                        truth, "Permission is needed from the employer or the force, and is not recorded", rule);
            case BARRED -> Criterion.unmet(truth, "The occupation is on the list of those normally barred", rule);
        };
    }

    private Criterion oldEnoughToServe(LocalDate day) {
        var truth = "Aged 18 or over";
        var rule = "vetting rule 16";
        if (person.birthDate == null) return Criterion.cannotDecide(truth, "No birth date is recorded: add it", rule);
        return Ages.reached(person.birthDate, Ages.APPOINTMENT, day)
                ? Criterion.met(truth, "Old enough on " + Formats.inWords(day), rule)
                : Criterion.unmet(
                        truth,
                        "Not before " + Formats.inWords(Ages.birthday(person.birthDate, Ages.APPOINTMENT)),
                        rule);
    }

    private Criterion appointed(LocalDate day) {
        var truth = "Appointed";
        var rule = "vetting section 6";
        return appointments.stream()
                .filter(a -> a.type == person.appointmentType && a.lastsOn(day))
                .findFirst()
                .map(a -> Criterion.met(truth, "Appointed on " + Formats.inWords(a.appointedOn), rule))
                .orElse(Criterion.unmet(
                        truth, "No appointment is recorded for " + Formats.inWords(day) + ": record it", rule));
    }

    private Criterion attested(LocalDate day) {
        var truth = "Attested, if a special constable";
        var rule = "training rule 8";
        if (person.appointmentType != AppointmentType.SPECIAL_CONSTABLE) {
            return Criterion.met(truth, "Not needed: only special constables are attested", rule);
        }
        return attestations.stream()
                .filter(a -> !a.attestedOn.isAfter(day))
                .reduce((earlier, later) -> later)
                .map(a -> Criterion.met(truth, "Attested on " + Formats.inWords(a.attestedOn), rule))
                .orElse(Criterion.unmet(truth, "No attestation is recorded: record it when it was made", rule));
    }

    private String recorded() {
        return "on "
                + Formats.inWords(eligibility
                        .recordedAt
                        .atZone(org.attest.web.ClockOfAttest.LONDON)
                        .toLocalDate());
    }
}
