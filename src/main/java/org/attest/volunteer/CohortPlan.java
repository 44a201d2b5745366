package org.attest.volunteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is planned for a cohort.
 *
 * @param endsOn last day; null while open
 * @param capacity how many people it has room for
 * @param targetDeployable how many of them should end deployable
 * @param leadName who leads it, as the name stood when they were named
 * @param leadId account of who leads it; null where nobody is named, or somebody without one
 * @param takesApplicants whether applicants may take a place themselves
 */
public record CohortPlan(
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        int capacity,
        int targetDeployable,
        String leadName,
        Long leadId,
        boolean takesApplicants) {

    public static final int LONGEST_NAME = 120;
    public static final int LARGEST = 500;

    public CohortPlan {
        name = Texts.line(name);
        leadName = Texts.line(leadName);
    }

    /** A plan whose lead has no account, and into which the coordinator alone puts people. */
    public CohortPlan(
            String name, LocalDate startsOn, LocalDate endsOn, int capacity, int targetDeployable, String leadName) {
        this(name, startsOn, endsOn, capacity, targetDeployable, leadName, null, false);
    }

    /** The same plan with another lead. */
    public CohortPlan ledBy(String name, Long account) {
        return new CohortPlan(this.name, startsOn, endsOn, capacity, targetDeployable, name, account, takesApplicants);
    }

    /** Everything wrong with it, field by field; empty when sound. */
    public List<Details.Fault> faults() {
        var faults = new ArrayList<Details.Fault>();
        if (name == null) faults.add(new Details.Fault("name", "Enter a name for the cohort"));
        var wrong = Texts.fault(name, LONGEST_NAME, false);
        if (wrong != null) faults.add(new Details.Fault("name", wrong));
        if (startsOn == null) faults.add(new Details.Fault("startsOn", "Enter the first day"));
        else if (endsOn != null && endsOn.isBefore(startsOn)) {
            faults.add(new Details.Fault("endsOn", "The last day is before the first"));
        }
        if (capacity < 1 || capacity > LARGEST) {
            faults.add(new Details.Fault("capacity", "Enter a number of places between 1 and " + LARGEST));
        } else if (targetDeployable < 0 || targetDeployable > capacity) {
            faults.add(new Details.Fault("targetDeployable", "Enter a target between 0 and the number of places"));
        }
        wrong = Texts.fault(leadName, Details.LONGEST_NAME, false);
        if (wrong != null) faults.add(new Details.Fault("leadName", wrong));
        return faults;
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("startsOn", startsOn.toString());
        fields.put("endsOn", endsOn == null ? "" : endsOn.toString());
        fields.put("capacity", String.valueOf(capacity));
        fields.put("targetDeployable", String.valueOf(targetDeployable));
        fields.put("leadName", leadName == null ? "" : leadName);
        fields.put("takesApplicants", String.valueOf(takesApplicants));
        return fields;
    }
}
