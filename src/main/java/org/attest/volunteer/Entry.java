package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A person who is new to the force, from a form or a file: who they are, and where they stand.
 *
 * @param stageSince first day of the stage
 * @param appliedOn day of the application; null for an enquiry, or where nobody knows
 * @param reason why they enter at this stage; null where it speaks for itself
 */
public record Entry(
        Details details, Stage stage, LocalDate stageSince, LocalDate appliedOn, Cohort cohort, String reason) {

    /** A new enquiry. */
    public static Entry enquiry(Details details, LocalDate day) {
        return new Entry(details, Stage.ENQUIRY, day, null, null, null);
    }

    /** A new application. */
    public static Entry application(Details details, LocalDate appliedOn) {
        return new Entry(details, Stage.APPLIED, appliedOn, appliedOn, null, null);
    }

    public Entry in(Cohort cohort) {
        return new Entry(details, stage, stageSince, appliedOn, cohort, reason);
    }

    /** Everything wrong with it by itself, field by field; whether somebody has the address already is another question. */
    public List<Details.Fault> faults(JoiningRules rules, LocalDate today) {
        var faults = new ArrayList<>(details.faults(rules, appliedOn, today));
        if (appliedOn != null && appliedOn.isAfter(today)) {
            faults.add(new Details.Fault("appliedOn", "The application day is in the future"));
        }
        if (stage == null) faults.add(new Details.Fault("stage", "Choose the stage the person is in"));
        else if (stage == Stage.LEFT) {
            faults.add(new Details.Fault("stage", "A person who has left is not entered anew"));
        }
        if (stageSince == null) faults.add(new Details.Fault("stageSince", "Enter the day the stage began"));
        else if (stageSince.isAfter(today)) {
            faults.add(new Details.Fault("stageSince", "The day the stage began is in the future"));
        } else if (appliedOn != null && stage != Stage.ENQUIRY && stageSince.isBefore(appliedOn)) {
            faults.add(new Details.Fault("stageSince", "The stage began before the application day"));
        }
        return faults;
    }
}
