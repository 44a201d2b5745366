package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked and found about a person's eligibility. Null means nobody has asked yet, which is never taken for a yes.
 *
 * @param residentSince first day of unbroken residence; service abroad for the Crown counts as residence (vetting rule 15)
 * @param longAbroad more than twelve months in one foreign country (vetting rule 14)
 */
public record EligibilityAnswers(
        RightToRemain rightToRemain,
        LocalDate residentSince,
        Boolean longAbroad,
        boolean goodConductSeen,
        String occupation,
        OccupationFinding occupationFinding) {

    /** Nobody has asked anything. */
    public static final EligibilityAnswers NOTHING = new EligibilityAnswers(null, null, null, false, null, null);

    public static final int LONGEST_OCCUPATION = 200;

    public EligibilityAnswers {
        occupation = Texts.line(occupation);
    }

    /** Everything wrong with it, field by field, by the force's list of occupations; empty when sound. */
    public List<Details.Fault> faults(Occupations occupations, LocalDate today) {
        var faults = new ArrayList<Details.Fault>();
        if (residentSince != null && residentSince.isAfter(today)) {
            faults.add(new Details.Fault("residentSince", "The first day of residence is in the future"));
        }
        if (goodConductSeen && !Boolean.TRUE.equals(longAbroad)) {
            faults.add(new Details.Fault(
                    "goodConductSeen",
                    "A certificate of good conduct goes with more than 12 months in one foreign country",
                    "vetting rule 14"));
        }
        var wrong = Texts.fault(occupation, LONGEST_OCCUPATION, false);
        if (wrong != null) faults.add(new Details.Fault("occupation", wrong));
        if (occupationFinding != null && occupation == null) {
            faults.add(new Details.Fault("occupation", "Enter the occupation, or what the person does instead of one"));
        }
        occupations
                .contradicting(this)
                .ifPresent(treatment -> faults.add(new Details.Fault(
                        "occupationFinding",
                        treatment == OccupationFinding.BARRED
                                ? "This occupation is on the list of those normally barred: choose barred, or permission given"
                                        + " where the chief officer has given it"
                                : "This occupation needs permission: choose whether it is needed or given",
                        "vetting section 6")));
        return faults;
    }
}
